public import BookingStore
import CareModel

/// A line of `appointments.csv`.
public struct AppointmentRow: Hashable, Sendable {
    /// The appointment as it stands.
    public var record: AppointmentRecord

    /// An appointment. What led to it within the software, its hold and the bits of its reasons, is not in the table.
    public init(record: AppointmentRecord) {
        self.record = record
        self.record.booking.hold = nil
        self.record.booking.reasons = 0
    }

    fileprivate var session: Int64? {
        get { record.placement.seat?.session }
        set { record.booking.placement.seat = newValue.map { GroupSeat(session: $0, number: 0) } }
    }

    fileprivate var seat: Int? {
        get { record.placement.seat?.number }
        set { if let newValue { record.booking.placement.seat?.number = newValue } }
    }

    fileprivate var depression: UInt8? {
        get { record.scores?.depression }
        set { record.scores = ScoreCells.with(record.scores, depression: newValue) }
    }

    fileprivate var anxiety: UInt8? {
        get { record.scores?.anxiety }
        set { record.scores = ScoreCells.with(record.scores, anxiety: newValue) }
    }
}

extension AppointmentRow: TableRow {
    static var fileName: String { "appointments.csv" }
    static var blank: AppointmentRow {
        let never = CivilMinute(minutes: 0)
        let placement = Placement(person: nil, clinician: 0, kind: .treatment, start: never, minutes: 0)
        return AppointmentRow(
            record: AppointmentRecord(
                booking: Booking(appointment: 0, placement: placement), bookedAt: never, status: .standing))
    }
    static func columns(_ teams: TeamNames) -> [TableColumn<AppointmentRow>] { placementColumns + outcomeColumns }

    private static var placementColumns: [TableColumn<AppointmentRow>] {
        let number = ColumnForm<Int64>.number(1...999_999_999)
        return [
            TableColumn("appointment", \.record.booking.appointment, number, "The appointment's number, from 1."),
            TableColumn(
                "person", \.record.booking.placement.person, number.orEmpty, "The person's number; empty: of a group."),
            TableColumn(
                "clinician", \.record.booking.placement.clinician, .number(0...9999), "The clinician's number."),
            TableColumn("room", \.record.booking.placement.room, number.orEmpty, "The room's number; empty: none."),
            TableColumn("session", \.session, number.orEmpty, "The number of the session of a course in a group."),
            TableColumn("seat", \.seat, ColumnForm.number(0...63).orEmpty, "The person's seat in the group."),
            TableColumn("kind", \.record.booking.placement.kind, .kind, "What it is for."),
            TableColumn("start", \.record.booking.placement.start, .minute, "When it begins."),
            TableColumn("minutes", \.record.booking.placement.minutes, .number(1...960), "How long it is, minutes."),
            TableColumn(
                "channel", \.record.booking.channel, ColumnForm.channel.unknownIfEmpty(.unknown), "How it is held."),
            TableColumn(
                "replaces", \.record.booking.replaces, number.orEmpty,
                "The number of the appointment in whose place it is."),
            TableColumn(
                "override-reason", \.record.booking.overrideReason, ColumnForm<String>.text.orEmpty,
                "Why it was booked against a rule."),
            TableColumn("booked-at", \.record.bookedAt, .minute, "When it was booked."),
        ]
    }

    private static var outcomeColumns: [TableColumn<AppointmentRow>] {
        [
            TableColumn("status", \.record.status, .appointmentStatus, "Whether it stands."),
            TableColumn("attendance", \.record.attendance, ColumnForm.attendance.orEmpty, "What became of it (AT-1)."),
            TableColumn("phq-9", \.depression, ColumnForm.number(0...Scores.depressionCeiling).orEmpty, "PHQ-9 at it."),
            TableColumn("gad-7", \.anxiety, ColumnForm.number(0...Scores.anxietyCeiling).orEmpty, "GAD-7 at it."),
            TableColumn("cancelled-at", \.record.cancelledAt, ColumnForm.minute.orEmpty, "When it was cancelled."),
            TableColumn(
                "notice-minutes", \.record.noticeMinutes, ColumnForm.number(0...Int.max).orEmpty,
                "Minutes of notice at which it was cancelled."),
            TableColumn("why", \.record.why, ColumnForm<String>.text.orEmpty, "Why it was cancelled."),
            TableColumn(
                "item-9", \.record.itemNine, ColumnForm.number(0...3).orEmpty,
                "The ninth item of PHQ-9 at it, about harm to oneself; empty: not noted."),
        ]
    }
}

/// Scores from two cells that come one after the other, PHQ-9 first.
enum ScoreCells {
    /// The scores once PHQ-9 is known.
    static func with(_ scores: Scores?, depression: UInt8?) -> Scores? {
        depression.map { Scores(depression: $0, anxiety: scores?.anxiety ?? 0) }
    }

    /// The scores once GAD-7 is known.
    static func with(_ scores: Scores?, anxiety: UInt8?) -> Scores? {
        anxiety.map { Scores(depression: scores?.depression ?? 0, anxiety: $0) } ?? scores
    }
}
