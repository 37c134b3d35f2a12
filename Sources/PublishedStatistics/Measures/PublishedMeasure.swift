/// What NHS England counts, as far as a scenario or a forecast needs it.
public enum PublishedMeasure: UInt8, CaseIterable, Sendable {
    /// Referrals received in the month.
    case referrals
    /// Referrals from the person.
    case selfReferrals
    /// Referrals from a general practice.
    case practitionerReferrals
    /// Referrals from a health visitor.
    case healthVisitorReferrals
    /// Referrals from other primary health care.
    case otherPrimaryCareReferrals
    /// Referrals from a carer or relative.
    case carerReferrals
    /// Referrals from a local authority or other public service.
    case localAuthorityReferrals
    /// Referrals from an employer.
    case employerReferrals
    /// Referrals from the justice system.
    case justiceReferrals
    /// Referrals from child health.
    case childHealthReferrals
    /// Referrals from the independent or voluntary sector.
    case voluntarySectorReferrals
    /// Referrals from acute secondary care.
    case secondaryCareReferrals
    /// Referrals from another mental health trust.
    case otherTrustReferrals
    /// Referrals from within the provider.
    case internalReferrals
    /// Referrals from any other source.
    case otherReferrals
    /// Referrals from another talking-therapy service.
    case talkingTherapiesReferrals
    /// Referrals from a maternity service.
    case maternityReferrals
    /// Referrals first assessed in the month.
    case firstAssessments
    /// Referrals not yet assessed at the end of the month.
    case waitingForAssessment
    /// Referrals with a first treatment in the month: "started treatment", "accessed services".
    case firstTreatments
    /// First treatments after 42 days or less.
    case firstTreatmentsWithin42Days
    /// First treatments after 126 days or less.
    case firstTreatmentsWithin126Days
    /// Referrals without a first treatment at the end of the month.
    case waitingForTreatment
    /// Referrals without a first treatment for more than 18 weeks.
    case waitingForTreatmentOver126Days
    /// Referrals without a first treatment for more than 90 days.
    case waitingForTreatmentOver90Days
    /// Second treatments more than 28 days after the first.
    case firstToSecondOver28Days
    /// Second treatments more than 90 days after the first.
    case firstToSecondOver90Days
    /// Second treatments within 28 days; from April 2024.
    case firstToSecondWithin28Days
    /// Mean days from referral to first treatment, of first treatments in the month.
    case firstWaitMean
    /// Median days from referral to first treatment.
    case firstWaitMedian
    /// Mean days from referral to first treatment, of courses finished in the month.
    case finishedFirstWaitMean
    /// Median days from referral to first treatment, of courses finished in the month.
    case finishedFirstWaitMedian
    /// Finished courses whose first treatment came within 42 days.
    case finishedWithin42Days
    /// Finished courses whose first treatment came within 126 days.
    case finishedWithin126Days
    /// Referrals that ended in the month.
    case ended
    /// Ended as not suitable.
    case endedNotSuitable
    /// Ended as not suitable, signposted elsewhere.
    case endedSignposted
    /// Ended by mutual agreement after advice.
    case endedMutualAgreement
    /// Ended as referred to another therapy service.
    case endedReferredElsewhere
    /// Ended because the person declined treatment.
    case endedDeclined
    /// Ended as completed by agreement.
    case endedCompleted
    /// Ended earlier than the clinician planned.
    case endedEarly
    /// Ended without an appointment.
    case endedNotSeen
    /// Ended after appointments none of which was treatment.
    case endedSeenNotTreated
    /// Ended after one treatment.
    case endedTreatedOnce
    /// Ended before treatment.
    case endedBeforeTreatment
    /// Ended after two treatments or more: finished courses.
    case finishedCourses
    /// Appointments in the month, whatever became of them.
    case appointments
    /// Appointments that the person cancelled.
    case patientCancelled
    /// Appointments that the person missed without notice.
    case didNotAttend
    /// Appointments that the provider cancelled.
    case providerCancelled
    /// Appointments attended on time.
    case attendedOnTime
    /// Appointments attended late, and seen.
    case attendedLate
    /// Appointments to which the person came too late to be seen.
    case lateNotSeen
    /// Attended appointments face to face.
    case faceToFace
    /// Attended appointments by telephone.
    case telephone
    /// Attended appointments by video; from April 2022.
    case video
    /// Mean high-intensity sessions of finished courses that had one.
    case highIntensitySessions
    /// Mean low-intensity sessions of finished courses that had one.
    case lowIntensitySessions
    /// Mean treatment sessions of finished courses.
    case sessionsMean
    /// Median treatment sessions of finished courses.
    case sessionsMedian
    /// Finished courses that were not at caseness at the start.
    case notAtCaseness
    /// Referrals with a second treatment in the month.
    case secondTreatments
    /// Finished courses with reliable improvement.
    case reliableImprovement
    /// Percent of finished courses with reliable improvement.
    case reliableImprovementShare
    /// Finished courses with reliable deterioration.
    case reliableDeterioration
    /// Finished courses that moved to recovery.
    case recovery
    /// Percent of finished courses at caseness at the start that moved to recovery.
    case recoveryShare
    /// Finished courses with reliable recovery.
    case reliableRecovery
    /// Percent of finished courses at caseness at the start with reliable recovery.
    case reliableRecoveryShare
    /// Mean days from assessment to the first high-intensity treatment; from January 2023.
    case assessmentToHighWait
    /// Mean days from assessment to the first low-intensity treatment; from January 2023.
    case assessmentToLowWait
    /// Mean days from the last high-intensity to the first low-intensity treatment; from January 2023.
    case stepDownWait
    /// Mean days from the last low-intensity to the first high-intensity treatment; from January 2023.
    case stepUpWait
    /// Mean days between treatments; from February 2023.
    case betweenTreatments

    /// What the figures of a measure are.
    public enum Kind: Sendable {
        /// People or appointments in the month, rounded to 5 for providers; they add up over months and providers.
        case count
        /// People at the end of the month, rounded to 5; they add up over providers, not over months.
        case stock
        /// A mean or median number of days.
        case days
        /// A mean or median number of sessions.
        case sessions
        /// Percent, 0 … 100; whole ones for providers.
        case percent

        /// What the figures count, in words.
        var unit: String {
            switch self {
            case .days: "days"
            case .sessions: "sessions"
            case .count, .stock: "people"
            case .percent: "percent"
            }
        }

        /// Whether figures of several providers add up.
        public var addsUp: Bool { self == .count || self == .stock }
    }

    /// The sources of referrals, which together are all referrals.
    public static let sources: [PublishedMeasure] = [
        .selfReferrals, .practitionerReferrals, .healthVisitorReferrals, .otherPrimaryCareReferrals, .carerReferrals,
        .localAuthorityReferrals, .employerReferrals, .justiceReferrals, .childHealthReferrals,
        .voluntarySectorReferrals, .secondaryCareReferrals, .otherTrustReferrals, .internalReferrals, .otherReferrals,
        .talkingTherapiesReferrals, .maternityReferrals,
    ]
}
