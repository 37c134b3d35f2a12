import Allocation
import CareModel
import Diaries
import EventKernel
import RandomStreams

extension Simulation {
    /// Draws when the holder of a post next falls ill (CL-6): spells come at random, so many a year that the share of
    /// working days lost is right on average.
    mutating func scheduleSickness(_ clinician: Int, from day: CivilDay) {
        let workforce = practices[posts[clinician].team].workforce
        guard workforce.sickness > 0 else { return }
        let spellsPerYear = workforce.sickness * 260 / workforce.sicknessSpellDays
        var onsets = random.stream(.sicknessOnset, of: posts[clinician].holderKey, posts[clinician].spells)
        let days = onsets.exponential(mean: 365.25 / spellsPerYear)
        let onset = calendar.day(0, workingDaysAfter: day + 1 + wholeDays(days))
        guard onset < lastDay else { return }
        scheduleForHolder(.sicknessStarts, clinician, at: CivilMinute(day: onset, minuteOfDay: 7 * 60))
    }

    /// A clinician is ill: the first days' appointments are cancelled now, the others as the illness goes on (AT-10).
    mutating func sicknessStarts(_ clinician: Int) {
        let today = now.day
        var lengths = random.stream(.sicknessLength, of: posts[clinician].holderKey, posts[clinician].spells)
        posts[clinician].spells += 1
        guard posts[clinician].vacantUntil == nil, posts[clinician].sickUntil < today else {
            return scheduleSickness(clinician, from: max(today, posts[clinician].sickUntil))
        }
        let spell = lengths.lognormal(derived[posts[clinician].team].sicknessSpell).rounded()
        let working = max(1, Int(wholeDays(spell)))
        let last = calendar.day(working, workingDaysAfter: today) - 1
        posts[clinician].sickUntil = last
        hear(.absent(clinician: clinician, first: today, last: last, .sickness))
        cancelAppointments(clinician, today...min(last, today + Simulation.daysCancelledAtOnce))
        if last > today + Simulation.daysCancelledAtOnce {
            scheduleForHolder(.sicknessGoesOn, clinician, at: now + 3 * 1440)
        }
        let handover = practices[posts[clinician].team].workforce.handoverAfterWeeks
        if last - today > Int32(handover * 7) {
            scheduleForHolder(.absenceIsLong, clinician, at: now + 14 * 1440)
        }
        scheduleSickness(clinician, from: last)
    }

    /// Days of appointments that are cancelled on the first morning.
    private static var daysCancelledAtOnce: Int32 { 2 }

    /// The illness lasts: the rest of its appointments are cancelled.
    mutating func sicknessGoesOn(_ clinician: Int) {
        let last = posts[clinician].sickUntil
        guard last >= now.day else { return }
        cancelAppointments(clinician, now.day...last)
    }

    /// Cancels what is booked with a clinician on a range of days; people are rebooked first (AT-10, BK-6).
    mutating func cancelAppointments(_ clinician: Int, _ days: ClosedRange<CivilDay>) {
        hear(
            .appointmentsCancelled(clinician: UInt32(clinician), first: days.lowerBound, last: days.upperBound))
        settle()
    }

    /// Draws whether and when the holder takes parental leave (CL-6).
    mutating func scheduleParentalLeave(_ clinician: Int, from day: CivilDay) {
        let workforce = practices[posts[clinician].team].workforce
        guard workforce.parentalLeavePerYear > 0, !posts[clinician].hadParentalLeave else { return }
        var leaves = random.stream(.parentalLeave, of: posts[clinician].holderKey)
        let days = leaves.exponential(mean: 365.25 / workforce.parentalLeavePerYear)
        let announced = day + 1 + wholeDays(days)
        guard announced < lastDay else { return }
        scheduleForHolder(.parentalLeaveAnnounced, clinician, at: announced.start)
    }

    /// The leave is known sixteen weeks ahead; the time before it is closed to new people (CL-6).
    mutating func parentalLeaveAnnounced(_ clinician: Int) {
        guard posts[clinician].vacantUntil == nil else { return }
        posts[clinician].hadParentalLeave = true
        let workforce = practices[posts[clinician].team].workforce
        let first = (now.day + 16 * 7).monday
        let last = first + Int32(workforce.parentalLeaveWeeks * 7) - 1
        guard last >= first else { return }
        hear(.absent(clinician: clinician, first: first, last: last, .parentalLeave))
        if workforce.noNewPeopleDays > 0 {
            let quiet = first - Int32(workforce.noNewPeopleDays)
            hear(.absent(clinician: clinician, first: quiet, last: first - 1, .beforeLongAbsence))
        }
        if first < lastDay { scheduleForHolder(.parentalLeaveStarts, clinician, at: first.start) }
    }
}
