public import CareModel

/// An episode moved (KP-10).
public struct EpisodeMoved: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// What moved it, the last thing if several things did in one step; nil if it was brought in with records of
    /// elsewhere, or put back by a correction. Entries of earlier releases never say it.
    public var event: EpisodeEvent?
    /// What moved it before ``event`` in the same step, in order; nil if nothing did.
    public var earlier: [EpisodeEvent]?
    /// The entry that was wrong, if the episode was put back to where it was before it (BK-4).
    public var undoes: Int64?
    /// The episode after it, as `Episode.apply` made it.
    public var episode: Episode
    /// What is known of the person after it; nil if it did not change.
    public var facts: PersonFacts?

    /// A move.
    public init(
        person: Int64, event: EpisodeEvent?, after earlier: [EpisodeEvent] = [], episode: Episode,
        facts: PersonFacts? = nil
    ) {
        self.person = person
        self.event = event
        self.earlier = earlier.isEmpty ? nil : earlier
        self.episode = episode
        self.facts = facts
    }
}

extension EpisodeMoved: StoredEvent {
    static let kind = EventKind.episodeMoved

    var words: String { words(LogNames()) }

    func words(_ names: LogNames) -> String {
        let state = episode.state.title
        if let undoes { return "put back to where it was before entry \(undoes): \(state)" }
        let events = ((earlier ?? []) + [event].compactMap { $0 }).map { $0.words(in: episode, names) }
        if episode.state == .closed, !events.isEmpty { return events.joined(separator: "; ") }
        let end = episode.state == .closed ? ": \(episode.endReason.title)" : ""
        let due = facts?.nextActionDue.map { ["next due \($0)"] } ?? []
        return (events + [state + end] + due).joined(separator: "; ")
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
