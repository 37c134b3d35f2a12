import CareModel
import EventKernel

extension Simulation {
    /// A new day for everyone: duty is given out, referrals of the day are drawn, the booking round is set.
    mutating func dayStarts() {
        let today = now.day
        startedDay = today
        recordOverrun(on: today - 1)
        if calendar.isWorkingDay(today) {
            for team in practices.indices {
                assignDuty(team: team, on: calendar.day(0, workingDaysAfter: today + Simulation.dutyLeadDays))
                schedule(
                    .bookingRound, team,
                    at: CivilMinute(day: today, minuteOfDay: practices[team].diary.bookingRoundMinute), .booking)
            }
        }
        expected.removeAll(keepingCapacity: true)
        for team in practices.indices { drawReferrals(team: team, on: today) }
        shareSupervision(on: today)
        blockGroupSupervision(on: today, of: practices.indices)
        planGroups(on: today)
        planNextYearsLeave(on: today)
        if today + 1 < lastDay { schedule(.dayStarts, 0, at: (today + 1).start, .dayStarts) }
    }

    /// A week of the record is over, or a calendar week begins, or both: a record that does not begin on a Monday has
    /// weeks of its own, the service turns its week on Mondays all the same.
    mutating func weekStarts() {
        if now.day == endOfRecordWeek {
            closeLastWeek()
            week += 1
        }
        if now.day.weekday == .monday { turnWeek() }
        scheduleWeek(after: now.day)
    }

    /// The balance is checked, levers are set for the week that begins.
    private mutating func turnWeek() {
        turnedWeek = now.day
        hear(.weekTurned)
        applyLevers()
        declareCapacity()
        for team in practices.indices {
            considerAssessmentWeek(team: team)
            moveCases(team: team)
            considerSplit(team: team)
        }
    }

    /// The first day of the record's next week.
    private var endOfRecordWeek: CivilDay { firstDay + Int32((week + 1) * 7) }

    /// Schedules the next turn of a week.
    mutating func scheduleWeek(after day: CivilDay) {
        let next = min(endOfRecordWeek, day.monday + 7)
        if next < lastDay { schedule(.weekStarts, 0, at: next.start, .weekStarts) }
    }

    /// The last day that the diaries have.
    var lastPage: CivilDay { calendar.first + Int32(calendar.dayCount - 1) }
}
