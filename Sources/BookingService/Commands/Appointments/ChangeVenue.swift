import Allocation
import CareModel

/// An appointment stays at its time and with its clinician, in another room, or by telephone or video (CL-9, AT-6):
/// also a session beyond the next one (BK-2). The room that it had is free for others.
///
/// It is refused if the room does not suit the person and the clinician, or is not free, or if there is nothing to
/// change.
public struct ChangeVenue: UseCase {
    /// The appointment's number.
    public var appointment: Int64
    /// Where to.
    public var venue: NewVenue

    /// The command.
    public init(appointment: Int64, venue: NewVenue) {
        self.appointment = appointment
        self.venue = venue
    }
}

extension ChangeVenue {
    package static let name = "change-venue"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .appointment(appointment) }
    package var words: String { "change venue" }

    package func perform(in step: CommandStep) throws -> BookedSlot {
        let later = try step.bookings.laterSession(appointment)
        let index = try later?.person ?? Int(step.person(with: appointment) - 1)
        let person = step.box.desk.people[index]
        let own = later.flatMap { step.box.desk.laterSession(of: index, at: $0.start)?.slot } ?? person.slot
        var decisions = step.decisions()
        let room: Int32
        switch venue {
        case .distance(let channel):
            guard own.room >= 0 else {
                throw BookingError.invalid(
                    "appointment \(appointment) is not in a room: "
                        + "there is nothing to change ('venue --room' gives it one)"
                )
            }
            (room, decisions.why, decisions.channel) = (-1, "kept by telephone or video", channel)
        case .room(let number):
            room = Int32(try step.index(ofRoom: number))
            (decisions.why, decisions.channel) = ("kept in another room", .faceToFace)
        }
        guard room != own.room else { return try step.bookings.unchanged(appointment, own, Int64(index + 1)) }
        let fact: DeskFact =
            later.map { .laterVenueChanged(UInt32(index), $0.start, room: room) }
            ?? .venueChanged(UInt32(index), room: room)
        try decisions.checkBegun(fact)
        if room >= 0 {
            let kind = later == nil ? person.slotKind : .treatment
            let refusals = step.box.desk.roomRefusals(Int(room), insteadOf: own, for: index, kind: kind)
            guard refusals.isEmpty else { throw BookingError.refused(refusals) }
        }
        try decisions.hear(fact)
        return try step.shown.slots(of: decisions.booked.suffix(1).map { $0 }).first
            ?? step.bookings.unchanged(appointment, own, Int64(index + 1))
    }
}
