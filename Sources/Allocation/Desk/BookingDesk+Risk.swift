public import CareModel
import Diaries

extension BookingDesk {
    /// Risk was found at a contact (ST-7): the duty worker has an urgent slot the same day, if there is time. If not,
    /// whoever found it acts on it, and what is booked with them in that time gives way: those people are rebooked
    /// first (AT-10). If a clerk found it, it is the clinician who holds the person, if there is one who is there.
    /// - Parameter clinician: whoever found it; -1 is a clerk.
    public mutating func riskFound(_ person: Int, with clinician: Int, from: CivilMinute) {
        let minutes = rules[team(person)].riskMinutes
        if let slot = takeDutySlot(team: team(person), minutes: minutes, from: from) {
            return emit(.urgentSlot(UInt32(person), clinician: slot.clinician, start: slot.start))
        }
        let clinician = clinician >= 0 ? clinician : holder(of: person, on: from.day)
        guard clinician >= 0 else { return emit(.urgentSlot(UInt32(person), clinician: -1, start: from)) }
        let until = from + Int64(minutes)
        for session in laterSessions(with: clinician, on: from.day...from.day)
        where overlaps(session.slot, from, until) {
            endLater(Int(session.person), at: session.slot.start, .byService)
        }
        for other in booked(with: clinician, on: from.day) where overlaps(people[other].slot, from, until) {
            cancelledByService(other)
        }
        let end = min(until.minuteOfDay, Quanta.minuteOfDay(Quanta.perDay))
        if until.day == from.day, from.minuteOfDay < end {
            capacity.block(clinician, on: from.day, MinutesOfDay(start: from.minuteOfDay, end: end))
        }
        emit(.urgentSlot(UInt32(person), clinician: Int32(clinician), start: from))
    }

    /// Who has the person on the caseload, if they are there on a day; -1 if nobody is.
    private func holder(of person: Int, on day: CivilDay) -> Int {
        guard episodes[person].state.isOnCaseload else { return -1 }
        let clinician = Int(episodes[person].clinician)
        return capacity.isThere(clinician, on: day) ? clinician : -1
    }

    private func overlaps(_ slot: SlotOffer, _ from: CivilMinute, _ until: CivilMinute) -> Bool {
        slot.start < until && slot.start + Int64(slot.minutes) > from
    }

    /// Takes the first time that the duty worker of a team has left in the core hours of a day (CL-5); nil if there is
    /// none.
    private mutating func takeDutySlot(team: Int, minutes: Int, from: CivilMinute) -> SlotOffer? {
        let day = from.day
        let others = AbsenceReason.seesNobody.subtracting(.duty)
        for clinician in capacity.range(team: team) {
            let absence = capacity.absence(clinician, on: day)
            guard absence.contains(.duty), absence.isDisjoint(with: others) else { continue }
            let hours = Quanta.within(rules[team].openingHours)
            let start = max(hours.lowerBound, Quanta.index(minuteOfDay: from.minuteOfDay + Quanta.minutes - 1))
            guard start < hours.upperBound else { continue }
            let free = DayGrid(start..<hours.upperBound).subtracting(capacity.diary.booked(clinician, on: day))
            let length = Quanta.spanning(minutes: minutes)
            guard let slot = free.firstRun(length) else { continue }
            guard capacity.bookTime(clinician, on: day, quanta: slot..<slot + length) else { return nil }
            let begins = CivilMinute(day: day, minuteOfDay: Quanta.minuteOfDay(slot))
            return SlotOffer(clinician: Int32(clinician), start: begins, minutes: minutes, reasons: [])
        }
        return nil
    }
}
