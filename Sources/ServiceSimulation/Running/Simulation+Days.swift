import Allocation
import CareModel
import EventKernel

extension Simulation {
    /// A new day for everyone: duty is given out, referrals of the day are drawn, the booking round is set.
    mutating func dayStarts() {
        let today = now.day
        startedDay = today
        Workforce.heedLateNotes(on: today, &self)
        Recording.recordOverrun(on: today - 1, &self)
        if calendar.isWorkingDay(today) {
            for team in inForce.practices.indices {
                Workforce.assignDuty(
                    team: team, on: calendar.day(0, workingDaysAfter: today + Workforce.dutyLeadDays), &self)
                schedule(
                    .bookingRound, team,
                    at: CivilMinute(day: today, minuteOfDay: inForce.practices[team].diary.bookingRoundMinute), .booking
                )
            }
        }
        arrivals.expected.removeAll(keepingCapacity: true)
        for team in inForce.practices.indices { Arrivals.drawReferrals(team: team, on: today, &self) }
        Workforce.shareSupervision(on: today, &self)
        Workforce.blockGroupSupervision(on: today, of: inForce.practices.indices, &self)
        GroupSessions.planGroups(on: today, &self)
        Workforce.planNextYearsLeave(on: today, &self)
        if today + 1 < lastDay { schedule(.dayStarts, 0, at: (today + 1).start, .dayStarts) }
    }

    /// A week of the record is over, or a calendar week begins, or both: a record that does not begin on a Monday has
    /// weeks of its own, the service turns its week on Mondays all the same.
    mutating func weekStarts() {
        if now.day == endOfRecordWeek {
            Recording.closeLastWeek(&self)
            recording.week += 1
        }
        if now.day.weekday == .monday { turnWeek() }
        scheduleWeek(after: now.day)
    }

    /// The balance is checked, levers are set for the week that begins.
    private mutating func turnWeek() {
        turnedWeek = now.day
        hear(.weekTurned)
        PracticeInForce.applyLevers(&self)
        Workforce.declareCapacity(&self)
        for team in inForce.practices.indices {
            PracticeInForce.considerAssessmentWeek(team: team, &self)
            Workforce.moveCases(team: team, &self)
            PracticeInForce.considerSplit(team: team, &self)
        }
    }

    /// The first day of the record's next week.
    private var endOfRecordWeek: CivilDay { firstDay + Int32((recording.week + 1) * 7) }

    /// Schedules the next turn of a week.
    mutating func scheduleWeek(after day: CivilDay) {
        let next = min(endOfRecordWeek, day.monday + 7)
        if next < lastDay { schedule(.weekStarts, 0, at: next.start, .weekStarts) }
    }

    /// The last day that the diaries have.
    var lastPage: CivilDay { calendar.first + Int32(calendar.dayCount - 1) }
}
