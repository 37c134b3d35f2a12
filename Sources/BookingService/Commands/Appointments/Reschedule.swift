import CareModel

/// Moves a standing appointment in one step: the person has the old one or the new one, never both, never none (BK-4).
public struct Reschedule: UseCase {
    /// The appointment's number.
    public var appointment: Int64
    /// Where to.
    public var slot: WantedSlot
    /// The person asks for it; else the service does.
    public var byPerson: Bool
    /// Why a rule is overridden, if it must be (CL-1).
    public var reason: String?

    /// The command.
    public init(appointment: Int64, slot: WantedSlot, byPerson: Bool = true, reason: String? = nil) {
        self.appointment = appointment
        self.slot = slot
        self.byPerson = byPerson
        self.reason = reason
    }
}

extension Reschedule {
    package static let name = "reschedule"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .appointment(appointment) }
    package var words: String { "reschedule" }

    package func perform(in step: CommandStep) throws -> BookedSlot {
        if let later = try step.bookings.laterSession(appointment) {
            return try step.bookings.move(later, to: slot.offer, byPerson: byPerson, reason: reason)
        }
        let person = try step.person(with: appointment)
        return try step.bookings.book(
            person, slot.offer, hold: nil, reason: reason, channel: .unknown, byPerson: byPerson, moves: true)
    }
}
