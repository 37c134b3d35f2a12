public import CareModel

/// An episode moved (KP-10), or a missed appointment was counted in it (AT-3).
public struct EpisodeMoved: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// What happened; nil if only a missed appointment was counted.
    public var event: EpisodeEvent?
    /// The episode after it, as `Episode.apply` made it.
    public var episode: Episode
    /// What is known of the person after it; nil if it did not change.
    public var facts: PersonFacts?

    /// A move.
    public init(person: Int64, event: EpisodeEvent?, episode: Episode, facts: PersonFacts? = nil) {
        self.person = person
        self.event = event
        self.episode = episode
        self.facts = facts
    }
}

extension EpisodeMoved: StoredEvent {
    static let kind = EventKind.episodeMoved

    var words: String {
        let state = episode.state.name.replacing("-", with: " ")
        return episode.state == .closed ? "\(state): \(episode.endReason.name.replacing("-", with: " "))" : state
    }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.set(episode, facts, of: person, entry)
    }

    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        try tables.refold(person, correction.wrong, entry)
    }

    func tell(_ known: inout PersonAsTold) {
        known.episode = known.episode ?? episode
        known.facts = known.facts ?? facts
    }
}
