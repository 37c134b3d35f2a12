/// An absence that will not be, or is shorter: the rest is added anew.
public struct AbsenceRemoved: Hashable, Sendable, Codable {
    /// Its number.
    public var absence: Int64
    /// Why.
    public var why: String

    /// The end of an absence.
    public init(absence: Int64, why: String) {
        self.absence = absence
        self.why = why
    }
}

extension AbsenceRemoved: StoredEvent {
    static let kind = EventKind.absenceRemoved

    var words: String { "absence \(absence) was taken back: \(why)" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "UPDATE absences SET is_removed = 1 WHERE absence = ? AND is_removed = 0", [absence], entry,
            else: "there is no absence \(absence), or it was removed before")
    }

    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        try tables.run("UPDATE absences SET is_removed = 0 WHERE absence = ?", [absence])
    }
}
