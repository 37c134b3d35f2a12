import Allocation
import CareModel
import Diaries

extension Recording {
    /// What overbooking costs (AT-8): a day has room for the contact that it would be booked for without it; when
    /// nearly everybody comes, what goes beyond that runs over into other work or the evening.
    static func recordOverrun(on day: CivilDay, _ service: inout Simulation) {
        for team in service.inForce.practices.indices where service.inForce.practices[team].diary.overbooking > 0 {
            for clinician in service.desk.capacity.range(team: team)
            where service.recording.completedToday[clinician] > 0 {
                let bookable = service.desk.capacity.bookable(clinician, on: day).count * Quanta.minutes
                let room = Int(Double(bookable) / (1 + service.inForce.practices[team].diary.overbooking))
                let role = service.desk.capacity.clinicians[clinician].role
                service.recording.record.add(.overbookedDays, week: service.recording.week, team: team, role: role, 1)
                let over = Int(service.recording.completedToday[clinician]) - room
                guard over > 0 else { continue }
                service.recording.record.add(.overrunDays, week: service.recording.week, team: team, role: role, 1)
                service.recording.record.add(
                    .overrunMinutes, week: service.recording.week, team: team, role: role, over)
            }
        }
        for clinician in service.recording.completedToday.indices { service.recording.completedToday[clinician] = 0 }
    }
}
