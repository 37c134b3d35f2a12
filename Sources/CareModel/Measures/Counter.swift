/// What is counted for each week and team. All are whole numbers, so that sums are exact in any order. The measures
/// that are read off these counts stand below.
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

/// The measures that are read off the counts, in the order of a person's way.
extension Measure {
    static let counted = door + course + attendance + outcomes + work + beside

    /// Everyone who is referred.
    public static let referrals = people(
        "referrals", .referrals, "RF-2", "Referrals", "People whose referral was received."
    ).shown(.people, brief: true).everyWeek.drawn(.flow, "Referrals").besideGroups(0, "Referrals")

    /// First appointments.
    public static let firstAppointments = people(
        "first-appointments", .firstAppointments, "FA-1", "First appointments",
        "People who attended their first appointment."
    ).shown(.people, compared: true).everyWeek.drawn(.flow, "First appointments")
        .drawn(.comparedFlow, "First appointments").better(.more)

    /// People who finished a course.
    public static let finishedCourses = people(
        "finished-courses", .finishedCourses, "KP-5", "Finished a course",
        "People discharged with two or more treatment sessions."
    ).shown(.people, brief: true).everyWeek.drawn(.flow, "Finished a course")
        .drawn(.comparedFlow, "Finished a course").better(.more)

    /// Second treatments.
    public static let secondTreatments = people(
        "second-treatments", .secondTreatments, "KT-1", "Reached a second treatment",
        "People who had their second treatment contact."
    ).shown(.people).everyWeek.drawn(.flow, "Second treatments").better(.more)

    /// First sessions at high intensity after a step-up.
    public static let stepUpFirstSessions = people(
        "step-up-first-sessions", .stepUpWaits, "KT-9", "First sessions after a step-up",
        "People who had their first session at high intensity after a step-up."
    ).better(.more)

    /// People who entered treatment.
    public static let enteredTreatment = people(
        "entered-treatment", .enteredTreatment, "KP-5 KP-12", "Entered treatment",
        "People who had their first treatment contact."
    ).shown(.people, brief: true).besideGroups(8, "Entered treatment").everyWeek.drawn(.flow, "Entered treatment")
        .drawn(.comparedFlow, "Entered treatment").better(.more)

    /// Appointments that were attended, as a number.
    public static let attendedAppointments = total(
        "attended-appointments", .appointments, .attended, "AT-1", "Attended appointments",
        "Appointments that were attended, on time or late but seen."
    ).better(.more)

    /// Appointments that were missed without notice.
    public static let didNotAttendShare = ratio(
        "dna-share", .share, [.didNotAttend, .arrivedTooLate], [.appointments], "AT-1 KP-8",
        "DNA, of appointments", "Share of appointments that the person missed without notice, or came to too late."
    ).shown(.attendance, brief: true).everyWeek.drawn(.attendance, "Missed without notice (DNA)").better(.less)
        .besideGroups(5, "Missed")

    /// Appointments that the person cancelled.
    public static let patientCancelledShare = share(
        "patient-cancelled-share", .cancelledByPatient, .appointments, "AT-1 KP-8", "Person cancelled, of appts",
        "Share of appointments that the person cancelled."
    ).shown(.attendance).everyWeek.drawn(.attendance, "Cancelled by the person").better(.less)

    /// Appointments that the service cancelled.
    public static let providerCancelledShare = share(
        "provider-cancelled-share", .cancelledByProvider, .appointments, "AT-1 KP-8", "Service cancelled, of appts",
        "Share of appointments that the service cancelled."
    ).shown(.attendance).everyWeek.drawn(.attendance, "Cancelled by the service").better(.less)

    /// Episodes that ended before treatment.
    public static let endedBeforeTreatment = share(
        "ended-before-treatment", .endedBeforeTreatment, .closed, "KP-5 KP-12", "Ended before treatment",
        "Share of ended episodes that had no treatment contact."
    ).better(.less).besideGroups(3, "Ended before treatment")

    /// Cases that recovered.
    public static let recovery = share(
        "recovery", .recovered, .finishedCases, "KP-6 KP-12", "Recovery, of finished cases",
        "Share of finished courses that began as a case and ended below caseness."
    ).shown(.outcomes, brief: true).better(.more).besideGroups(6, "Recovery").with { $0.leastShare = 0.5 }

    /// Courses after which people were reliably better.
    public static let reliableImprovement = share(
        "reliable-improvement", .reliablyImproved, .finishedCourses, "KP-7", "Rel. improvement, of finished",
        "Share of finished courses whose scores improved by more than their error."
    ).shown(.outcomes).better(.more).besideGroups(7, "Reliable improvement")

