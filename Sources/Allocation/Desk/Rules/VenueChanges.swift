import CareModel
import Diaries

/// What is booked stays when it is, in another room, or by telephone or video (CL-9, AT-6).
enum VenueChanges {
    /// A booked appointment stays when it is, in another room, or by telephone or video (CL-9): also where the person
    /// cannot come and is offered that first (AT-6). The room that it had is free for others.
    /// - Parameter room: index of a room that is free for it; -1 is none.
    static func change(_ desk: inout DeskState, _ person: Int, room: Int32) {
        let kind = desk.people[person].slotKind
        var slot = desk.people[person].slot
        desk.sayCancelled(person, cause(ofRoom: room))
        desk.appointments.cancel(person, &desk.people, &desk.capacity)
        slot.room = room
        desk.book(person, kind, slot, insteadOf: slot.start)
        desk.offerFreedTime(team: desk.team(person))
    }

    /// The same of a session beyond the next one, by its start (BK-2).
    static func change(_ desk: inout DeskState, ofLater person: Int, at start: CivilMinute, room: Int32) {
        guard let session = desk.laterSession(of: person, at: start) else {
            preconditionFailure("no later session of person \(person) at \(start)")
        }
        var slot = session.slot
        slot.room = room
        desk.cancelLater(person, at: start, cause(ofRoom: room))
        LaterSessionRules.book(&desk, person, slot, insteadOf: start)
    }

    /// Without a room it is the person who could not come (AT-6); else the service has another room.
    private static func cause(ofRoom room: Int32) -> CancellationCause { room < 0 ? .keptAtADistance : .anotherRoom }

    /// What speaks against another room for what is booked, at the time at which it is booked; empty if nothing does
    /// (CL-9, EQ-5, BK-9).
    /// - Parameters:
    ///   - own: what is booked.
    ///   - kind: what for.
    ///   - room: index of the room.
    static func roomRefusals(
        _ desk: borrowing DeskState, _ room: Int, insteadOf own: SlotOffer, for person: Int, kind: AppointmentKind
    ) -> [BookingRefusal] {
        guard desk.capacity.rooms.indices.contains(room), desk.capacity.diary.hasPage(for: own.start.day) else {
            return [.roomTaken]
        }
        var needs = PersonNeeds()
        needs.venue = desk.people.referrals[person].venue
        needs.needsAccess = desk.people.referrals[person].accessibilityNeed == .yes
        guard kind != .keepingInTouch, desk.capacity.suits(room: room, needs, instead: own) else {
            return [.anotherVenue]
        }
        let wanted = DayGrid(own.quanta)
        return desk.capacity.free(room: room, on: own.start.day) & wanted == wanted ? [] : [.roomTaken]
    }

    static func mayChange(_ desk: borrowing DeskState, _ person: UInt32, room: Int32) -> Bool {
        guard Int(person) < desk.people.episodes.count, desk.people.episodes[Int(person)].state.isOpen,
            desk.people[Int(person)].isBooked
        else {
            return false
        }
        let known = desk.people[Int(person)]
        return mayHave(desk, known.slot, to: room, for: Int(person), known.slotKind)
    }

    static func mayChange(_ desk: borrowing DeskState, ofLater person: UInt32, at start: CivilMinute, room: Int32)
        -> Bool
    {
        guard Int(person) < desk.people.episodes.count, let later = desk.laterSession(of: Int(person), at: start) else {
            return false
        }
        return mayHave(desk, later.slot, to: room, for: Int(person), .treatment)
    }

    private static func mayHave(
        _ desk: borrowing DeskState, _ slot: SlotOffer, to room: Int32, for person: Int, _ kind: AppointmentKind
    ) -> Bool {
        guard room != slot.room else { return false }
        return room < 0 || roomRefusals(desk, Int(room), insteadOf: slot, for: person, kind: kind).isEmpty
    }
}
