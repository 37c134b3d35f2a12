public import CareModel

/// A seat in a session of a group (TX-4). The session is an appointment of its own without a person: it takes the
/// facilitator's and the room's time; a seat takes the person's time and itself.
public struct GroupSeat: Hashable, Sendable, Codable {
    /// The number of the session's appointment.
    public var session: Int64
    /// Which seat, 0 … 63.
    public var number: Int

    /// A seat.
    public init(session: Int64, number: Int) {
        self.session = session
        self.number = number
    }
}

/// Who and what is needed, and when: the time that a hold or an appointment takes (BK-1).
public struct Placement: Hashable, Sendable, Codable {
    /// The person's number; nil for the session of a group.
    public var person: Int64?
    /// Index of the clinician.
    public var clinician: Int32
    /// The room, for a face-to-face appointment (CL-9).
    public var room: Int64?
    /// The seat in a group's session (TX-4), instead of a clinician's and a room's own time.
    public var seat: GroupSeat?
    /// What the appointment is for.
    public var kind: AppointmentKind
    /// When it starts: on a multiple of five minutes, from 06:00.
    public var start: CivilMinute
    /// How long, 1 minute or more; it ends by 22:00 of the same day.
    public var minutes: Int

    /// A placement.
    public init(
        person: Int64?, clinician: Int32, room: Int64? = nil, seat: GroupSeat? = nil, kind: AppointmentKind,
        start: CivilMinute, minutes: Int
    ) {
        self.person = person
        self.clinician = clinician
        self.room = room
        self.seat = seat
        self.kind = kind
        self.start = start
        self.minutes = minutes
    }
}

/// A placement is kept for a person for a few minutes (BK-4). It takes the time like an appointment.
public struct HoldPlaced: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var hold: Int64
    /// What it keeps.
    public var placement: Placement
    /// From this minute it keeps nothing.
    public var expires: CivilMinute
    /// Why a rule was overridden (CL-1); nil if none was. Only the log keeps it.
    public var overrideReason: String?

    /// A hold.
    public init(hold: Int64, placement: Placement, expires: CivilMinute, overrideReason: String? = nil) {
        self.hold = hold
        self.placement = placement
        self.expires = expires
        self.overrideReason = overrideReason
    }
}

/// How a hold ended. Raw values are kept in the log.
public enum HoldOutcome: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// It became an appointment, in the same step.
    case confirmed = 1
    /// It was given up.
    case released = 2
    /// Its time passed.
    case expired = 3
}

/// A hold ended; each hold ends once.
public struct HoldEnded: Hashable, Sendable, Codable {
    /// Its number.
    public var hold: Int64
    /// How.
    public var outcome: HoldOutcome

    /// The end of a hold.
    public init(hold: Int64, outcome: HoldOutcome) {
        self.hold = hold
        self.outcome = outcome
    }
}

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

/// Who cancelled. Raw values are kept in the log.
public enum Canceller: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// The person.
    case patient = 1
    /// The service.
    case provider = 2

    /// The national attendance code (AT-1).
    public var attendance: Attendance { self == .patient ? .cancelledByPatient : .cancelledByProvider }
}

/// An appointment was cancelled; its time is free again (AT-1, FA-5).
public struct AppointmentCancelled: Hashable, Sendable, Codable {
    /// Its number.
    public var appointment: Int64
    /// Who cancelled.
    public var by: Canceller
    /// Notice given, in minutes (AT-2).
    public var noticeMinutes: Int
    /// Why.
    public var why: String
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

/// What became of an appointment (AT-1). Its time stays taken.
public struct AttendanceRecorded: Hashable, Sendable, Codable {
    /// Its number.
    public var appointment: Int64
    /// The outcome; a cancellation is recorded as `AppointmentCancelled`.
    public var attendance: Attendance
    /// PHQ-9 and GAD-7 taken at it (TX-10).
    public var scores: Scores?

    /// An outcome.
    public init(appointment: Int64, attendance: Attendance, scores: Scores? = nil) {
        self.appointment = appointment
        self.attendance = attendance
        self.scores = scores
    }
}

/// An earlier entry is undone: it was wrong (BK-4). The entry stays in the log.
public struct Corrected: Hashable, Sendable, Codable {
    /// The sequence number of the entry.
    public var sequence: Int64
    /// Why.
    public var why: String

    /// A correction.
    public init(sequence: Int64, why: String) {
        self.sequence = sequence
        self.why = why
    }
}
