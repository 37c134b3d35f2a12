public import CareModel

/// What is booked for a person: what for, when, with whom and where.
@frozen
public struct DeskAppointment: Hashable, Sendable, BitwiseCopyable {
    /// When it starts.
    public var start: CivilMinute
    /// Index of the clinician.
    public var clinician: Int32
    /// Index of the room; -1 if it has none (CL-9).
    public var room: Int32
    /// How long, minutes: within a day.
    public var minutes: UInt16
    /// What for.
    public var kind: AppointmentKind

    /// A slot, for a kind of appointment.
    @inlinable @inline(__always)
    init(_ slot: SlotOffer, _ kind: AppointmentKind) {
        start = slot.start
        clinician = slot.clinician
        room = slot.room
        minutes = UInt16(clamping: slot.minutes)
        self.kind = kind
    }
}

/// Why something that was booked is given up, and how long before its start that was said (AT-2).
@frozen
public struct Cancellation: Hashable, Sendable, BitwiseCopyable {
    /// Why, and so by whom.
    public var cause: CancellationCause
    /// Notice, minutes, 0 or more.
    public var noticeMinutes: Int32

    @inline(__always)
    init(_ cause: CancellationCause, noticeMinutes: Int64) {
        self.cause = cause
        self.noticeMinutes = Int32(clamping: max(0, noticeMinutes))
    }
}

/// What a person is told, and of what.
@frozen
public struct DeskMessage: Hashable, Sendable, BitwiseCopyable {
    /// The text.
    public var template: MessageTemplate
    /// The start of the appointment that it is about; nil if about none.
    public var about: CivilMinute?
    /// Whether it is told only to somebody who was told before of what it takes back or changes.
    public var ifTold = false
}
