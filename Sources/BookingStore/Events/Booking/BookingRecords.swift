public import CareModel

/// Whether an appointment holds its time. Raw values are kept in the database.
public enum AppointmentStatus: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// Booked, attended or missed: the time is taken.
    case standing = 0
    /// Cancelled: the time is free again.
    case cancelled = 1
    /// Booked in error, and undone (BK-4): the time is free again.
    case undone = 2
}

/// An appointment as it stands.
public struct AppointmentRecord: Hashable, Sendable {
    /// What was booked.
    public var booking: Booking
    /// When it was booked.
    public var bookedAt: CivilMinute
    /// Whether it holds its time.
    public var status: AppointmentStatus
    /// The outcome (AT-1); nil until it is recorded.
    public var attendance: Attendance?
    /// Scores taken at it.
    public var scores: Scores?
    /// The ninth item of PHQ-9 at it, 0 … 3, if it was noted (BK-12).
    public var itemNine: UInt8?
    /// When it was cancelled, if it was.
    public var cancelledAt: CivilMinute?
    /// Notice given for a cancellation, in minutes.
    public var noticeMinutes: Int?
    /// Why it was cancelled or undone.
    public var why: String?

    /// An appointment.
    public init(
        booking: Booking, bookedAt: CivilMinute, status: AppointmentStatus, attendance: Attendance? = nil,
        scores: Scores? = nil, cancelledAt: CivilMinute? = nil, noticeMinutes: Int? = nil, why: String? = nil
    ) {
        self.booking = booking
        self.bookedAt = bookedAt
        self.status = status
        self.attendance = attendance
        self.scores = scores
        self.cancelledAt = cancelledAt
        self.noticeMinutes = noticeMinutes
        self.why = why
    }

    /// Its number.
    public var appointment: Int64 { booking.appointment }
    /// Who, what and when.
    public var placement: Placement { booking.placement }

    /// The appointment as a snapshot for a forecast has it; nil for the session of a group.
    public var snapshot: AppointmentSnapshot? {
        placement.person.map { person in
            AppointmentSnapshot(
                person: UInt64(person), clinician: placement.clinician, kind: placement.kind, start: placement.start,
                minutes: placement.minutes, bookedAt: bookedAt,
                room: placement.room.map { Int32(truncatingIfNeeded: $0 - 1) } ?? -1)
        }
    }
}

/// A hold as it stands.
public struct HoldRecord: Hashable, Sendable {
    /// What is held, and until when.
    public var held: HoldPlaced
    /// When it was placed.
    public var placedAt: CivilMinute
    /// How it ended; nil while it stands.
    public var outcome: HoldOutcome?
    /// When it ended.
    public var endedAt: CivilMinute?

    /// A hold.
    public init(held: HoldPlaced, placedAt: CivilMinute, outcome: HoldOutcome? = nil, endedAt: CivilMinute? = nil) {
        self.held = held
        self.placedAt = placedAt
        self.outcome = outcome
        self.endedAt = endedAt
    }

    /// Its number.
    public var hold: Int64 { held.hold }
    /// Who, what and when.
    public var placement: Placement { held.placement }
}
