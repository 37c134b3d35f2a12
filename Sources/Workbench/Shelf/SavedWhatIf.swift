import Foundation

/// What somebody found worth keeping: a question under a name.
public struct SavedWhatIf: Hashable, Keepable {
    /// Its name; no two are called alike.
    public var name: String
    /// Who keeps it, by number, and as they were called then.
    public var owner: Int64
    public var ownerName: String
    /// When it was kept, by the service's clock.
    public var keptAt: String
    /// What was asked.
    public var question: Question

    /// Something to keep.
    public init(name: String, owner: Int64, ownerName: String, keptAt: String, question: Question) {
        self.name = name
        self.owner = owner
        self.ownerName = ownerName
        self.keptAt = keptAt
        self.question = question
    }

}

/// What-ifs that are kept.
public typealias SavedShelf = Shelf<SavedWhatIf>

/// Why something could not be kept or found.
public enum SavedFault: Error, Hashable, Sendable {
    /// It has no name, or one that is too long.
    case name
    /// There is one of this name, of this owner.
    case nameTaken(String, owner: String)
    /// As many are kept as may be.
    case full(Int)
    /// Somebody else keeps it.
    case notYours(owner: String)
    /// There is none.
    case missing
    /// The folder cannot be written.
    case notWritten

    /// Most letters of a name.
    public static let longestName = 80

    /// What is wrong, and what helps.
    public var words: String {
        switch self {
        case .name: "Give it a name of 1 to \(Self.longestName) letters"
        case .nameTaken(let name, let owner): "'\(name)' is kept already, by \(owner): choose another name"
        case .full(let most): "\(most) are kept already: take some away first"
        case .notYours(let owner): "Only \(owner), who keeps it, or an administrator can take it away"
        case .missing: "It is not kept any more"
        case .notWritten: "It could not be written; tell whoever runs the server"
        }
    }
}
