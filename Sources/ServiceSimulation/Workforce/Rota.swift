import Allocation
import CareModel
import Diaries

extension Simulation {
    /// Days ahead that the duty rota is made.
    static let dutyLeadDays: Int32 = 63

    /// Puts the next clinician who works that day on duty: the day is not bookable (CL-5).
    mutating func assignDuty(team: Int, on day: CivilDay) {
        guard practices[team].workforce.dutyRota, desk.capacity.diary.hasPage(for: day) else { return }
        let members = desk.capacity.range(team: team)
        guard !members.isEmpty, !members.contains(where: { desk.capacity.absence($0, on: day).contains(.duty) }) else {
            return
        }
        for turn in 0..<members.count {
            let clinician = members.lowerBound + (nextOnDuty[team] + turn) % members.count
            let who = desk.capacity.clinicians[clinician]
            guard !who.role.isTrainee, day <= who.lastDay, desk.capacity.isAtWork(clinician, on: day),
                desk.capacity.diary.booked(clinician, on: day).isEmpty
            else { continue }
            hear(.absent(clinician: clinician, first: day, last: day, .duty))
            nextOnDuty[team] = (nextOnDuty[team] + turn + 1) % members.count
            return
        }
    }

    /// Blocks the monthly group supervision, eight weeks ahead: the second Wednesday at step 2, the second Thursday at
    /// step 3, from 14:00 (CL-4).
    mutating func blockGroupSupervision(on today: CivilDay) {
        let day = today + Simulation.dutyLeadDays
        guard (8...14).contains(day.date.day), calendar.isWorkingDay(day) else { return }
        let step: Step
        switch day.weekday {
        case .wednesday: step = .low
        case .thursday: step = .high
        default: return
        }
        for team in practices.indices {
            let workforce = practices[team].workforce
            let minutes = step == .low ? workforce.lowGroupSupervisionMinutes : workforce.highGroupSupervisionMinutes
            guard minutes > 0 else { continue }
            let hours = MinutesOfDay(start: 14 * 60, end: 14 * 60 + min(480, minutes))
            for clinician in desk.capacity.range(team: team, step: step) {
                hear(.blocked(clinician: clinician, day, hours))
            }
        }
    }
}
