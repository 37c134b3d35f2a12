public import Allocation
public import CareModel

extension Practice {
    /// The part of the practice by which the desk decides.
    /// - Parameter openingHours: the team's core hours (PO-7).
    public func bookingRules(openingHours: MinutesOfDay) -> BookingRules {
        var rules = BookingRules()
        rules.screening = screening.rule
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
        rules.interpreterMinutes = diary.interpreterMinutes
        return rules
    }
}
