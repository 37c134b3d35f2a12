import Allocation
import CareModel
import Diaries
import EventKernel
import RandomStreams

extension Workforce {
    /// Draws when the holder of a post next falls ill (CL-6): spells come at random, so many a year that the share of
    /// working days lost is right on average.
    static func scheduleSickness(_ clinician: Int, from day: CivilDay, _ service: inout Simulation) {
        let workforce = service.inForce.practices[service.workforce.posts[clinician].team].workforce
        guard workforce.sickness > 0 else { return }
        let spellsPerYear = workforce.sickness * 260 / workforce.sicknessSpellDays
        var onsets = service.random.stream(
            .sicknessOnset, of: service.workforce.posts[clinician].holderKey, service.workforce.posts[clinician].spells)
        let days = onsets.exponential(mean: 365.25 / spellsPerYear)
        let onset = service.calendar.day(0, workingDaysAfter: day + 1 + service.wholeDays(days))
        guard onset < service.lastDay else { return }
        scheduleForHolder(.sicknessStarts, clinician, at: CivilMinute(day: onset, minuteOfDay: 7 * 60), &service)
    }

    /// A clinician is ill: the first days' appointments are cancelled now, the others as the illness goes on (AT-10).
    static func sicknessStarts(_ clinician: Int, _ service: inout Simulation) {
        let today = service.now.day
        var lengths = service.random.stream(
            .sicknessLength, of: service.workforce.posts[clinician].holderKey, service.workforce.posts[clinician].spells
        )
        service.workforce.posts[clinician].spells += 1
        guard service.workforce.posts[clinician].vacantUntil == nil,
            service.workforce.posts[clinician].sickUntil < today
        else {
            return scheduleSickness(clinician, from: max(today, service.workforce.posts[clinician].sickUntil), &service)
        }
        let spell = lengths.lognormal(service.inForce.derived[service.workforce.posts[clinician].team].sicknessSpell)
            .rounded()
        let working = max(1, Int(service.wholeDays(spell)))
        let last = service.calendar.day(working, workingDaysAfter: today) - 1
        service.workforce.posts[clinician].sickUntil = last
        service.hear(.absent(clinician: clinician, first: today, last: last, .sickness))
        cancelAppointments(clinician, today...min(last, today + Workforce.daysCancelledAtOnce), &service)
        if last > today + Workforce.daysCancelledAtOnce {
            scheduleForHolder(.sicknessGoesOn, clinician, at: service.now + 3 * 1440, &service)
        }
        let handover = service.inForce.practices[service.workforce.posts[clinician].team].workforce.handoverAfterWeeks
        if last - today > Int32(handover * 7) {
            scheduleForHolder(.absenceIsLong, clinician, at: service.now + 14 * 1440, &service)
        }
        scheduleSickness(clinician, from: last, &service)
    }

    /// Days of appointments that are cancelled on the first morning.
    private static var daysCancelledAtOnce: Int32 { 2 }

    /// The illness lasts: the rest of its appointments are cancelled.
    static func sicknessGoesOn(_ clinician: Int, _ service: inout Simulation) {
        let last = service.workforce.posts[clinician].sickUntil
        guard last >= service.now.day else { return }
        cancelAppointments(clinician, service.now.day...last, &service)
    }

    /// Cancels what is booked with a clinician on a range of days; people are rebooked first (AT-10, BK-6).
    static func cancelAppointments(_ clinician: Int, _ days: ClosedRange<CivilDay>, _ service: inout Simulation) {
        service.hear(
            .appointmentsCancelled(clinician: UInt32(clinician), first: days.lowerBound, last: days.upperBound))
        service.settle()
    }

    /// Draws whether and when the holder takes parental leave (CL-6).
    static func scheduleParentalLeave(_ clinician: Int, from day: CivilDay, _ service: inout Simulation) {
        let workforce = service.inForce.practices[service.workforce.posts[clinician].team].workforce
        guard workforce.parentalLeavePerYear > 0, !service.workforce.posts[clinician].hadParentalLeave else { return }
        var leaves = service.random.stream(.parentalLeave, of: service.workforce.posts[clinician].holderKey)
        let days = leaves.exponential(mean: 365.25 / workforce.parentalLeavePerYear)
        let announced = day + 1 + service.wholeDays(days)
        guard announced < service.lastDay else { return }
        scheduleForHolder(.parentalLeaveAnnounced, clinician, at: announced.start, &service)
    }

    /// The leave is known sixteen weeks ahead; the time before it is closed to new people (CL-6).
    static func parentalLeaveAnnounced(_ clinician: Int, _ service: inout Simulation) {
        guard service.workforce.posts[clinician].vacantUntil == nil else { return }
        service.workforce.posts[clinician].hadParentalLeave = true
        let workforce = service.inForce.practices[service.workforce.posts[clinician].team].workforce
        let first = (service.now.day + 16 * 7).monday
        let last = first + Int32(workforce.parentalLeaveWeeks * 7) - 1
        guard last >= first else { return }
        service.hear(.absent(clinician: clinician, first: first, last: last, .parentalLeave))
        let quiet = LongAbsence.quietDays(
            before: first, through: last, days: workforce.noNewPeopleDays, from: service.now.day)
        if let quiet { closeToNewPeople(clinician, quiet, &service) }
        if first < service.lastDay { scheduleForHolder(.parentalLeaveStarts, clinician, at: first.start, &service) }
    }
}
