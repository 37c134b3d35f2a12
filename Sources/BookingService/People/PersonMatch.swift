/// Somebody in the service whom a referral could be about.
public struct PersonMatch: Codable, Equatable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The name.
    public var name: String
    /// What is alike beside the name, in words: "date of birth", "telephone"; empty if only the name is.
    public var alike: [String]
    /// Whether the person is in the service now; else an earlier episode has ended.
    public var isOpen: Bool
    /// The place among the referrals that are received together, from 0; nil if the person was there before.
    public var place: Int?

    /// Whether it is the same person as far as can be known: the same name, and something else that is alike.
    public var isSure: Bool { !alike.isEmpty }

    /// The match in words: "person 12, Ann Invented (same name and date of birth)".
    public var words: String { words(place.map { "referral \($0 + 1) of the same file" } ?? "person \(person)") }

    /// The match in words.
    /// - Parameter who: what to call the person beside the name.
    public func words(_ who: String) -> String {
        let same = ["name"] + alike
        let list = same.count == 1 ? same[0] : same.dropLast().joined(separator: ", ") + " and " + same[same.count - 1]
        return "\(who), \(name) (same \(list)\(isOpen ? "" : "; the episode has ended"))"
    }
}
