import Allocation
import BookingStore
public import CareModel

/// Where an appointment takes place that stays when it is.
public enum NewVenue: Hashable, Sendable {
    /// In the room with this number (CL-9).
    case room(Int64)
    /// By telephone or video (AT-6).
    case distance(ConsultationChannel)
}

extension BookingService {
    /// An appointment stays at its time and with its clinician, in another room, or by telephone or video (CL-9, AT-6):
    /// also a session beyond the next one (BK-2). The room that it had is free for others.
    /// - Throws: ``BookingError/refused(_:)`` if the room does not suit the person and the clinician, or is not free;
    ///   ``BookingError/invalid(_:)`` if there is nothing to change.
    public func changeVenue(
        appointment: Int64, to venue: NewVenue, in context: Context
    ) throws -> BookedSlot {
        let command = KeyedCommand("change venue", .appointment(appointment), venue)
        return try run(context, .book, command) { step in
            let later = try step.laterSession(appointment)
            let index = try later?.person ?? Int(step.person(with: appointment) - 1)
            let person = step.box.desk.people[index]
            let own = later.flatMap { step.box.desk.laterSession(of: index, at: $0.start)?.slot } ?? person.slot
            var decisions = step.decisions()
            let room: Int32
            switch venue {
            case .distance(let channel):
                guard own.room >= 0 else {
                    throw BookingError.invalid(
                        "appointment \(appointment) is not in a room: there is nothing to change")
                }
                (room, decisions.why, decisions.channel) = (-1, DecisionWriter.atADistance, channel)
            case .room(let number):
                room = Int32(try step.index(ofRoom: number))
                (decisions.why, decisions.channel) = (DecisionWriter.anotherRoom, .faceToFace)
            }
            guard room != own.room else { return try step.unchanged(appointment, own, Int64(index + 1)) }
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
            return try step.slots(of: decisions.booked.suffix(1).map { $0 }).first
                ?? step.unchanged(appointment, own, Int64(index + 1))
        }
    }
}
