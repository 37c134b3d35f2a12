public import CareModel

/// A clinician's week is set; it replaces the one before, or the one that was said for the same day.
public struct AvailabilitySet: Hashable, Sendable, Codable {
    /// Index of the clinician.
    public var clinician: Int32
    /// Which week.
    public var week: WeekKind
    /// What may be booked.
    public var stretches: [AvailabilityStretch]
    /// The first day on which it is in force, until the next week that is said for a day (CL-3); nil if it is as long
    /// as no week is said for a day.
    public var from: CivilDay?

    /// A week.
    public init(clinician: Int32, week: WeekKind, stretches: [AvailabilityStretch], from: CivilDay? = nil) {
        self.clinician = clinician
        self.week = week
        self.stretches = stretches
        self.from = from
    }
}

/// Which of a clinician's two weeks (PO-1). Raw values are kept in the log.
public enum WeekKind: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// The usual week.
    case usual = 0
    /// The week while an assessment week is on.
    case assessment = 1
}

/// A stretch of a weekday that may be booked for a purpose (PO-2, PO-7).
public struct AvailabilityStretch: Hashable, Sendable, Codable {
    /// The day of the week.
    public var weekday: Weekday
    /// The raw value of the purpose: 0 first appointments, 1 treatment, 2 keeping in touch.
    public var purpose: UInt8
    /// From when until when, half open.
    public var minutes: MinutesOfDay

    /// A stretch.
    public init(weekday: Weekday, purpose: UInt8, minutes: MinutesOfDay) {
        self.weekday = weekday
        self.purpose = purpose
        self.minutes = minutes
    }
}

extension AvailabilitySet: StoredEvent {
    static let kind = EventKind.availabilitySet

    var words: String {
        "the \(week.name) week of clinician \(clinician) was set" + (from.map { " from \($0)" } ?? "")
    }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        if let first = from {
            try tables.run(
                "DELETE FROM dated_weeks WHERE clinician = ? AND week = ? AND first = ?",
                [Int64(clinician), Int64(week.rawValue), Int64(first.number)])
            return try tables.insert(AvailabilitySet.columns, columnValues(from: first), entry)
        }
        try tables.run(
            "DELETE FROM availability WHERE clinician = ? AND week = ?", [Int64(clinician), Int64(week.rawValue)])
        for stretch in stretches {
            try tables.insert(
                AvailabilityStretch.columns,
                [
                    Int64(clinician), Int64(week.rawValue), Int64(stretch.weekday.rawValue),
                    Int64(stretch.purpose), stretch.minutes.start, stretch.minutes.end,
                ], entry)
        }
    }
}
