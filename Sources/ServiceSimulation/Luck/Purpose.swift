/// What random numbers decide: one purpose for each decision. Each has streams of its own, so that a key that changes
/// one decision leaves the numbers of all others untouched (design: random streams).
///
/// The names are in the order in which a person meets them. New ones are put at the end of their line only where every
/// number may change; else at the end of the list.
enum Purpose: UInt16, CaseIterable, Sendable {
    // Who is referred, and when: a team's week, a source's day, a person.
    case weekLevel, arrivals, arrivalMinute
    // Who somebody is (RF-13, RF-14).
    case ageBand, sex, perinatal, pregnant, weeksUntilBirth, veteran, longTermCondition, timeOfDay
    case movedIn, earlierWait, ethnicity, deprivation
    // What somebody asks for beside time (KT-10, EQ-2, CL-9).
    case language, interpreter, therapistSex, faceToFace, venue, accessibilityNeed
    // The referral matrix (RF-8).
    case chronicity, complexity, impairment, substanceUse, riskRating, earlierInterventions
    // How ill somebody is, and what is believed of it (TX-10).
    case latentScores, believedScores, questionnaire
    // The front door (RF-3 to RF-9, FA-5).
    case urgent, mentionsRisk, excluded, looksLikeHighIntensity, diverted, shortNotice
    // Contact (RF-10, RF-11, FA-7).
    case attemptMinute, welcomeDelay, neverAnswers, isReached, declinesAppointment
    // An appointment (AT-1 to AT-10, FA-7).
    case personCancels, serviceCancels, cancellationNotice, cancellationWithin, unconfirmed, keptAtADistance, rebooks
    case didNotAttend, arrivesTooLate, arrivesLate, lateness, aborted
    case callsAfterMiss, callDay, callMinute, exception
    // The first appointment (FA-3, PO-4).
    case treatmentBegins, assessmentOutcome, stepChange, therapy, selfHelpFirst
    // Waiting (KT-4 to KT-7).
    case patience, optsOut, callOutcome, seatAtFirst, seatAtCall, computerisedAtFirst, computerisedAtCall
    // A course (TX-1 to TX-11, ST-1, ST-2, ST-6).
    case supervisorAgrees, fallPerSession, sessionsNeeded, stopsEarly, endsWhenRecovered, extensionAgreed
    case changesCourse, stepsDown, stepUpProposed, supervisionDay
    // Courses in groups and computerised CBT (TX-4, TX-5).
    case fallInGroup, furtherInput, furtherSessions, fallPerSupport, needsNoMore
    // Risk, and employment support beside therapy (ST-7, TX-13).
    case riskFound, riskReferredOn, employmentTakenUp, employmentLength, employmentLeft
    // Clinicians (CL-3, CL-6 to CL-8, CL-10).
    case takesFortnight, leaveWeek, leaveDay, trainingDay, declaredCapacity, sicknessOnset, sicknessLength
    case parentalLeave, noticeGiven, recruitment, traineeStays
    // People of whom a scenario gives only the number.
    case listedWait, listedStep, listedNeed, listedAgreement, listedStop, listedFound, listedDay, listedScores
    // What nobody knows of the time to come.
    case unknownReferrals, unknownCapacity, unknownAim, unknownSessions, unknownLeavers, unknownOutcomes, unknownLost
    case unknownHighShare
    // People who come back (TX-14).
    case comesBack
    // The case-management review (CL-16).
    case endsAfterMisses, endsOpenLong, endsBeforeCourse
    // Contacts outside the calls, urgent step-ups, and second misses (KT-11, ST-9, AT-4).
    case reportsChange, reportedMatter, reportedOutcome, urgentStepUp, endsAtSecondMiss
    // Notes of contacts (CL-17).
    case notesLate, notesDays
}
