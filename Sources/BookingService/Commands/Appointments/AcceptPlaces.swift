import Allocation
import BookingStore
import CareModel

/// Books places of a proposal, one after another in their order: those that are still free for the person. The others
/// are refused, each with what stands against it, and nothing else is held up by them.
public struct AcceptPlaces: UseCase {
    /// The places.
    public var places: [ProposedPlace]

    /// The command.
    public init(places: [ProposedPlace]) {
        self.places = places
    }
}

extension AcceptPlaces {
    package static let name = "accept"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .nobody }
    package var words: String { "accept" }

    package func perform(in step: CommandStep) throws -> [AcceptedPlace] {
        let accepted = try places.map { place in
            let index = try step.index(of: place.person)
            let slot = step.box.desk.fitted(
                SlotOffer(clinician: place.clinician, start: place.start, minutes: place.minutes, reasons: []),
                for: index, kind: place.kind)
            guard step.box.desk.nextKind(of: index) == place.kind else {
                return AcceptedPlace(
                    person: place.person, appointment: nil, refusal: BookingRefusal.notWaiting.words)
            }
            let refusals = step.box.desk.refusals(of: slot, for: index, kind: place.kind)
            guard refusals.isEmpty else {
                return AcceptedPlace(
                    person: place.person, appointment: nil,
                    refusal: refusals.map(\.words).joined(separator: "; "))
            }
            let booked = try step.bookings.book(
                place.person, slot, hold: nil, reason: nil, channel: .unknown, byPerson: false)
            return AcceptedPlace(person: place.person, appointment: booked.appointment, refusal: "")
        }
        return try step.writer.named(accepted)
    }
}