    /// Contacts of a finished course.
    public static let sessionsPerFinished = ratio(
        "sessions-per-finished-mean", .sessions, [.finishedSessions], [.finishedCourses], "TX-1 TX-2",
        "Sessions a finished course", "Mean number of treatment contacts in a finished course."
    ).shown(.people).with {
        $0.bySteps = (
            .ratio([.finishedLowSessions], [.finishedWithLow]), .ratio([.finishedHighSessions], [.finishedWithHigh])
        )
    }

    private static let door = [
        referrals,
        people("diverted", .diverted, "RF-9", "Took something else instead", "People who took other help instead.")
            .shown(.people),
        people(
            "not-accepted", .notAccepted, "RF-4 RF-7", "Not accepted",
            "People whose referral was not suitable, or was sent elsewhere."
        ).shown(.people),
        people(
            "closed-uncontactable", .uncontactable, "RF-10", "Closed, could not be reached",
            "People who could not be reached in the agreed number of attempts."
        ).shown(.people),
        people(
            "declined-appointment", .declinedAppointment, "RF-11", "Declined an appointment",
            "People who were reached and did not want an appointment."),
        share(
            "screened-in-time", .screenedInTime, .screened, "RF-4 RF-6", "Screened in time",
            "Share of screened referrals that were screened in the promised time."
        ).better(.more),
        firstAppointments,
    ]

    private static let course = [
        enteredTreatment,
        secondTreatments,
        stepUpFirstSessions,
        people(
            "treatment-low-first-sessions", .assessmentToLow, "KT-9", "First low-intensity sessions",
            "People who had their first session at low intensity after the assessment."
        ).better(.more),
        people(
            "treatment-high-first-sessions", .assessmentToHigh, "KT-9", "First high-intensity sessions",
            "People who had their first session at high intensity straight after the assessment."
        ).better(.more),
        people("step-ups", .stepUps, "ST-1", "Stepped up", "People stepped up from low to high intensity.")
            .shown(.people).everyWeek.drawn(.stepUp, "People stepped up a week"),
        people("step-downs", .stepDowns, "ST-2", "Stepped down", "People stepped down from high to low intensity."),
        people(
            "onward-referrals", .onwardReferrals, "ST-3", "Referred onwards",
            "People referred to secondary care, step 4 or 5, or a specialist service."
        ).shown(.people),
        finishedCourses,
        sessionsPerFinished,
        hoursPerFinished,
        Measure(
            .plain("hours-per-finished-plus-mean"), .hours, .ratio([.plusCaseMinutes], [.plusCases], each: 60),
            "KP-13 ST-4 TX-11", "Hours a course at step 3+",
            "Hours of contact that clinicians gave to each finished course at step 3+, where scores decide the step."),
        people(
            "returners", .returners, "TX-14", "Came back", "People referred who had an earlier episode that is known."),
        share(
            "returners-share", .returnersWithinYear, .referrals, "TX-14", "Came back within a year",
            "Share of referrals of people whose earlier episode ended a year before or less."),
        ratio(
            "courses-per-finished-mean", .courses, [.caseCourses], [.cases], "TX-14", "Courses of who finishes one",
            "Mean number of courses that those who finish one have finished by then, earlier episodes counted."),
    ]

    /// Clinicians' hours for each case (KP-13).
    public static let hoursPerFinished = Measure(
        .plain("hours-per-finished-mean"), .hours, .ratio([.caseMinutes], [.cases], each: 60), "KP-13 KP-8 CL-2",
        "Hours a finished course",
        "Hours of contact that clinicians gave to each finished course, from the first appointment on, by the step at "
            + "which it ended; step 3+ has a row of its own."
    ).shown(.people).with {
        $0.bySteps = (
            .ratio([.lowCaseMinutes], [.lowCases], each: 60), .ratio([.highCaseMinutes], [.highCases], each: 60)
        )
    }

    private static let attendance = [
        total(
            "appointments", .appointments, .appointments, "AT-1", "Appointments",
            "Appointments that were booked, whatever became of them."),
        attendedAppointments,
        attendedShare,
        didNotAttendShare,
        patientCancelledShare,
        providerCancelledShare,
        share(
            "late-cancelled-share", .cancelledLate, .appointments, "AT-2", "Cancelled late, of appts",
            "Share of appointments that were cancelled with less notice than the scenario asks for."
        ).better(.less),
        total(
            "appointments-not-confirmed", .appointments, .notConfirmed, "AT-1", "Not confirmed",
            "Appointments given up because the person did not confirm them."
        ).better(.less),
        total(
            "aborted-sessions", .appointments, .aborted, "AT-7", "Aborted sessions",
            "Sessions broken off because the connection was lost."
        ).better(.less),
    ]

    /// Appointments that were attended.
    public static let attendedShare = share(
        "attended-share", .attended, .appointments, "AT-1 KP-8", "Attended, of appointments",
        "Share of appointments that were attended."
    ).shown(.attendance, brief: true).everyWeek.better(.more)

