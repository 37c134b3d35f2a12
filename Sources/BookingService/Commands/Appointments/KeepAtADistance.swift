import Allocation
import BookingStore
public import CareModel

/// Keeps a face-to-face appointment at its time by telephone or video, because the person cannot come (AT-6): its room
/// is free for others.
public struct KeepAtADistance: UseCase {
    /// The appointment's number.
    public var appointment: Int64
    /// How the person is seen.
    public var channel: ConsultationChannel

    /// The command.
    public init(appointment: Int64, channel: ConsultationChannel = .telephone) {
        self.appointment = appointment
        self.channel = channel
    }
}

extension KeepAtADistance {
    package static let name = "keep-at-a-distance"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .appointment(appointment) }
    package var words: String { "keep at a distance" }

    package func perform(in step: CommandStep) throws -> BookedSlot {
        let person = try step.person(with: appointment)
        let fact = DeskFact.keptAtADistance(UInt32(person - 1))
        try step.bookings.checkBegun(Int(person - 1))
        guard step.box.desk.isPossible(fact) else {
            throw BookingError.invalid(
                "appointment \(appointment) is not in a room: there is nothing to change ('venue' gives it one)")
        }
        var decisions = step.decisions()
        decisions.why = "kept by telephone or video"
        decisions.channel = channel
        try decisions.hear(fact)
        let slot = step.box.desk.people[Int(person - 1)].slot
        return BookedSlot(
            appointment: decisions.booked.last ?? 0, start: slot.start, clinician: slot.clinician, room: nil,
            person: person, name: try step.name(of: person),
            clinicianName: step.box.clinicians[Int(slot.clinician)].name)
    }
}
