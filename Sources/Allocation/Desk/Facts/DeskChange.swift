public import CareModel
public import Diaries

/// Something that changes who works when, or how a team books, as it is told to the desk.
public enum DeskChange: Equatable, Sendable {
    /// A clinician is away, or closed to new people, on a range of days (CL-6).
    case absent(clinician: Int, first: CivilDay, last: CivilDay, AbsenceReason)
    /// A clinician is back on a range of days, as far as these reasons go.
    case back(clinician: Int, first: CivilDay, last: CivilDay, AbsenceReason)
    /// What is known of a clinician has changed: another holder, another role, a last day (CL-3, CL-7, CL-8).
    case clinician(Int, Clinician)
    /// A clinician's week and assessment week (PO-1, PO-2, PO-7).
    case weeks(clinician: Int, usual: WeekTemplate, assessment: WeekTemplate)
    /// A clinician's weeks from a day on, until the next day on which hours are said to change (CL-3).
    case hours(clinician: Int, from: CivilDay, usual: WeekTemplate, assessment: WeekTemplate)
    /// A room cannot be used on a range of days (CL-9).
    case roomClosed(room: Int, first: CivilDay, last: CivilDay)
    /// A room can be used again on a range of days.
    case roomOpened(room: Int, first: CivilDay, last: CivilDay)
    /// Time is blocked for supervision or a meeting, as far as it is free (CL-4).
    case blocked(clinician: Int, CivilDay, MinutesOfDay)
    /// Days ahead at which unused time is released in a team (PO-2).
    case releaseDays(team: Int, Int)
    /// A week is an assessment week of a team (PO-1). One that was fixed long before is none that the next has to keep
    /// its distance from. Its share of first appointments, over 0 and up to 1, is its own; nil is the team's usual one.
    case assessmentWeek(team: Int, monday: CivilDay, isFixed: Bool = false, firstShare: Double? = nil)
    /// A week that was to be an assessment week of a team will be as usual (PO-1).
    case assessmentWeekCalledOff(team: Int, monday: CivilDay)
    /// A course of its own kind is opened, beside those of the series, with the clinicians who are to lead it if they
    /// are free (TX-4).
    case groupOpened(team: Int, GroupRule, asked: [Int], on: CivilDay)
    /// How a team books (PO-10).
    case rules(team: Int, BookingRules)
}
