public import CareModel

/// Days on which a clinician sees nobody, or takes nobody new (CL-6).
public struct AbsenceAdded: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var absence: Int64
    /// Index of the clinician.
    public var clinician: Int32
    /// The days, and why.
    public var days: Absence

    /// An absence.
    public init(absence: Int64, clinician: Int32, days: Absence) {
        self.absence = absence
        self.clinician = clinician
        self.days = days
    }
}

extension AbsenceAdded: StoredEvent {
    static let kind = EventKind.absenceAdded

    var words: String { words(LogNames()) }

    func words(_ names: LogNames) -> String {
        "\(names.clinician(clinician)) is away from \(days.first) to \(days.last)"
    }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.insert(
            AbsenceRecord.columns,
            [
                absence, Int64(clinician), Int64(days.first.number), Int64(days.last.number),
                Int64(days.reason.rawValue), false,
            ], entry)
    }

    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "UPDATE absences SET is_removed = 1 WHERE absence = ? AND is_removed = 0", [absence], entry,
            else: "absence \(absence) was removed before")
    }
}
