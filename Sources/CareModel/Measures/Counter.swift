/// What is counted for each week and team. All are whole numbers, so that sums are exact in any order. The measures
/// that are read off these counts are in `Rows`.
public enum Counter: Int, CaseIterable, Sendable {
    // Flow through the front door.
    case referrals, accepted, diverted, notAccepted, uncontactable, declinedAppointment
    case screened, screenedInTime
    // First appointments and waits, in days from receipt.
    case firstAppointments, firstAppointmentWaitDays, firstWithin28, firstWithin42, firstWithin126
    case enteredTreatment, firstTreatmentWaitDays
    case secondTreatments, secondTreatmentWaitDays, secondWithin28, secondOver90
    case assessmentToLow, assessmentToLowDays, assessmentToHigh, assessmentToHighDays, stepUpWaits, stepUpWaitDays
    case perinatalAssessed, perinatalAssessedWithin14, perinatalTreated, perinatalTreatedWithin28
    // Promises that came due after the first appointment, kept by a contact in time or passed without one.
    case secondWithin90, secondPassed28, secondPassed90
    case lowWithin28, lowPassed28, highWithin28, highPassed28, stepUpWithin28, stepUpPassed28
    // Promises broken, in the week in which the day passed without a first appointment.
    case breaches28, breaches42, breaches126
    case breaches28SlowToBook, breaches28MovedByPerson, breaches28MovedByService, breaches28NoSlot
    // Leaving.
    case finishedCourses, finishedWithin42, finishedWithin126, finishedSessions, closed
    case finishedLowSessions, finishedHighSessions, finishedWithLow, finishedWithHigh
    case endedBeforeTreatment, endedAfterOne, endedCompleted, endedDroppedOut
    case finishedCases, recovered, reliablyImproved, reliablyRecovered
    // Appointments.
    case appointments, attended, attendedFirst, didNotAttend, arrivedTooLate, cancelledByPatient, cancelledByProvider
    case keptAtADistance, cancelledLate, notConfirmed, aborted
    // Finished courses of which all is known, by the step at which they ended; clinicians' minutes; courses so far.
    case cases, lowCases, highCases, plusCases, caseMinutes, lowCaseMinutes, highCaseMinutes, plusCaseMinutes
    case caseCourses
    // People who were there before.
    case returners, returnersWithinYear
    // Keeping in touch.
    case keepingInTouchCalls, keepingInTouchOptOuts, keepingInTouchUnbooked, waitLetters, longWaitsTold
    // Moves.
    case coursesAfterAssessment, coursesWithAssessor, stepUps, stepDowns, casesMoved, extensionRequests,
        onwardReferrals, handovers, assessmentWeeks
    // Groups and computerised CBT.
    case groupsRun, groupsPutOff, groupsCancelled, groupSeats, groupSeatsFilled, computerisedStarts, supportContacts
    // Risk found at contacts, and who took it; employment support beside therapy.
    case riskFound, riskTakenByDuty, riskDisplaced
    case employmentStarts, employmentWaitDays, employmentWaiting, adviserThousandths, clinicianThousandths
    // People at the end of the week.
    case waitingFirstAppointment, firstAppointmentBooked, beforeFirstAppointment
    case waitingLow, waitingHigh, waitingStepUp, inTreatmentLow, inTreatmentHigh, onHold, inService
    // 90th centile of the first waits of the last four weeks, days, and the wait that a new referral may expect.
    case firstWaitP90, expectedFirstWait

    /// Its place among all, which is its raw value, read so that it costs nothing in another module. O(1).
    @inlinable public var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

    /// How many there are.
    @inlinable public static var count: Int { expectedFirstWait.index + 1 }
}

extension Counter {
    /// Whether it is counted person by person, so that it can be split by who they are (EQ-1).
    public var isOfPeople: Bool {
        switch self {
        case .referrals, .accepted, .diverted, .notAccepted, .uncontactable, .declinedAppointment, .screened,
            .screenedInTime, .firstAppointments, .firstAppointmentWaitDays, .firstWithin28, .firstWithin42,
            .firstWithin126, .enteredTreatment, .firstTreatmentWaitDays, .secondTreatments, .secondTreatmentWaitDays,
            .secondWithin28, .secondOver90, .assessmentToLow, .assessmentToLowDays, .assessmentToHigh,
            .assessmentToHighDays, .stepUpWaits, .stepUpWaitDays, .perinatalAssessed, .perinatalAssessedWithin14,
            .perinatalTreated, .perinatalTreatedWithin28, .secondWithin90, .secondPassed28, .secondPassed90,
            .lowWithin28, .lowPassed28, .highWithin28, .highPassed28, .stepUpWithin28, .stepUpPassed28, .breaches28,
            .breaches42, .breaches126, .finishedCourses, .finishedWithin42, .finishedWithin126, .finishedSessions,
            .closed, .finishedLowSessions, .finishedHighSessions, .finishedWithLow, .finishedWithHigh,
            .endedBeforeTreatment, .endedAfterOne, .endedCompleted, .endedDroppedOut, .finishedCases, .recovered,
            .reliablyImproved, .reliablyRecovered, .appointments, .attended, .attendedFirst, .didNotAttend,
            .arrivedTooLate, .cancelledByPatient, .cancelledByProvider, .keepingInTouchCalls, .keepingInTouchOptOuts,
            .longWaitsTold, .coursesAfterAssessment, .coursesWithAssessor, .stepUps, .stepDowns, .extensionRequests,
            .onwardReferrals, .computerisedStarts, .supportContacts, .riskFound, .cases, .lowCases, .highCases,
            .plusCases, .caseMinutes, .lowCaseMinutes, .highCaseMinutes, .plusCaseMinutes, .caseCourses, .returners,
            .returnersWithinYear:
            true
        case .breaches28SlowToBook, .breaches28MovedByPerson, .breaches28MovedByService, .breaches28NoSlot,
            .keptAtADistance, .cancelledLate, .notConfirmed, .aborted, .keepingInTouchUnbooked, .waitLetters,
            .casesMoved, .handovers, .assessmentWeeks, .groupsRun, .groupsPutOff, .groupsCancelled, .groupSeats,
            .groupSeatsFilled, .riskTakenByDuty, .riskDisplaced, .employmentStarts, .employmentWaitDays,
            .employmentWaiting, .adviserThousandths, .clinicianThousandths, .waitingFirstAppointment,
            .firstAppointmentBooked, .beforeFirstAppointment, .waitingLow, .waitingHigh, .waitingStepUp,
            .inTreatmentLow, .inTreatmentHigh, .onHold, .inService, .firstWaitP90, .expectedFirstWait:
            false
        }
    }
}
