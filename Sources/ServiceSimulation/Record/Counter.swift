/// What is counted for each week and team. All are whole numbers, so that sums are exact in any order.
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
    // Keeping in touch.
    case keepingInTouchCalls, keepingInTouchOptOuts, keepingInTouchUnbooked, waitLetters, longWaitsTold
    // Moves.
    case stepUps, stepDowns, casesMoved, extensionRequests, onwardReferrals, handovers, assessmentWeeks
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
}

/// What is counted for each week, team and role.
public enum RoleCounter: Int, CaseIterable, Sendable {
    /// People on caseloads at the end of the week.
    case caseload
    /// Caseload caps of filled posts.
    case caseloadCap
    /// Thousandths of WTE in filled posts.
    case wteThousandths
    /// Minutes of attended appointments.
    case completedMinutes
    /// Target of completed minutes.
    case targetMinutes
    /// Bookable minutes of clinicians at work.
    case bookableMinutes
    /// Of these, minutes that nobody was booked into at the end.
    case unusedMinutes
    /// Thousandths of WTE in vacant posts (KP-11).
    case vacantThousandths
    /// Filled posts (KP-11).
    case filledPosts
    /// Clinicians who gave notice or left (KP-11).
    case leavers
    /// Filled posts with more people on the caseload than its cap (KP-11, CL-12).
    case postsOverCap
    /// Filled posts with more completed minutes in the week than the target (KP-11, CL-12).
    case postsOverTarget
    /// Days on which somebody saw people, while diaries are overbooked (AT-8).
    case overbookedDays
    /// Of these, days on which more came than the day has room for.
    case overrunDays
    /// Minutes by which they ran over.
    case overrunMinutes
    /// Thousandths of WTE at work: a filled post counts for the days of its usual week on which the clinician is there.
    case presentThousandths
}

/// The waits of which the whole distribution is kept.
public enum WaitKind: Int, CaseIterable, Sendable {
    /// Receipt to first appointment.
    case firstAppointment
    /// Receipt to first treatment.
    case firstTreatment
    /// First to second treatment.
    case secondTreatment
    /// Last session at low intensity to the first at high intensity, after a step-up.
    case stepUp
    /// Assessment to the first session at step 2.
    case assessmentToLow
    /// Assessment to the first session at step 3, straight.
    case assessmentToHigh
    /// Contacts in a finished course; not days.
    case sessionsPerFinished
}
