public import CareModel

/// What is known of a person changed without a move of the episode.
public struct PersonFactsChanged: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// What is known from now on.
    public var facts: PersonFacts

    /// A change of facts.
    public init(person: Int64, facts: PersonFacts) {
        self.person = person
        self.facts = facts
    }
}

extension PersonFactsChanged: StoredEvent {
    static let kind = EventKind.personFactsChanged

    var words: String {
        "what is known was changed" + (facts.nextActionDue.map { "; next due \($0)" } ?? "; nothing is due")
    }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws { try tables.set(facts, of: person, entry) }

    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        try tables.refold(person, correction.wrong, entry)
    }

    func tell(_ known: inout PersonAsTold) { known.facts = known.facts ?? facts }
}
