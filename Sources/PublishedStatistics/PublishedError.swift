public import CareModel

/// Why a published file gave no answer.
public enum PublishedError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Everything that is wrong with the file, or with what was asked of it.
    case faults([FileFault])
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
