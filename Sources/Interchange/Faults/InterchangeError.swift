public import CareModel

/// Why nothing was read or written.
public enum InterchangeError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Everything that is wrong in the files, by file, line and column.
    case faults([FileFault])
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
