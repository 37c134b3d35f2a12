public import CareModel

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
    public var diagnostics: [FileFault]

    /// Faults of one kind.
    public init(kind: Kind, diagnostics: [FileFault]) {
        self.kind = kind
        self.diagnostics = diagnostics
    }

    /// One fault a line.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
