/// One thing that is wrong, or doubtful, in a scenario: where, which key, what, and what would be allowed.
public struct ScenarioDiagnostic: Hashable, Sendable, CustomStringConvertible {
    /// The file as the caller wrote it, or `--set` for a value from the command line.
    public var file: String
    /// The line, counted from 1; 0 if the fault has no line.
    public var line: Int
    /// The column in Unicode scalars, counted from 1; 0 if the fault has no line.
    public var column: Int
    /// The key in full, such as `teams.mid-essex.staff.pwp.wte`; empty if the fault is the file's own.
    public var key: String
    /// What is wrong.
    public var message: String
    /// What would be allowed; empty if there is nothing to add.
    public var allowed: String

    /// A fault at a place.
    public init(file: String, line: Int = 0, column: Int = 0, key: String = "", message: String, allowed: String = "") {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.message = message
        self.allowed = allowed
    }

    /// `file:line:column: key: what is wrong (what is allowed)`.
    public var description: String {
        let place = line > 0 ? "\(file):\(line):\(column): " : "\(file): "
        let named = key.isEmpty ? "" : "\(key): "
        let hint = allowed.isEmpty ? "" : " (\(allowed))"
        return place + named + message + hint
    }
}

/// Why a scenario could not be loaded: every fault that was found, not only the first.
public struct ScenarioErrors: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of failure it is; the exit code follows from it.
    public enum Kind: Sendable {
        /// A file that is named is not there, or may not be read: exit code 66.
        case missingInput
        /// What the file says cannot be right: exit code 65.
        case badData
        /// Reading broke off: exit code 74.
        case inputOutput

        /// The process's exit code (`sysexits.h`).
        public var exitCode: Int32 {
            switch self {
            case .missingInput: 66
            case .badData: 65
            case .inputOutput: 74
            }
        }
    }

    /// What kind of failure it is.
    public var kind: Kind
    /// The faults, in the order of files and lines.
    public var diagnostics: [ScenarioDiagnostic]

    /// Faults of one kind.
    public init(kind: Kind, diagnostics: [ScenarioDiagnostic]) {
        self.kind = kind
        self.diagnostics = diagnostics
    }

    /// One fault a line.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
