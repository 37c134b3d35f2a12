public import Allocation
public import CareModel

extension Practice {
    /// The part of the practice by which the desk decides.
    /// - Parameters:
    ///   - openingHours: the team's core hours (PO-7).
    ///   - youngestAge: the youngest whom the team sees (PR-4).
    public func bookingRules(openingHours: MinutesOfDay, youngestAge: Int) -> BookingRules {
        var rules = BookingRules()
        rules.screening = screening.rule
        rules.youngestAge = youngestAge
        rules.contact = contact.rule
        rules.openingHours = openingHours
        rules.firstAppointmentHorizonDays = firstAppointments.bookingHorizonDays
        rules.allocation = firstAppointments.allocation
        rules.stepsByScore = firstAppointments.stepsByScore
        rules.thresholds = firstAppointments.thresholds
        rules.noticeDays = firstAppointments.noticeDays
        rules.putOffWeeksBeforeBirth = firstAppointments.putOffWeeksBeforeBirth
        rules.resumeWeeksAfterBirth = firstAppointments.resumeWeeksAfterBirth
        rules.low = low.rule
        rules.high = high.rule
        rules.lowHorizonDays = low.bookingHorizonDays
        rules.highHorizonDays = high.bookingHorizonDays
        rules.keepingInTouch = keepingInTouch.rule
        rules.riskMinutes = risk.minutes
        rules.computerised = computerised.rule
        rules.groups = groups.rule
        rules.attendance = attendance.policy
        rules.priorities = diary.priorities
        rules.supervision.workingDays = stepUp.supervisionWorkingDays
        rules.supervision.urgentMinutes = stepUp.urgentMinutes
        rules.caseManagement = caseManagement.rule
        rules.reallocation = workforce.reallocation
        rules.noNewPeopleDays = workforce.noNewPeopleDays
        rules.assessesNobodyBeforeLeave = workforce.assessesNobodyBeforeLeave
        rules.safeguards = safeguards.rule
        rules.interpreterMinutes = diary.interpreterMinutes
        rules.supervisionWorkingDays = stepUp.supervisionWorkingDays
        rules.assessmentWeek = assessmentWeek.rule
        return rules
    }
}

extension AssessmentWeekInput {
    /// When one is called, as the desk decides it (PO-1).
    var rule: AssessmentWeekRule {
        AssessmentWeekRule(
            isOn: isOn, above: above, lengthWeeks: lengthWeeks, minimumGapWeeks: minimumGapWeeks,
            noticeWeeks: noticeWeeks)
    }
}
