/// What a scenario needs to know of a provider, each a number with a unit.
public enum MomentQuantity: String, CaseIterable, Sendable {
    /// Referrals a week, at the level of the last twelve months, season and missing months allowed for.
    case referralsPerWeek = "referrals-per-week"
    /// By what share referrals grow in a year, beside season and working days.
    case trendPerYear = "trend-per-year"
    /// Variance of monthly referrals over their mean, around trend and national season, without the variance of
    /// rounding to 5; Poisson counts have 1.
    case dispersion
    /// Standard deviation of the monthly level of referrals beyond Poisson chance, as a share of the level.
    case extraVariation = "extra-variation"
    /// First treatments a week.
    case firstTreatmentsPerWeek = "first-treatments-per-week"
    /// Second treatments a week.
    case secondTreatmentsPerWeek = "second-treatments-per-week"
    /// Finished courses a week.
    case finishedCoursesPerWeek = "finished-courses-per-week"
    /// Referrals that end in a week.
    case endedPerWeek = "ended-per-week"
    /// Attended appointments a week, on time or late.
    case attendedPerWeek = "attended-per-week"
    /// Attended share of appointments, on time or late.
    case attendedShare = "attended-share"
    /// Share of appointments missed without notice, or come to too late to be seen.
    case didNotAttendShare = "dna-share"
    /// Share of appointments that people cancelled.
    case patientCancelledShare = "patient-cancelled-share"
    /// Share of appointments that the provider cancelled.
    case providerCancelledShare = "provider-cancelled-share"
    /// Share of attended appointments face to face.
    case faceToFaceShare = "face-to-face-share"
    /// Share of attended appointments by telephone.
    case telephoneShare = "telephone-share"
    /// Share of attended appointments by video.
    case videoShare = "video-share"
    /// Share of ended referrals that ended before treatment.
    case endedBeforeTreatment = "ended-before-treatment"
    /// Share of ended referrals that ended without an appointment.
    case endedNotSeen = "ended-not-seen"
    /// Share of ended referrals that ended after one treatment.
    case endedTreatedOnce = "ended-treated-once"
    /// Share of ended referrals that were finished courses.
    case endedFinished = "ended-finished"
    /// Share of ended referrals that were not suitable, signposted or not.
    case endedNotSuitable = "ended-not-suitable"
    /// Share of ended referrals that were declined by the person.
    case endedDeclined = "ended-declined"
    /// Share of ended referrals that ended earlier than the clinician planned.
    case endedEarly = "ended-early"
    /// Sessions of a finished course.
    case sessions
    /// Low-intensity sessions of a finished course that had one.
    case lowIntensitySessions = "low-intensity-sessions"
    /// High-intensity sessions of a finished course that had one.
    case highIntensitySessions = "high-intensity-sessions"
    /// Days between treatments.
    case betweenTreatments = "between-treatments"
    /// Days from referral to first treatment, mean.
    case firstWaitMean = "first-treatment-wait-mean"
    /// Days from referral to first treatment, mean of the monthly medians.
    case firstWaitMedian = "first-treatment-wait-median"
    /// Days from assessment to the first low-intensity treatment.
    case assessmentToLowWait = "assessment-to-low-wait-mean"
    /// Days from assessment to the first high-intensity treatment.
    case assessmentToHighWait = "assessment-to-high-wait-mean"
    /// Days from the last low-intensity to the first high-intensity treatment.
    case stepUpWait = "step-up-wait-mean"
    /// Share of finished courses whose first treatment came within 42 days.
    case within42Days = "first-treatment-within-42-days"
    /// Share of finished courses whose first treatment came within 126 days.
    case within126Days = "first-treatment-within-126-days"
    /// Share of second treatments within 28 days of the first.
    case secondWithin28Days = "second-treatment-within-28-days"
    /// Share of second treatments more than 90 days after the first.
    case secondOver90Days = "second-treatment-over-90-days"
    /// People without a first treatment at the end of a month.
    case waitingForTreatment = "waiting-for-treatment"
    /// Share of finished courses not at caseness at the start.
    case notAtCaseness = "not-at-caseness"
    /// Share of finished courses at caseness at the start that moved to recovery.
    case recovery
    /// Share of finished courses with reliable improvement.
    case reliableImprovement = "reliable-improvement"
    /// Share of finished courses at caseness at the start with reliable recovery.
    case reliableRecovery = "reliable-recovery"

