import Allocation
import CareModel
import Diaries

extension Workforce {
    /// Days ahead that the duty rota is made.
    static let dutyLeadDays: Int32 = 63

    /// Puts a clinician who works that day on duty: the day is not bookable (CL-5). The day chooses among those who
    /// can, each as likely as any other, so that one clinician more takes some days of duty and moves nobody else's.
    static func assignDuty(team: Int, on day: CivilDay, _ service: inout Simulation) {
        guard service.inForce.practices[team].workforce.dutyRota, service.desk.capacity.diary.hasPage(for: day) else {
            return
        }
        let members = service.desk.capacity.range(team: team)
        guard !members.contains(where: { service.desk.capacity.absence($0, on: day).contains(.duty) }) else { return }
        var chosen = -1
        var most: UInt64 = 0
        for clinician in members {
            let turn = StableKey.of(service.workforce.posts[clinician].key, UInt64(UInt32(bitPattern: day.number)))
            guard chosen < 0 || turn > most else { continue }
            let who = service.desk.capacity.clinicians[clinician]
            guard !who.role.isTrainee, who.role.isPractitioner, day <= who.lastDay,
                service.desk.capacity.isAtWork(clinician, on: day),
                service.desk.capacity.diary.booked(clinician, on: day).isEmpty
            else { continue }
            chosen = clinician
            most = turn
        }
        if chosen >= 0 { service.hear(.absent(clinician: chosen, first: day, last: day, .duty)) }
    }

    /// Blocks the monthly group supervision, eight weeks ahead: the second Wednesday at step 2, the second Thursday at
    /// step 3, from 14:00 (CL-4).
    static func blockGroupSupervision(on today: CivilDay, of teams: some Sequence<Int>, _ service: inout Simulation) {
        let day = today + Workforce.dutyLeadDays
        guard (8...14).contains(day.date.day), service.calendar.isWorkingDay(day) else { return }
        let step: Step
        switch day.weekday {
        case .wednesday: step = .low
        case .thursday: step = .high
        case .monday, .tuesday, .friday, .saturday, .sunday: return
        }
        for team in teams {
            let workforce = service.inForce.practices[team].workforce
            let minutes = step == .low ? workforce.lowGroupSupervisionMinutes : workforce.highGroupSupervisionMinutes
            guard minutes > 0 else { continue }
            let hours = MinutesOfDay(start: 14 * 60, end: 14 * 60 + min(480, minutes))
            for clinician in service.desk.capacity.range(team: team, step: step) {
                service.hear(.blocked(clinician: clinician, day, hours))
            }
        }
    }
}
