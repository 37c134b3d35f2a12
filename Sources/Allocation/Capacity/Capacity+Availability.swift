public import CareModel
public import Diaries

extension Capacity {
    /// What marks a clinician's day; empty if nothing stands against it. O(1).
    @inlinable
    public func absence(_ clinician: Int, on day: CivilDay) -> AbsenceReason {
        diary.hasPage(for: day) ? absences[page(clinician, day)] : []
    }

    /// Whether the service holds an assessment week in the team in the week of a day (PO-1). O(1).
    @inlinable
    public func isAssessmentWeek(team: Int, _ day: CivilDay) -> Bool {
        diary.hasPage(for: day) && weeks.isAssessmentDay(team: team, day)
    }

    /// Whether a clinician works on a day: a working day of the clinician's week, and no absence. O(1).
    @inlinable
    public func isAtWork(_ clinician: Int, on day: CivilDay) -> Bool {
        guard diary.hasPage(for: day), !calendar.isHoliday(day),
            absences[page(clinician, day)].isDisjoint(with: .seesNobody)
        else {
            return false
        }
        return !bookable(clinician, on: day).isEmpty
    }

    /// The quanta of a day that are there to be booked, whatever is: those of the clinician's week, or assessment week,
    /// unless the day is a holiday, or the clinician sees nobody or has left. O(1).
    public func workable(_ clinician: Int, on day: CivilDay) -> DayGrid {
        guard diary.hasPage(for: day), !calendar.isHoliday(day), day <= clinicians[clinician].lastDay,
            absences[page(clinician, day)].isDisjoint(with: .seesNobody)
        else {
            return DayGrid()
        }
        return weeks.grid(
            clinician, team: Int(clinicians[clinician].team), on: day, WorkingWeeks.anyPurpose)
    }

    /// The quanta of the clinician's week that may be booked for anything, whatever is booked or who is absent. O(1).
    @inlinable
    public func bookable(_ clinician: Int, on day: CivilDay) -> DayGrid {
        weeks.usualGrid(clinician, on: day, WorkingWeeks.anyPurpose)
    }

    /// Whether a slot lies in the clinician's hours on its day, for whatever purpose: those of the usual week, or of
    /// the assessment week while one is on. O(1).
    /// - Parameters:
    ///   - slot: on a day of the diaries.
    ///   - beyond: minutes at its end that may overrun what lies between two appointments (EQ-2).
    public func isBookable(_ slot: SlotOffer, beyond: Int = 0) -> Bool {
        let (clinician, day) = (Int(slot.clinician), slot.start.day)
        if beyond > 0, !overrunnable(clinician, on: day).holds(DayGrid(slot.quanta)) { return false }
        let wanted = DayGrid(slot.quanta(without: beyond))
        if bookable(clinician, on: day).holds(wanted) { return true }
        let team = Int(clinicians[clinician].team)
        return weeks.grid(clinician, team: team, on: day, WorkingWeeks.anyPurpose).holds(wanted)
    }

    /// The clinician's day from the first minute that can be booked to the last: with what lies between two
    /// appointments, which whoever takes longer overruns (EQ-2). Empty on a day without hours. O(1).
    func overrunnable(_ clinician: Int, on day: CivilDay) -> DayGrid {
        let team = Int(clinicians[clinician].team)
        let hours =
            bookable(clinician, on: day) | weeks.grid(clinician, team: team, on: day, WorkingWeeks.anyPurpose)
        guard let first = hours.first, let last = hours.last else { return DayGrid() }
        return DayGrid(first..<last + 1)
    }

    /// The quanta of the clinician's week, or assessment week, that are set aside for a purpose, free or not. O(1).
    @inlinable @inline(__always)
    func setAside(_ clinician: Int, on day: CivilDay, for purpose: SlotPurpose) -> DayGrid {
        weeks.grid(clinician, team: Int(clinicians[clinician].team), on: day, Int(purpose.rawValue))
    }

    /// The quanta that are free for a purpose (PO-2, PO-1): of the clinician's week, without absences and bookings.
    /// Time
    /// set aside for other purposes counts once it is released, or for people with priority. O(1).
    /// - Parameters:
    ///   - today: the day on which the question is asked.
    ///   - anyPurpose: true for people with priority.
    @inlinable
    public func free(
        _ clinician: Int, on day: CivilDay, for purpose: SlotPurpose, today: CivilDay, anyPurpose: Bool
    ) -> DayGrid {
        let isReleased = anyPurpose || day - today <= releaseDays[Int(clinicians[clinician].team)]
        return open(clinician, on: day, isReleased ? WorkingWeeks.anyPurpose : Int(purpose.rawValue))
    }