    /// What the model of referrals by season and trend says.
    enum PatternFigure {
        case perWeek, trendPerYear, dispersion, extraVariation

        /// The unit.
        var unit: String {
            switch self {
            case .perWeek: "a week"
            case .trendPerYear: "share a year"
            case .extraVariation: "share"
            case .dispersion: "ratio"
            }
        }
    }

    /// How a quantity comes from monthly figures.
    enum Definition {
        /// From the model of referrals by season and trend.
        case pattern(PatternFigure)
        /// A total of parts over weeks; parts after the first count 0 where they are not known.
        case perWeek([PublishedMeasure])
        /// Totals: parts less others, over a whole less others.
        case share(
            [PublishedMeasure], less: [PublishedMeasure] = [], of: [PublishedMeasure], without: [PublishedMeasure] = [])
        /// A mean of monthly means.
        case mean(PublishedMeasure)
    }

    /// How it comes from monthly figures.
    var definition: Definition {
        switch self {
        case .referralsPerWeek: .pattern(.perWeek)
        case .trendPerYear: .pattern(.trendPerYear)
        case .dispersion: .pattern(.dispersion)
        case .extraVariation: .pattern(.extraVariation)
        case .firstTreatmentsPerWeek: .perWeek([.firstTreatments])
        case .secondTreatmentsPerWeek: .perWeek([.secondTreatments])
        case .finishedCoursesPerWeek: .perWeek([.finishedCourses])
        case .endedPerWeek: .perWeek([.ended])
        case .attendedPerWeek: .perWeek([.attendedOnTime, .attendedLate])
        case .attendedShare: .share([.attendedOnTime, .attendedLate], of: [.appointments])
        case .didNotAttendShare: .share([.didNotAttend, .lateNotSeen], of: [.appointments])
        case .patientCancelledShare: .share([.patientCancelled], of: [.appointments])
        case .providerCancelledShare: .share([.providerCancelled], of: [.appointments])
        case .faceToFaceShare: .share([.faceToFace], of: [.attendedOnTime, .attendedLate])
        case .telephoneShare: .share([.telephone], of: [.attendedOnTime, .attendedLate])
        case .videoShare: .share([.video], of: [.attendedOnTime, .attendedLate])
        case .endedBeforeTreatment: .share([.endedBeforeTreatment], of: [.ended])
        case .endedNotSeen: .share([.endedNotSeen], of: [.ended])
        case .endedTreatedOnce: .share([.endedTreatedOnce], of: [.ended])
        case .endedFinished: .share([.finishedCourses], of: [.ended])
        case .endedNotSuitable: .share([.endedNotSuitable, .endedSignposted], of: [.ended])
        case .endedDeclined: .share([.endedDeclined], of: [.ended])
        case .endedEarly: .share([.endedEarly], of: [.ended])
        case .sessions: .mean(.sessionsMean)
        case .lowIntensitySessions: .mean(.lowIntensitySessions)
        case .highIntensitySessions: .mean(.highIntensitySessions)
        case .betweenTreatments: .mean(.betweenTreatments)
        case .firstWaitMean: .mean(.firstWaitMean)
        case .firstWaitMedian: .mean(.firstWaitMedian)
        case .assessmentToLowWait: .mean(.assessmentToLowWait)
        case .assessmentToHighWait: .mean(.assessmentToHighWait)
        case .stepUpWait: .mean(.stepUpWait)
        case .within42Days: .share([.finishedWithin42Days], of: [.finishedCourses])
        case .within126Days: .share([.finishedWithin126Days], of: [.finishedCourses])
        case .secondWithin28Days:
            .share([.secondTreatments], less: [.firstToSecondOver28Days], of: [.secondTreatments])
        case .secondOver90Days: .share([.firstToSecondOver90Days], of: [.secondTreatments])
        case .waitingForTreatment: .mean(.waitingForTreatment)
        case .notAtCaseness: .share([.notAtCaseness], of: [.finishedCourses])
        case .recovery: .share([.recovery], of: [.finishedCourses], without: [.notAtCaseness])
        case .reliableImprovement: .share([.reliableImprovement], of: [.finishedCourses])
        case .reliableRecovery: .share([.reliableRecovery], of: [.finishedCourses], without: [.notAtCaseness])
        }
    }

    /// The unit.
    public var unit: String {
        switch definition {
        case .perWeek: "a week"
        case .share: "share"
        case .mean(let measure): measure.kind.unit
        case .pattern(let figure): figure.unit
        }
    }
}
