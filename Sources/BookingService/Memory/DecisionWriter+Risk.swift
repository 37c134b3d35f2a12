import Allocation
import CareModel
import Diaries

extension DecisionWriter {
    /// Writes the urgent slot of somebody at risk (ST-7): the time that it takes in a diary, and the task of whoever is
    /// to act on it. If nobody has time, the task is due at once.
    func writeUrgentSlot(_ person: Int, with clinician: Int, from start: CivilMinute) throws {
        guard clinician >= 0 else { return try addTask("duty-call", due: now, person: person) }
        let end = start.minuteOfDay + box.desk.rules[box.desk.team(person)].riskMinutes
        let hours = MinutesOfDay(start: start.minuteOfDay, end: max(start.minuteOfDay, min(end, 1440)))
        try writeTime(of: clinician, on: start.day, within: DayGrid(hours.touched))
        try addTask("duty-call", due: start, person: person, clinician: clinician)
    }
}
