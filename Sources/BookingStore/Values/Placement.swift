public import CareModel

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
