public import CareModel

/// An appointment was cancelled; its time is free again (AT-1, FA-5).
public struct AppointmentCancelled: Hashable, Sendable, Codable {
    /// Its number.
    public var appointment: Int64
    /// Who cancelled.
    public var by: Canceller
    /// Notice given, in minutes (AT-2).
    public var noticeMinutes: Int
    /// Why, in somebody's words.
    public var why: String
    /// Why, as the rules tell it; nil in entries of earlier releases.
    public var cause: CancellationCause?
    /// The entry that it followed from, such as an outcome that ended the course; nil if it was asked for itself.
    public var because: Int64?

    /// A cancellation.
    public init(appointment: Int64, by: Canceller, noticeMinutes: Int, why: String = "") {
        self.appointment = appointment
        self.by = by
        self.noticeMinutes = noticeMinutes
        self.why = why
    }
}

/// Who cancelled. Raw values are kept in the log.
public enum Canceller: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// The person.
    case patient = 1
    /// The service.
    case provider = 2

    /// The national attendance code (AT-1).
    public var attendance: Attendance { self == .patient ? .cancelledByPatient : .cancelledByProvider }
}

extension AppointmentCancelled: StoredEvent {
    static let kind = EventKind.appointmentCancelled

    var words: String {
        let who = by == .patient ? "the person" : "the service"
        let reasons = [cause?.words, why.isEmpty ? nil : why].compactMap { $0 }
        let told = reasons.count == 2 && reasons[0] == reasons[1] ? [why] : reasons
        return "appointment \(appointment) was cancelled by \(who)" + (told.isEmpty ? "" : ": ")
            + told.joined(separator: ": ")
    }

    /// Whether it was cancelled only to be had at another time, or in another way.
    public var isMove: Bool {
        cause?.isMove ?? ["moved", "kept by telephone or video", "kept in another room"].contains(why)
    }

    func subject(in tables: Projector) throws -> Int64? {
        try tables.person("appointments", "appointment", appointment)
    }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        let record = try tables.withoutOutcome(appointment, entry)
        try tables.run(
            """
            UPDATE appointments SET status = ?, attendance = ?, cancelled_at = ?, notice_minutes = ?, why = ?
            WHERE appointment = ?
            """,
            [
                Int64(AppointmentStatus.cancelled.rawValue), Int64(by.attendance.rawValue), entry.at.minutes,
                noticeMinutes, why, appointment,
            ])
        try tables.free(record, entry)
    }

    /// The appointment stands again, if nobody has taken its time meanwhile.
    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        guard let record = try tables.appointment(appointment), record.status == .cancelled else {
            throw tables.refusal(entry, "appointment \(appointment) is not cancelled")
        }
        if tables.claimsTime {
            try ClaimTable(statements: tables.statements).claim(record.placement, for: .appointment(appointment))
        }
        try tables.run(
            """
            UPDATE appointments
            SET status = 0, attendance = NULL, cancelled_at = NULL, notice_minutes = NULL, why = NULL
            WHERE appointment = ?
            """, [appointment])
    }
}
