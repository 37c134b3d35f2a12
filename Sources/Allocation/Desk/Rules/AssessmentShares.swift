import CareModel
import Diaries

/// Assessment weeks that were declared with a share of first appointments of their own (PO-1): they alone have it.
enum AssessmentShares {
    /// An assessment week of a team has this share of its own.
    static func set(_ desk: inout DeskState, _ share: Double, team: Int, _ monday: CivilDay) {
        let week = AssessmentShare(monday: monday, share: share)
        desk.assessmentShares[team].removeAll { $0.monday == monday }
        desk.assessmentShares[team].append(week)
        for clinician in desk.capacity.range(team: team) { layOut(&desk, clinician, week) }
    }

    /// A week of a team is no assessment week any more.
    static func remove(_ desk: inout DeskState, team: Int, _ monday: CivilDay) {
        desk.assessmentShares[team].removeAll { $0.monday == monday }
        for clinician in desk.capacity.range(team: team) {
            desk.capacity.setOwnAssessmentWeek(nil, of: clinician, monday)
        }
    }

    /// The hours of a clinician are others: the weeks with shares of their own follow.
    static func layOut(_ desk: inout DeskState, _ clinician: Int) {
        let team = Int(desk.capacity.clinicians[clinician].team)
        for week in desk.assessmentShares[team] { layOut(&desk, clinician, week) }
    }

    private static func layOut(_ desk: inout DeskState, _ clinician: Int, _ week: AssessmentShare) {
        let who = desk.capacity.clinicians[clinician]
        // Whose work first appointments are not has a usual assessment week (CL-15).
        guard who.role.takes(.firstAppointment) else { return }
        let rules = desk.rules[Int(who.team)]
        let course = rules.course(who.role.step)
        var usual = WeekTemplate()
        for weekday in Weekday.allCases {
            let day = week.monday + Int32(weekday.rawValue)
            let known = desk.capacity.week(clinician, isAssessment: false, on: day)
            for purpose in SlotPurpose.allCases { usual[weekday, purpose] = known[weekday, purpose] }
        }
        let lengths = SlotLengths(
            first: course.firstAppointmentMinutes, session: course.sessionMinutes, call: rules.keepingInTouch.minutes)
        desk.capacity.setOwnAssessmentWeek(
            usual.laidOut(firstShare: week.share, lengths), of: clinician, week.monday)
    }
}
