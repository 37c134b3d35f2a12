import Allocation
import CareModel
import Diaries

extension Simulation {
    /// What overbooking costs (AT-8): a day has room for the contact that it would be booked for without it; when
    /// nearly everybody comes, what goes beyond that runs over into other work or the evening.
    mutating func recordOverrun(on day: CivilDay) {
        for team in practices.indices where practices[team].diary.overbooking > 0 {
            for clinician in desk.capacity.range(team: team) where completedToday[clinician] > 0 {
                let bookable = desk.capacity.bookable(clinician, on: day).count * Quanta.minutes
                let room = Int(Double(bookable) / (1 + practices[team].diary.overbooking))
                let role = desk.capacity.clinicians[clinician].role
                record.add(.overbookedDays, week: week, team: team, role: role, 1)
                let over = Int(completedToday[clinician]) - room
                guard over > 0 else { continue }
                record.add(.overrunDays, week: week, team: team, role: role, 1)
                record.add(.overrunMinutes, week: week, team: team, role: role, over)
            }
        }
        for clinician in completedToday.indices { completedToday[clinician] = 0 }
    }
}
