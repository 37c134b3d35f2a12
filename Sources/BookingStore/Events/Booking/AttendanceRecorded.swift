public import CareModel

/// What became of an appointment (AT-1). Its time stays taken.
public struct AttendanceRecorded: Hashable, Sendable, Codable {
    /// Its number.
    public var appointment: Int64
    /// The outcome; a cancellation is recorded as `AppointmentCancelled`.
    public var attendance: Attendance
    /// PHQ-9 and GAD-7 taken at it (TX-10).
    public var scores: Scores?
    /// The ninth item of PHQ-9, about harm to oneself, 0 … 3 (BK-12); nil if it was not noted, as in entries of
    /// earlier releases.
    public var itemNine: UInt8?

    /// An outcome.
    public init(appointment: Int64, attendance: Attendance, scores: Scores? = nil, itemNine: UInt8? = nil) {
        self.appointment = appointment
        self.attendance = attendance
        self.scores = scores
        self.itemNine = itemNine
    }
}

extension AttendanceRecorded: StoredEvent {
    static let kind = EventKind.attendanceRecorded

    var words: String {
        "appointment \(appointment): \(attendance.name.replacing("-", with: " "))"
            + (scores.map { ", PHQ-9 \($0.depression), GAD-7 \($0.anxiety)" } ?? "")
            + (itemNine.map { ", item 9 of PHQ-9 scored \($0)" } ?? "")
    }

    func subject(in tables: Projector) throws -> Int64? {
        try tables.person("appointments", "appointment", appointment)
    }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        _ = try tables.withoutOutcome(appointment, entry)
        guard ![.cancelledByPatient, .cancelledByProvider].contains(attendance) else {
            throw tables.refusal(entry, "a cancellation is recorded as one")
        }
        try tables.run(
            "UPDATE appointments SET attendance = ?, depression = ?, anxiety = ?, item_nine = ? WHERE appointment = ?",
            [
                Int64(attendance.rawValue), (scores?.depression).map { Int64($0) },
                (scores?.anxiety).map { Int64($0) }, itemNine.map { Int64($0) }, appointment,
            ])
    }

    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            """
            UPDATE appointments SET attendance = NULL, depression = NULL, anxiety = NULL, item_nine = NULL
            WHERE appointment = ? AND status = 0
            """, [appointment], entry, else: "appointment \(appointment) does not stand")
    }
}
