/// What an attempt to reach a person came to (RF-10, RF-11).
@frozen
public enum ContactAnswer: UInt8, CaseIterable, Sendable {
    /// Nobody answered.
    case notReached
    /// The person does not want an appointment, or not now.
    case declines
    /// The person wants an appointment.
    case wantsAppointment
}
