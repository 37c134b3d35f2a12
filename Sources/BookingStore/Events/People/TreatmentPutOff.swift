public import CareModel

/// Treatment is put off until a day, because somebody said so (PR-3, RF-11): the move of the episode, and what is due,
/// are entries of their own.
public struct TreatmentPutOff: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// The day on which it is seen whether the person can start.
    public var until: CivilDay
    /// Why.
    public var why: String

    /// A hold.
    public init(person: Int64, until: CivilDay, why: String) {
        self.person = person
        self.until = until
        self.why = why
    }
}

extension TreatmentPutOff: StoredEvent {
    static let kind = EventKind.treatmentPutOff

    var words: String { "treatment is put off until \(until): \(why)" }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "UPDATE episodes SET next_action_due = next_action_due WHERE person = ?", [person], entry,
            else: tables.nobody(person))
    }
}
