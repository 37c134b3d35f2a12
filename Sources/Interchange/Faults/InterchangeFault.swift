/// Something wrong in a file that was given: where, what, and what would be allowed.
public struct InterchangeFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path of the file.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in characters.
    public var column: Int
    /// The name of the column of the table; empty if the fault is in no one column.
    public var key: String
    /// What is wrong.
    public var what: String
    /// What would be allowed.
    public var allowed: String

    /// A fault at a place.
    public init(file: String, line: Int, column: Int, key: String, what: String, allowed: String) {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.what = what
        self.allowed = allowed
    }

    /// The fault as a line: `file:line:column: key: what is wrong (what is allowed)`.
    public var description: String {
        "\(file):\(line):\(column): \(key.isEmpty ? "" : key + ": ")\(what) (\(allowed))"
    }

    /// The fault without its place, for a file of rejected rows.
    var reason: String { "\(key.isEmpty ? "" : key + ": ")\(what) (\(allowed))" }
}

/// Why nothing was read or written.
public enum InterchangeError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Everything that is wrong in the files, by file, line and column.
    case faults([InterchangeFault])
    /// A file or folder cannot be read or written: its path, and why.
    case cannotAccess(String, String)
    /// What was asked for cannot be: why, in words.
    case invalid(String)

    /// Every fault on a line of its own.
    public var description: String {
        switch self {
        case .faults(let faults): faults.map(\.description).joined(separator: "\n")
        case .cannotAccess(let path, let why): "\(path): \(why)"
        case .invalid(let what): what
        }
    }
}
