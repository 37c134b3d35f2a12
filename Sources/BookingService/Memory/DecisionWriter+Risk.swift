import Allocation
import CareModel
import Diaries

extension DecisionWriter {
    /// Writes the urgent slot of somebody at risk (ST-7): the time that it takes in a diary, and the task of whoever is
    /// to act on it. If nobody has time, the task is due at once; for whoever refers themselves while the service is
    /// closed, when it is open next.
    func writeUrgentSlot(_ person: Int, with clinician: Int, from start: CivilMinute) throws {
        guard clinician >= 0 else {
            let isReferral = box.desk.episodes[person].state == .awaitingScreening
            let refersSelf = isReferral && box.desk.referrals[person].isUrgent
            return try addTask("duty-call", due: refersSelf ? openFrom(person) : now, person: person)
        }
        let end = start.minuteOfDay + box.desk.rules[box.desk.team(person)].riskMinutes
        let hours = MinutesOfDay(start: start.minuteOfDay, end: max(start.minuteOfDay, min(end, 1440)))
        try writeTime(of: clinician, on: start.day, within: DayGrid(hours.touched))
        try addTask("duty-call", due: start, person: person, clinician: clinician)
    }

    /// From when on somebody of a person's team is there: now, or when it is open next.
    private func openFrom(_ person: Int) -> CivilMinute {
        let hours = box.desk.rules[box.desk.team(person)].openingHours
        let isToday = box.desk.calendar.isWorkingDay(now.day) && now.minuteOfDay < hours.end
        let day = isToday ? now.day : box.desk.calendar.day(0, workingDaysAfter: now.day + 1)
        return max(now, CivilMinute(day: day, minuteOfDay: hours.start))
    }
}
