import CareModel
import Diaries

/// Sessions of a course that are booked beyond the next one (BK-2).
enum LaterSessionRules {
    /// Books a session of a course beyond the next one (BK-2).
    /// - Parameter old: the start of the one that was given up for it, if it is a move (BK-4).
    static func book(_ desk: inout DeskState, _ person: Int, _ slot: SlotOffer, insteadOf old: CivilMinute?) {
        desk.appointments.bookLater(person, slot, at: desk.now, &desk.capacity)
        desk.people[person].countAppointment()
        desk.emit(.laterBooked(UInt32(person), DeskAppointment(slot, .treatment), insteadOf: old))
        // Whoever was told of the other one hears of this.
        if old != nil { desk.tell(person, .appointmentMoved, about: slot.start, ifTold: true) }
    }

    /// A session of a course beyond the next one does not take place when it was to (BK-2, BK-4, AT-3, AT-10).
    /// - Parameter cause: why the service cancels it, if it does.
    static func end(
        _ desk: inout DeskState, _ person: Int, at start: CivilMinute, _ end: LaterEnd,
        _ cause: CancellationCause = .serviceCancels
    ) {
        switch end {
        case .moved(let byPerson):
            desk.cancelLater(person, at: start, byPerson ? .personMoves : .serviceMoves)
        case .byService:
            desk.cancelLater(person, at: start, cause)
            desk.people[person].flags.insert(.rebookFirst)
        case .byPerson(let exception):
            desk.cancelLater(person, at: start, .personCancels)
            let notice = start - (desk.tookPlace ?? desk.now)
            if MissedAppointments.endsByPolicy(
                &desk, person, .cancelledByPatient, noticeMinutes: notice, exception: exception)
            {
                Endings.close(&desk, person, .droppedOut)
            }
        }
    }

    /// Later sessions that passed while the person was out of touch lapse.
    static func lapsePassed(_ desk: inout DeskState, _ person: Int) {
        guard !desk.appointments.later.isEmpty else { return }
        for session in desk.laterSessions(of: person) where session.slot.start <= desk.now {
            desk.cancelLater(person, at: session.slot.start, .outOfTouch)
        }
    }

    /// The first of the later sessions becomes the next one, if there is one. It may have passed, where outcomes are
    /// recorded late: then its own is recorded next.
    /// - Returns: whether there was one.
    static func takeUpNext(_ desk: inout DeskState, _ person: Int) -> Bool {
        guard !desk.appointments.later.isEmpty, let session = desk.laterSessions(of: person).first else { return false }
        desk.leaveList(person)
        takeUp(&desk, person, session)
        return true
    }

    /// A later session becomes the next one: nothing changes in the diary.
    private static func takeUp(_ desk: inout DeskState, _ person: Int, _ session: LaterSession) {
        desk.appointments.takeUp(person, session, &desk.people)
        desk.people.setNextDue(person, Episode.never)
        desk.emit(.takenUp(UInt32(person), desk.appointment(of: person)))
    }

    /// Somebody who missed a session came to the next one that was booked (AT-4): that is contact enough.
    static func came(_ desk: inout DeskState, _ person: Int) {
        guard let session = desk.laterSessions(of: person).first else {
            preconditionFailure("person \(person) has no later session")
        }
        desk.move(person, .madeContact)
        takeUp(&desk, person, session)
    }

    /// Whether somebody who missed a session can have come to the next one that was booked: it has begun.
    static func mayHaveCome(_ desk: borrowing DeskState, _ person: Int) -> Bool {
        guard desk.people.episodes[person].state == .missedSession, let next = desk.laterSessions(of: person).first
        else { return false }
        return next.slot.start <= desk.now
    }

    /// What speaks against a slot as a session beyond the next one, beside what speaks against any (BK-2): it is with
    /// the clinician who holds the person, and comes after the next one.
    static func refusals(_ desk: borrowing DeskState, of slot: SlotOffer, for person: Int) -> [BookingRefusal] {
        // Whoever missed a session still has the others, and may ask for another time (AT-4).
        let isNext = desk.people.episodes[person].state == .inTreatment && desk.people[person].slotKind == .treatment
        guard desk.people[person].isBooked && isNext || desk.people.episodes[person].state == .missedSession else {
            return [.notWaiting]
        }
        var found = SlotRefusals.refusals(desk, of: slot, for: person, kind: .treatment)
        if desk.people[person].isBooked, slot.start <= desk.people[person].slotStart { found.append(.outOfOrder) }
        return found
    }

    static func mayBook(_ desk: borrowing DeskState, _ person: UInt32, _ slot: SlotOffer) -> Bool {
        guard desk.people.episodes.indices.contains(Int(person)) else { return false }
        return refusals(desk, of: slot, for: Int(person)).allSatisfy { $0 == .setAside || $0 == .anotherLength }
    }
}