    private static let outcomes = [
        endedBeforeTreatment,
        share(
            "ended-after-one", .endedAfterOne, .closed, "KP-5", "Ended after one",
            "Share of ended episodes that had one treatment contact."
        ).better(.less),
        recovery,
        reliableImprovement,
        share(
            "reliable-recovery", .reliablyRecovered, .finishedCases, "KP-7", "Rel. recovery, finished cases",
            "Share of finished courses that began as a case and both recovered and reliably improved."
        ).shown(.outcomes).better(.more),
        Measure(
            .plain("access-rate"), .share, .access, "EQ-3 KP-12", "Access rate, share of need",
            "People entering treatment a year over the people in need; the runs' pace, as if for a year."
        ).shown(.outcomes, brief: true).besideGroups(9, "Access rate").better(.more).with {
            $0.leastShare = 0.25
            $0.restsOn = ".population.registered"
        },
    ]

    private static let work = [
        total(
            "kit-calls", .calls, .keepingInTouchCalls, "KT-2", "Keeping-in-touch calls",
            "Calls to people who wait for treatment."
        ).shown(.people, brief: true).everyWeek.drawn(.keepingInTouch, "Calls a week"),
        people("kit-opt-outs", .keepingInTouchOptOuts, "KT-5", "Opted out of those calls", "People who want no calls.")
            .shown(.people).everyWeek.drawn(.keepingInTouch, "People opting out a week"),
        total(
            "kit-calls-without-time", .calls, .keepingInTouchUnbooked, "KT-2", "Calls without time",
            "Calls that were due and found no time in any diary."
        ).better(.less),
        people(
            "told-of-long-wait", .waitLetters, "FA-6", "Told of a long wait",
            "People written to because the first wait passed the target."),
        people(
            "cases-moved", .casesMoved, "CL-11 PO-8", "Cases moved", "People moved from a full caseload to another."),
        total(
            "extension-requests", .requests, .extensionRequests, "TX-6", "Requests for more sessions",
            "Requests for sessions beyond the limit of a course."),
        people("handovers", .handovers, "TX-12", "Handed over", "People in treatment whose clinician changed."),
        share(
            "assessor-treats-share", .coursesWithAssessor, .coursesAfterAssessment, "CL-18 TX-12",
            "Treated by who assessed", "Share of courses that begin with the clinician who assessed the person."
        ).better(.more),
        total(
            "assessment-weeks", .weeks, .assessmentWeeks, "PO-1", "Assessment weeks",
            "Weeks in which most appointments became first appointments, summed over the teams."
        ).shown(.people).everyWeek,
    ]

    private static let beside = [
        total("groups-run", .courses, .groupsRun, "TX-4", "Groups run", "Courses in a group that began."),
        total("groups-put-off", .courses, .groupsPutOff, "TX-4", "Groups put off", "Courses in a group put off."),
        total(
            "groups-cancelled", .courses, .groupsCancelled, "TX-4", "Groups cancelled",
            "Courses in a group cancelled for want of people."
        ).better(.less),
        share(
            "group-places-filled-share", .groupSeatsFilled, .groupSeats, "TX-4", "Group places filled",
            "Share of the places in groups that were filled."
        ).better(.more),
        people(
            "computerised-starts", .computerisedStarts, "TX-5", "Started computerised CBT",
            "People who began computerised CBT."),
        total(
            "computerised-contacts", .contacts, .supportContacts, "TX-5", "Computerised CBT contacts",
            "Support contacts of computerised CBT."),
        people("risk-found", .riskFound, "ST-7", "Risk found", "People at whose contact a risk was found."),
        people(
            "risk-taken-by-duty", .riskTakenByDuty, "ST-7 CL-5", "Risk taken by duty",
            "People found at risk whom the duty worker saw that day."),
        total(
            "risk-displaced-appointments", .appointments, .riskDisplaced, "ST-7", "Displaced by risk",
            "Appointments moved because a risk was seen to that day."),
        people(
            "employment-support-starts", .employmentStarts, "TX-13", "Began employment support",
            "People who began employment support beside therapy."),
        ratio(
            "employment-support-wait-mean", .days, [.employmentWaitDays], [.employmentStarts], "TX-13",
            "Employment support, mean wait", "Mean wait for employment support of those who began it."
        ).better(.less),
        Measure(
            .plain("employment-support-waiting"), .people, .stock(.employmentWaiting), "TX-13",
            "Waiting for empl. support", "People who wait for employment support, mean of the weeks' ends."
        ).better(.less),
        ratio(
            "advisers-per-clinician", .wholeTime, [.adviserThousandths], [.clinicianThousandths], "TX-13",
            "Advisers per clinician", "Employment advisers for each whole-time clinician."),
    ]
}
