import Allocation
import CareModel
import RandomStreams

extension Workforce {
    /// On 1 October everyone's leave for the next year is planned (CL-6).
    static func planNextYearsLeave(on today: CivilDay, _ service: inout Simulation) {
        let date = today.date
        guard date.month == 10, date.day == 1 else { return }
        for clinician in service.workforce.posts.indices where service.workforce.posts[clinician].vacantUntil == nil {
            planLeave(clinician, year: date.year + 1, from: today, &service)
        }
    }

    /// Plans a year of annual leave and training for the present holder: perhaps a fortnight, some weeks, single days.
    /// - Parameter from: nothing is planned before this day.
    static func planLeave(_ clinician: Int, year: Int, from: CivilDay, _ service: inout Simulation) {
        guard service.workforce.posts[clinician].leavePlannedThrough < year,
            let start = CivilDay(year: year, month: 1, day: 1)
        else {
            return
        }
        service.workforce.posts[clinician].leavePlannedThrough = year
        let workforce = service.inForce.practices[service.workforce.posts[clinician].team].workforce
        let holder = StableKey.of(service.workforce.posts[clinician].holderKey, UInt64(max(0, year)))
        let weeks = (workforce.leaveDays * 7) / 50
        var single = workforce.leaveDays - weeks * 5
        let takesFortnight = service.random.happens(.takesFortnight, of: holder, share: workforce.fortnightShare)
        var choices = service.random.stream(.leaveWeek, of: holder)
        var taken = [Bool](repeating: false, count: 53)
        var left = weeks
        var wantsFortnight = takesFortnight && weeks >= 2
        var tries = 0
        while left > 0, tries < 500 {
            tries += 1
            let week = Int(choices.uniform() * 51)
            let draw = choices.uniform()
            guard !taken[week], draw < Workforce.leaveAppetite(start + Int32(week * 7)) else { continue }
            let length = wantsFortnight && !taken[week + 1] ? 2 : 1
            for offset in 0..<length { taken[week + offset] = true }
            takeWeeks(clinician, first: (start + Int32(week * 7)).monday, weeks: length, from: from, &service)
            left -= length
            wantsFortnight = false
        }
        single += max(0, left) * 5
        var days = service.random.stream(.leaveDay, of: holder)
        for _ in 0..<single { takeDay(clinician, .leave, year: start, from: from, &days, &service) }
        var training = service.random.stream(.trainingDay, of: holder)
        for _ in 0..<workforce.trainingDays {
            takeDay(clinician, .training, year: start, from: from, &training, &service)
        }
    }

    /// How sought a week is for leave, 0 … 1: school holidays most.
    private static func leaveAppetite(_ day: CivilDay) -> Double {
        switch day.date.month {
        case 8: 1
        case 7, 12: 0.8
        case 4, 5, 10: 0.6
        case 6, 9: 0.55
        default: 0.35
        }
    }

    private static func takeWeeks(
        _ clinician: Int, first: CivilDay, weeks: Int, from: CivilDay, _ service: inout Simulation
    ) {
        let last = first + Int32(weeks * 7 - 1)
        guard last >= from else { return }
        service.hear(.absent(clinician: clinician, first: max(first, from), last: last, .leave))
        let workforce = service.inForce.practices[service.workforce.posts[clinician].team].workforce
        // A planned absence of two weeks or more closes the days before it to new people (CL-6).
        let quiet = LongAbsence.quietDays(before: first, through: last, days: workforce.noNewPeopleDays, from: from)
        if let quiet { closeToNewPeople(clinician, quiet, &service) }
    }

    /// Closes the days before a long absence to new people (CL-6).
    static func closeToNewPeople(_ clinician: Int, _ quiet: ClosedRange<CivilDay>, _ service: inout Simulation) {
        service.hear(
            .absent(clinician: clinician, first: quiet.lowerBound, last: quiet.upperBound, .beforeLongAbsence))
    }

    private static func takeDay(
        _ clinician: Int, _ reason: AbsenceReason, year: CivilDay, from: CivilDay, _ draws: inout RandomStream,
        _ service: inout Simulation
    ) {
        let day = year + Int32(draws.uniform() * 364)
        guard day >= from else { return }
        service.hear(.absent(clinician: clinician, first: day, last: day, reason))
    }
}
