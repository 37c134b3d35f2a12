import BookingStore

/// Something that the service can be told to do: all its parts, who may, whom it is about, its words, and what it does.
/// A use-case is one file; ``BookingCommand`` is any of them.
package protocol UseCase: Codable, Hashable, Sendable {
    /// What it answers with; kept with the command's key, so its coding may only grow.
    associatedtype Reply: Codable & Hashable & Sendable

    /// Its name among the commands, in lower case with hyphens: stored and sent, so it stays.
    static var name: String { get }
    /// What the author must be allowed to do (IG-1); nil if anybody may.
    static var right: Permission? { get }
    /// Whether it comes from somebody with a link, who is no user (BK-10).
    static var comesByLink: Bool { get }
    /// Whom it is about.
    var subject: CommandSubject { get }
    /// What it does, in a few words, as the access log has it.
    var words: String { get }
    /// Its parts but the subject, in the order in which the version before told commands apart (``FormerKey``).
    var formerParts: [Any?] { get }

    /// Does it, with all that follows, or throws and does nothing.
    func perform(in step: CommandStep) throws -> Reply
    /// What is kept of a reply for the command's key: nothing that the store must not know.
    static func kept(_ reply: Reply) -> Reply
}

extension UseCase {
    package static var comesByLink: Bool { false }

    package var formerParts: [Any?] { FormerKey.parts(of: self) }

    package static func kept(_ reply: Reply) -> Reply { reply }
}
