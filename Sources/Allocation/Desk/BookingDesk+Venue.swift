public import CareModel
import Diaries

extension BookingDesk {
    /// A booked appointment stays when it is, in another room, or by telephone or video (CL-9): also where the person
    /// cannot come and is offered that first (AT-6). The room that it had is free for others.
    /// - Parameter room: index of a room that is free for it; -1 is none.
    mutating func changeVenue(_ person: Int, room: Int32) {
        let kind = people[person].slotKind
        var slot = people[person].slot
        emit(.cancelled(UInt32(person)))
        capacity.release(slot)
        unlinkFromDay(person)
        people[person].slotClinician = -1
        slot.room = room
        book(person, kind, slot)
        offerFreedTime(team: team(person))
    }

    /// The same of a session beyond the next one, by its start (BK-2).
    mutating func changeVenue(ofLater person: Int, at start: CivilMinute, room: Int32) {
        guard let session = laterSession(of: person, at: start) else {
            preconditionFailure("no later session of person \(person) at \(start)")
        }
        var slot = session.slot
        slot.room = room
        cancelLater(person, at: start)
        bookLater(person, slot, at: now)
        people[person].countAppointment()
        emit(.laterBooked(UInt32(person), start))
    }

    /// What speaks against another room for what is booked, at the time at which it is booked; empty if nothing does
    /// (CL-9, EQ-5, BK-9).
    /// - Parameters:
    ///   - own: what is booked.
    ///   - kind: what for.
    ///   - room: index of the room.
    public func roomRefusals(
        _ room: Int, insteadOf own: SlotOffer, for person: Int, kind: AppointmentKind
    ) -> [BookingRefusal] {
        guard capacity.rooms.indices.contains(room), capacity.diary.hasPage(for: own.start.day) else {
            return [.roomTaken]
        }
        var needs = PersonNeeds()
        needs.venue = referrals[person].venue
        needs.needsAccess = referrals[person].accessibilityNeed == .yes
        guard kind != .keepingInTouch, capacity.suits(room: room, needs, instead: own) else { return [.anotherVenue] }
        let wanted = DayGrid(own.quanta)
        return capacity.free(room: room, on: own.start.day) & wanted == wanted ? [] : [.roomTaken]
    }

    func mayChangeVenue(_ person: UInt32, room: Int32) -> Bool {
        guard Int(person) < episodes.count, episodes[Int(person)].state.isOpen, people[Int(person)].isBooked else {
            return false
        }
        let known = people[Int(person)]
        return mayChange(known.slot, to: room, for: Int(person), known.slotKind)
    }

    func mayChangeVenue(ofLater person: UInt32, at start: CivilMinute, room: Int32) -> Bool {
        guard Int(person) < episodes.count, let later = laterSession(of: Int(person), at: start) else { return false }
        return mayChange(later.slot, to: room, for: Int(person), .treatment)
    }

    private func mayChange(_ slot: SlotOffer, to room: Int32, for person: Int, _ kind: AppointmentKind) -> Bool {
        guard room != slot.room else { return false }
        return room < 0 || roomRefusals(Int(room), insteadOf: slot, for: person, kind: kind).isEmpty
    }
}
