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
    /// A week is an assessment week of a team (PO-1).
    case assessmentWeek(team: Int, monday: CivilDay)
    /// How a team books (PO-10).
    case rules(team: Int, BookingRules)
}

extension BookingDesk {
    /// Hears of a change. Bookings that it affects stand until they are cancelled (BK-6).
    public mutating func hear(_ change: DeskChange) {
        switch change {
        case .absent(let clinician, let first, let last, let reason):
            capacity.addAbsence(clinician, first...last, reason)
        case .back(let clinician, let first, let last, let reason):
            capacity.removeAbsence(clinician, first...last, reason)
        case .clinician(let clinician, let known): capacity.update(clinician) { $0 = known }
        case .weeks(let clinician, let usual, let assessment):
            capacity.setWeeks(clinician, usual: usual, assessment: assessment)
        case .hours(let clinician, let first, let usual, let assessment):
            capacity.setWeeks(clinician, usual: usual, assessment: assessment, from: first)
        case .roomClosed(let room, let first, let last): capacity.closeRoom(room, first...last)
        case .roomOpened(let room, let first, let last): capacity.openRoom(room, first...last)
        case .blocked(let clinician, let day, let hours): capacity.block(clinician, on: day, hours)
        case .releaseDays(let team, let days): capacity.setReleaseDays(days, team: team)
        case .assessmentWeek(let team, let monday): capacity.declareAssessmentWeek(team: team, monday)
        case .rules(let team, let rules): self.rules[team] = rules
        }
    }
}
