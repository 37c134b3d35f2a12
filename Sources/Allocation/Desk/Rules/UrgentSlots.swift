import CareModel
import Diaries

/// Risk that was found at a contact, and the urgent slot of the day (ST-7, CL-5).
enum UrgentSlots {
    /// Risk was found at a contact (ST-7): the duty worker has an urgent slot the same day, if there is time. If not,
    /// whoever found it acts on it, and what is booked with them in that time gives way: those people are rebooked
    /// first (AT-10). If a clerk found it, it is the clinician who holds the person, if there is one who is there.
    /// - Parameter clinician: whoever found it; -1 is a clerk.
    static func found(_ desk: inout DeskState, _ person: Int, with clinician: Int, from: CivilMinute) {
        let minutes = desk.rules[desk.team(person)].riskMinutes
        if let slot = takeDuty(&desk, team: desk.team(person), minutes: minutes, from: from) {
            return Office.callDuty(&desk, person, clinician: slot.clinician, from: slot.start)
        }
        let clinician = clinician >= 0 ? clinician : holder(desk, of: person, on: from.day)
        guard clinician >= 0 else { return Office.callDuty(&desk, person, clinician: -1, from: from) }
        let until = from + Int64(minutes)
        for session in desk.laterSessions(with: clinician, on: from.day...from.day)
        where overlaps(desk, session.slot, from, until) {
            LaterSessionRules.end(&desk, Int(session.person), at: session.slot.start, .byService, .urgentHelp)
        }
        for other in desk.booked(with: clinician, on: from.day)
        where overlaps(desk, desk.people[other].slot, from, until) {
            Cancellations.byService(&desk, other, .urgentHelp)
        }
        let end = min(until.minuteOfDay, Quanta.minuteOfDay(Quanta.perDay))
        if until.day == from.day, from.minuteOfDay < end {
            desk.capacity.block(clinician, on: from.day, MinutesOfDay(start: from.minuteOfDay, end: end))
        }
        Office.callDuty(&desk, person, clinician: Int32(clinician), from: from)
    }

    /// Who has the person on the caseload, if they are there on a day; -1 if nobody is.
    private static func holder(_ desk: borrowing DeskState, of person: Int, on day: CivilDay) -> Int {
        guard desk.people.episodes[person].state.isOnCaseload else { return -1 }
        let clinician = Int(desk.people.episodes[person].clinician)
        return desk.capacity.isThere(clinician, on: day) ? clinician : -1
    }

    private static func overlaps(
        _ desk: borrowing DeskState, _ slot: SlotOffer, _ from: CivilMinute, _ until: CivilMinute
    ) -> Bool {
        slot.start < until && slot.start + Int64(slot.minutes) > from
    }

    /// Takes the first time that the duty worker of a team has left in the core hours of a day (CL-5); nil if there is
    /// none.
    private static func takeDuty(_ desk: inout DeskState, team: Int, minutes: Int, from: CivilMinute) -> SlotOffer? {
        let day = from.day
        let others = AbsenceReason.seesNobody.subtracting(.duty)
        for clinician in desk.capacity.range(team: team) {
            let absence = desk.capacity.absence(clinician, on: day)
            guard absence.contains(.duty), absence.isDisjoint(with: others) else { continue }
            let hours = Quanta.within(desk.rules[team].openingHours)
            let start = max(hours.lowerBound, Quanta.index(minuteOfDay: from.minuteOfDay + Quanta.minutes - 1))
            guard start < hours.upperBound else { continue }
            let free = DayGrid(start..<hours.upperBound).subtracting(desk.capacity.diary.booked(clinician, on: day))
            let length = Quanta.spanning(minutes: minutes)
            guard let slot = free.firstRun(length) else { continue }
            guard desk.capacity.bookTime(clinician, on: day, quanta: slot..<slot + length) else { return nil }
            let begins = CivilMinute(day: day, minuteOfDay: Quanta.minuteOfDay(slot))
            return SlotOffer(clinician: Int32(clinician), start: begins, minutes: minutes, reasons: [])
        }
        return nil
    }
}
