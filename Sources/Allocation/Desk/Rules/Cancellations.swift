import CareModel
import Diaries

/// Appointments that will not take place, because the person or the service says so (AT-3, AT-10, BK-6, FA-5).
enum Cancellations {
    /// The person cancels a booked appointment in advance; the slot is offered again (FA-5, AT-3).
    /// - Parameters:
    ///   - rebooks: the person wants another.
    ///   - exception: the supervisor lets the course go on at the limit of misses (AT-3).
    static func byPerson(_ desk: inout DeskState, _ person: Int, rebooks: Bool, exception: Bool) {
        let kind = desk.people[person].slotKind
        desk.cancelBooking(person, .personCancels, said: desk.tookPlace)
        switch kind {
        case .firstAppointment:
            desk.people[person].flags.insert(.movedByPerson)
            desk.move(person, .firstAppointmentCancelled)
            guard rebooks else { return Endings.close(&desk, person, .withdrewBeforeFirstAppointment) }
            FirstAppointments.joinList(&desk, person)
            FirstAppointments.offerOnThePhone(&desk, person)
        case .treatment where desk.people.episodes[person].state == .waitingTreatment: Calls.planNext(&desk, person)
        case .treatment:
            desk.move(person, .sessionCancelled)
            if !rebooks {
                Endings.close(&desk, person, .stoppedEarly)
            } else if MissedAppointments.endsByPolicy(&desk, person, .cancelledByPatient, exception: exception) {
                MissedAppointments.endByRule(&desk, person)
            } else {
                CourseSessions.bookNext(&desk, person)
            }
        case .keepingInTouch:
            Calls.planNext(&desk, person)
        }
    }

    /// The service cancels a booked appointment: it never counts against the person, who is rebooked first (AT-10).
    /// - Parameter cause: why.
    static func byService(_ desk: inout DeskState, _ person: Int, _ cause: CancellationCause = .serviceCancels) {
        let kind = desk.people[person].slotKind
        desk.cancelBooking(person, cause, said: desk.tookPlace)
        switch kind {
        case .firstAppointment:
            desk.people[person].flags.insert([.movedByService, .rebookFirst])
            desk.move(person, .firstAppointmentCancelled)
            FirstAppointments.joinList(&desk, person)
            desk.offerFreedTime(team: desk.team(person))
        case .treatment where desk.people.episodes[person].state == .waitingTreatment: Calls.planNext(&desk, person)
        case .treatment:
            desk.people[person].flags.insert(.rebookFirst)
            desk.move(person, .sessionCancelled)
            CourseSessions.bookNext(&desk, person)
        case .keepingInTouch:
            Calls.planNext(&desk, person)
        }
    }

    /// Cancels what is booked with a clinician on a range of days: sessions beyond the next one first, so that nobody
    /// is given one of them instead (BK-2), then day by day; people are rebooked first (AT-10, BK-6).
    static func all(_ desk: inout DeskState, _ clinician: Int, _ days: ClosedRange<CivilDay>) {
        for session in desk.laterSessions(with: clinician, on: days) {
            LaterSessionRules.end(&desk, Int(session.person), at: session.slot.start, .byService, .clinicianAbsent)
        }
        var day = days.lowerBound
        while day <= days.upperBound, desk.capacity.diary.hasPage(for: day) {
            for person in desk.booked(with: clinician, on: day) { byService(&desk, person, .clinicianAbsent) }
            day = day + 1
        }
    }

    /// The sessions beyond the next one that cannot take place as they were to on a range of days, by person, then
    /// start (BK-2, BK-6). O(booked).
    static func displacedLater(_ desk: borrowing DeskState, _ why: Displacement, on days: ClosedRange<CivilDay>)
        -> [LaterSession]
    {
        desk.appointments.later.filter {
            days.contains($0.slot.start.day) && $0.slot.start > desk.now
                && isDisplaced(desk, $0.slot, of: Int($0.person), why)
        }
    }

    /// Who is booked and cannot be seen as they were to be on a range of days, by start, then number (BK-6). O(people).
    static func displaced(_ desk: borrowing DeskState, _ why: Displacement, on days: ClosedRange<CivilDay>) -> [Int] {
        var found = desk.people.episodes.indices.filter { person in
            desk.people[person].isBooked && desk.people[person].slotStart > desk.now
                && days.contains(desk.people[person].slotStart.day)
                && isDisplaced(desk, desk.people[person].slot, of: person, why)
        }
        found.sort { (desk.people[$0].slotStart, $0) < (desk.people[$1].slotStart, $1) }
        return found
    }

    /// Cancels what cannot take place as it was to: sessions beyond the next one first, so that nobody is given one of
    /// them instead (BK-2); people are rebooked first (AT-10, BK-6).
    static func cancelDisplaced(_ desk: inout DeskState, _ why: Displacement, _ days: ClosedRange<CivilDay>) {
        for session in displacedLater(desk, why, on: days) {
            LaterSessionRules.end(&desk, Int(session.person), at: session.slot.start, .byService, why.cause)
        }
        for person in displaced(desk, why, on: days) { byService(&desk, person, why.cause) }
    }

    /// Whether a slot of a person lies in the clinician's hours; an interpreter's minutes may overrun a gap (EQ-2).
    static func isBookable(_ desk: borrowing DeskState, _ slot: SlotOffer, for person: Int) -> Bool {
        desk.capacity.isBookable(slot, beyond: desk.minutesBeyond(person, with: Int(slot.clinician)))
    }

    private static func isDisplaced(
        _ desk: borrowing DeskState, _ slot: SlotOffer, of person: Int, _ why: Displacement
    ) -> Bool {
        switch why {
        case .roomClosed(let room): slot.room == Int32(room)
        case .outsideHours(let clinician):
            slot.clinician == Int32(clinician) && desk.capacity.diary.hasPage(for: slot.start.day)
                && !isBookable(desk, slot, for: person)
        }
    }
}