    /// The quanta of one grid of the clinician's week, or assessment week, without absences and bookings. O(1).
    /// - Parameter closing: the reasons for which a day counts as an absence.
    @inlinable @inline(__always)
    func open(_ clinician: Int, on day: CivilDay, _ grid: Int, closing: AbsenceReason = .seesNobody) -> DayGrid {
        guard absences[page(clinician, day)].isDisjoint(with: closing) else { return DayGrid() }
        return weeks.grid(clinician, team: Int(clinicians[clinician].team), on: day, grid)
            .subtracting(diary.booked(clinician, on: day))
    }
}

extension Capacity {
    /// Where lies what a search reads first of a clinician's day, for a hint to the processor that it will: what is
    /// known of full pages, absences, bookings; nil beyond the diaries. O(1).
    @inlinable @inline(__always)
    public func addresses(
        _ clinician: Int, on day: CivilDay
    ) -> (full: UnsafeRawPointer, absence: UnsafeRawPointer, booked: UnsafeRawPointer)? {
        guard diary.hasPage(for: day) else { return nil }
        let page = page(clinician, day)
        return (
            UnsafeRawPointer(fullPages + page), UnsafeRawPointer(absences + page),
            diary.address(of: clinician, on: day)
        )
    }

    /// The Mondays of a team's assessment weeks from the week of a day on (PO-1). O(weeks).
    public func assessmentWeeks(team: Int, from day: CivilDay) -> [CivilDay] {
        var mondays: [CivilDay] = []
        var monday = day.monday
        while diary.hasPage(for: monday) {
            if isAssessmentWeek(team: team, monday) { mondays.append(monday) }
            monday = monday + 7
        }
        return mondays
    }

    /// A clinician's absences from a day on, as stretches of days with the same reasons. O(days).
    public func absences(_ clinician: Int, from start: CivilDay) -> [Absence] {
        var stretches: [Absence] = []
        var day = max(start, first)
        while diary.hasPage(for: day) {
            let reason = absence(clinician, on: day)
            if !reason.isEmpty {
                if let last = stretches.last, last.last == day - 1, last.reason == reason {
                    stretches[stretches.count - 1].last = day
                } else {
                    stretches.append(Absence(first: day, last: day, reason: reason))
                }
            }
            day = day + 1
        }
        return stretches
    }

    /// The hours of a clinician that begin after a day, in order (CL-3). O(changes).
    public func hours(_ clinician: Int, after day: CivilDay) -> [DatedHours] {
        weeks.changes(clinician).filter { $0 > day }.map { first in
            DatedHours(
                first: first, usual: week(clinician, isAssessment: false, on: first),
                assessment: week(clinician, isAssessment: true, on: first))
        }
    }

    /// A clinician's usual week, or the week while an assessment week is on (PO-1, PO-2). O(1), and O(changes) where
    /// hours change on a day.
    /// - Parameter day: the week that is in force on this day; nil is the one before any change of hours.
    public func week(_ clinician: Int, isAssessment: Bool, on day: CivilDay? = nil) -> WeekTemplate {
        weeks.week(clinician, isAssessment: isAssessment, on: day)
    }

    /// A clinician's assessment week from a Monday on, as it is laid out (PO-1). O(such weeks).
    public func assessmentWeek(_ clinician: Int, from monday: CivilDay) -> WeekTemplate {
        var week = WeekTemplate()
        for weekday in Weekday.allCases {
            let day = monday + Int32(weekday.rawValue)
            let common = self.week(clinician, isAssessment: true, on: day)
            for purpose in SlotPurpose.allCases {
                week[weekday, purpose] =
                    weeks.ownGrid(clinician, on: day, Int(purpose.rawValue)) ?? common[weekday, purpose]
            }
        }
        return week
    }

    /// The days on which the hours of a clinician change, in order (CL-3). O(changes).
    public func hoursChange(_ clinician: Int) -> [CivilDay] { weeks.changes(clinician) }
}
