public import CareModel

extension Person {
    /// The number under which the store keeps the person, from 1.
    public var number: Int64 { Int64(truncatingIfNeeded: key) }
    /// The number in an earlier episode (ST-6), if there was one.
    public var earlierNumber: Int64? { earlier.map { Int64(truncatingIfNeeded: $0) } }
}

/// Where a person is, and what is known beside it: a line of the waiting list (KT-8).
public struct EpisodeRecord: Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// Index of the team.
    public var team: UInt8
    /// Where the person is.
    public var episode: Episode
    /// What is known beside it.
    public var facts: PersonFacts

    /// An episode.
    public init(person: Int64, team: UInt8, episode: Episode, facts: PersonFacts) {
        self.person = person
        self.team = team
        self.episode = episode
        self.facts = facts
    }
}
