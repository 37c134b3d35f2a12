/// Something wrong, or doubtful, in what somebody gave: where it stands, what it is, and what would be allowed.
public struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Whether the answer can still be given.
    public enum Severity: UInt8, Sendable {
        /// What was asked for cannot be had.
        case error
        /// It can, and somebody should know this about it.
        case warning
    }

    /// Whether the answer can still be given.
    public var severity: Severity
    /// The file as the caller wrote it, or the option that a value came with.
    public var file: String
    /// The line, from 1; 0 if the fault is in no one line.
    public var line: Int
    /// The column, from 1; 0 if the fault is in no one column of the text.
    public var column: Int
    /// The key, the column of a table or the measure that is at fault; empty if it is none of them.
    public var key: String
    /// What is wrong.
    public var message: String
    /// What would be allowed, or what was done instead; empty if there is nothing to add.
    public var allowed: String

    /// A fault at a place.
    public init(
        _ severity: Severity = .error, file: String, line: Int = 0, column: Int = 0, key: String = "", message: String,
        allowed: String = ""
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.message = message
        self.allowed = allowed
    }

    /// `file:line:column: key: what is wrong (what is allowed)`, without what is not known.
    public var description: String {
        let place = line == 0 ? "" : ":\(line)" + (column == 0 ? "" : ":\(column)")
        return "\(file)\(place): \(severity == .warning ? "warning: " : "")\(reason)"
    }

    /// The fault without its place, for where the row or the value stands beside it.
    public var reason: String {
        (key.isEmpty ? "" : "\(key): ") + message + (allowed.isEmpty ? "" : " (\(allowed))")
    }
}
