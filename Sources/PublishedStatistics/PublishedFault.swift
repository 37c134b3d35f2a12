/// Something about a published file: where, what, and what would be allowed.
public struct PublishedFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Whether the answer can still be given.
    public enum Severity: UInt8, Sendable {
        /// What was asked for cannot be had.
        case error
        /// It can, and somebody should know this about it.
        case warning
    }

    /// Whether the answer can still be given.
    public var severity: Severity
    /// The path of the file.
    public var file: String
    /// The line, from 1; 0 if the fault is in no one line.
    public var line: Int
    /// The column, from 1, in characters; 0 if the fault is in no one column of the text.
    public var column: Int
    /// The column of the table, the measure or the option that is wrong; empty if it is none of them.
    public var key: String
    /// What is wrong, with the month where there is one.
    public var message: String
    /// What would be allowed, or what was done instead.
    public var allowed: String

    /// A fault at a place.
    public init(
        _ severity: Severity = .error, file: String, line: Int = 0, column: Int = 0, key: String, message: String,
        allowed: String
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.message = message
        self.allowed = allowed
    }

    /// The fault as a line: `file:line:column: key: what is wrong (what is allowed)`, without a place that is 0.
    public var description: String {
        let place = line == 0 ? "" : ":\(line)" + (column == 0 ? "" : ":\(column)")
        let kind = severity == .warning ? "warning: " : ""
        return "\(file)\(place): \(kind)\(key.isEmpty ? "" : key + ": ")\(message) (\(allowed))"
    }
}

/// Why a published file gave no answer.
public enum PublishedError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Everything that is wrong with the file, or with what was asked of it.
    case faults([PublishedFault])
    /// The file cannot be opened: its path, and why.
    case cannotRead(String, String)

    /// Every fault on a line of its own.
    public var description: String {
        switch self {
        case .faults(let faults): faults.map(\.description).joined(separator: "\n")
        case .cannotRead(let path, let why): "\(path): \(why)"
        }
    }
}
