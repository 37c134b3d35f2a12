public import CareModel

/// An appointment was booked (BK-1).
public struct Booking: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var appointment: Int64
    /// Who, what and when.
    public var placement: Placement
    /// The hold that it confirms: its end, with outcome `confirmed`, is appended just before.
    public var hold: Int64?
    /// The appointment that it replaces, when rescheduled (BK-4).
    public var replaces: Int64?
    /// How it takes place.
    public var channel: ConsultationChannel
    /// Why this person and this slot (BK-3), as bits of the caller's.
    public var reasons: Int64
    /// Why a rule was overridden (CL-1); nil if none was.
    public var overrideReason: String?

    /// A booking.
    public init(
        appointment: Int64, placement: Placement, hold: Int64? = nil, replaces: Int64? = nil,
        channel: ConsultationChannel = .unknown, reasons: Int64 = 0, overrideReason: String? = nil
    ) {
        self.appointment = appointment
        self.placement = placement
        self.hold = hold
        self.replaces = replaces
        self.channel = channel
        self.reasons = reasons
        self.overrideReason = overrideReason
    }
}

extension Booking: StoredEvent {
    static let kind = EventKind.booked

    var takesTime: Bool { true }

    var words: String { words(LogNames()) }

    func words(_ names: LogNames) -> String {
        "appointment \(appointment) was booked: \(placement.words(names))"
            + (replaces.map { ", instead of appointment \($0)" } ?? "")
            + (overrideReason.map { ", against a rule: \($0)" } ?? "")
    }

    func subject(in tables: Projector) throws -> Int64? { placement.person }

    func note(in progress: inout StepProgress) throws {
        guard let hold else { return }
        guard let index = progress.unbooked.firstIndex(of: hold) else {
            throw StoreError.refused(kind: .booked, detail: "hold \(hold) was not confirmed in the same step")
        }
        progress.unbooked.remove(at: index)
    }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        guard appointment > 0 else { throw tables.refusal(entry, "numbers of appointments start at 1") }
        if let number = hold {
            guard let hold = try tables.hold(number), hold.outcome == .confirmed, hold.placement == placement else {
                throw tables.refusal(entry, "hold \(number) was not confirmed for the same time and people")
            }
        }
        try tables.check(placement, entry)
        if tables.claimsTime {
            try ClaimTable(statements: tables.statements).claim(placement, for: .appointment(appointment))
        }
        try tables.inserting(entry) { try AppointmentRecord.insert(self, at: entry.at, tables.statements) }
    }

    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        let record = try tables.standing(appointment, entry)
        guard record.attendance == nil else {
            throw tables.refusal(entry, "undo the outcome of appointment \(appointment) first")
        }
        try tables.run(
            "UPDATE appointments SET status = ?, cancelled_at = ?, why = ? WHERE appointment = ?",
            [Int64(AppointmentStatus.undone.rawValue), entry.at.minutes, correction.why, appointment])
        try tables.free(record, entry)
    }
}
