import Allocation
import CareModel
import Diaries

/// Time that something about a person takes in a clinician's diary, beside appointments.
extension Workforce {
    /// Takes the first time that is free from now on, within a week of working days; whoever has none does it beside
    /// other work. O(days).
    /// - Parameter minutes: over 0.
    static func takeTime(of clinician: Int, minutes: Int, _ service: inout Simulation) {
        let length = Quanta.spanning(minutes: minutes)
        for days in 0..<5 {
            let day = service.calendar.day(days, workingDaysAfter: service.now.day)
            guard service.desk.capacity.diary.hasPage(for: day) else { return }
            guard service.desk.capacity.isThere(clinician, on: day) else { continue }
            let from =
                day == service.now.day ? Quanta.index(minuteOfDay: service.now.minuteOfDay + Quanta.minutes - 1) : 0
            let free = service.desk.capacity.bookable(clinician, on: day)
                .subtracting(service.desk.capacity.diary.booked(clinician, on: day))
                .subtracting(DayGrid(0..<from))
            guard let slot = free.firstRun(length) else { continue }
            let hours = MinutesOfDay(
                start: Quanta.minuteOfDay(slot), end: Quanta.minuteOfDay(slot + length))
            return service.hear(.blocked(clinician: clinician, day, hours))
        }
    }

    /// A course that has begun changes hands, and one of the two clinicians takes time for it (TX-12).
    static func takeHandoverTime(of clinician: Int, _ person: Int, _ service: inout Simulation) {
        let minutes = service.inForce.practices[service.team(person)].workforce.handoverMinutes
        guard minutes > 0, clinician >= 0, service.desk.people[person].sessionsAtStep > 0,
            service.workforce.posts[clinician].vacantUntil == nil
        else { return }
        takeTime(of: clinician, minutes: minutes, &service)
    }
}
