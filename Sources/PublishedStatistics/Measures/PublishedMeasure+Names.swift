extension PublishedMeasure {
    /// One measure as the files call it.
    private struct Entry {
        let measure: PublishedMeasure
        let identifier: String
        let name: String
        let kind: Kind
        let weight: PublishedMeasure?
        let formerly: [String]

        init(
            _ measure: PublishedMeasure, _ identifier: String, _ name: String, _ kind: Kind,
            weight: PublishedMeasure? = nil, formerly: [String] = []
        ) {
            self.measure = measure
            self.identifier = identifier
            self.name = name
            self.kind = kind
            self.weight = weight
            self.formerly = formerly
        }
    }

    /// Every measure, in the order of the cases.
    private static let entries: [Entry] = [
        Entry(.referrals, "M001", "Count_ReferralsReceived", .count),
        Entry(.selfReferrals, "M002", "Count_SelfReferrals", .count),
        Entry(.practitionerReferrals, "M003", "Count_GPReferrals", .count),
        Entry(.healthVisitorReferrals, "M004", "Count_HealthVisitorReferrals", .count),
        Entry(.otherPrimaryCareReferrals, "M005", "Count_OtherPrimaryCareReferrals", .count),
        Entry(.carerReferrals, "M006", "Count_CarerReferrals", .count),
        Entry(.localAuthorityReferrals, "M007", "Count_LAReferrals", .count),
        Entry(.employerReferrals, "M008", "Count_EmployerReferrals", .count),
        Entry(.justiceReferrals, "M009", "Count_JusticeSystemReferrals", .count),
        Entry(.childHealthReferrals, "M010", "Count_ChildHealthReferrals", .count),
        Entry(.voluntarySectorReferrals, "M011", "Count_IndependentVoluntaryReferrals", .count),
        Entry(.secondaryCareReferrals, "M012", "Count_SecondaryCareReferrals", .count),
        Entry(.otherTrustReferrals, "M013", "Count_OtherMHReferrals", .count),
        Entry(.internalReferrals, "M014", "Count_InternalReferrals", .count),
        Entry(.otherReferrals, "M017", "Count_OtherReferrals", .count),
        Entry(
            .talkingTherapiesReferrals, "M018", "Count_NHSTalkingTherapiesReferrals", .count,
            formerly: ["Count_IAPTReferrals"]),
        Entry(.maternityReferrals, "M345", "Count_MaternityServiceReferrals", .count),
        Entry(.firstAssessments, "M023", "Count_FirstAssessment", .count),
        Entry(.waitingForAssessment, "M029", "Count_WaitingForAssessment", .stock),
        Entry(
            .firstTreatments, "M031", "Count_AccessingServices", .count,
            formerly: ["Count_FirstTreatment", "Count_StartedTreatment"]),
        Entry(
            .firstTreatmentsWithin42Days, "M036", "Count_AccessingServices6Weeks", .count,
            formerly: ["Count_FirstTreatment6Weeks"]),
        Entry(
            .firstTreatmentsWithin126Days, "M037", "Count_AccessingServices18Weeks", .count,
            formerly: ["Count_FirstTreatment18Weeks"]),
        Entry(.waitingForTreatment, "M038", "Count_WaitingForTreatment", .stock),
        Entry(.waitingForTreatmentOver126Days, "M044", "Count_WaitingForTreatmentOver18weeks", .stock),
        Entry(.waitingForTreatmentOver90Days, "M045", "Count_WaitingForTreatmentOver90days", .stock),
        Entry(.firstToSecondOver28Days, "M046", "Count_FirstToSecondTreatmentOver28days", .count),
        Entry(.firstToSecondOver90Days, "M047", "Count_FirstToSecondTreatmentOver90days", .count),
        Entry(.firstToSecondWithin28Days, "M121", "Count_FirstToSecondTreatment28days", .count),
        Entry(
            .firstWaitMean, "M048", "Mean_WaitAccessingServices", .days, weight: .firstTreatments,
            formerly: ["Mean_WaitFirstTreatment", "Mean_WaitStartedTreatment"]),
        Entry(
            .firstWaitMedian, "M049", "Median_WaitAccessingServices", .days, weight: .firstTreatments,
            formerly: ["Median_WaitFirstTreatment", "Median_WaitStartedTreatment"]),
        Entry(.finishedFirstWaitMean, "M050", "Mean_WaitFinishedCourseTreatment", .days, weight: .finishedCourses),
        Entry(.finishedFirstWaitMedian, "M051", "Median_WaitFinishedCourseTreatment", .days, weight: .finishedCourses),
        Entry(
            .finishedWithin42Days, "M052", "Count_AccessingServices6WeeksFinishedCourseTreatment", .count,
            formerly: ["Count_FirstTreatment6WeeksFinishedCourseTreatment"]),
        Entry(
            .finishedWithin126Days, "M054", "Count_AccessingServices18WeeksFinishedCourseTreatment", .count,
            formerly: ["Count_FirstTreatment18WeeksFinishedCourseTreatment"]),
        Entry(.ended, "M056", "Count_EndedReferrals", .count),
        Entry(.endedNotSuitable, "M057", "Count_EndedNotSuitable", .count),
        Entry(.endedSignposted, "M058", "Count_EndedSignposted", .count),
        Entry(.endedMutualAgreement, "M059", "Count_EndedMutualAgreement", .count),
        Entry(.endedReferredElsewhere, "M060", "Count_EndedReferredElsewhere", .count),
        Entry(.endedDeclined, "M061", "Count_EndedDeclined", .count),
        Entry(.endedCompleted, "M066", "Count_EndedCompleted", .count),
        Entry(.endedEarly, "M344", "Count_EndedBeforeCareProfessionalPlanned", .count),
        Entry(.endedNotSeen, "M073", "Count_EndedNotSeen", .count),
        Entry(.endedSeenNotTreated, "M074", "Count_EndedSeenNotTreated", .count),
        Entry(.endedTreatedOnce, "M075", "Count_EndedTreatedOnce", .count),
        Entry(.endedBeforeTreatment, "M153", "Count_EndedBeforeTreatment", .count),
        Entry(.finishedCourses, "M076", "Count_FinishedCourseTreatment", .count),
        Entry(.appointments, "M082", "Count_Appointments", .count),
        Entry(.patientCancelled, "M083", "Count_ApptsCancelledPatient", .count),
        Entry(.didNotAttend, "M084", "Count_ApptsDNA", .count),
        Entry(.providerCancelled, "M085", "Count_ApptsCancelledProvider", .count),
        Entry(.attendedOnTime, "M086", "Count_ApptsAttended", .count),
        Entry(.attendedLate, "M087", "Count_ApptsAttendedLate", .count),
        Entry(.lateNotSeen, "M088", "Count_ApptsLateNotSeen", .count),
        Entry(.faceToFace, "M1001", "Count_FacetoFaceAppts", .count),
        Entry(.telephone, "M1002", "Count_TelephoneAppts", .count),
        Entry(.video, "M1018", "Count_ConsMediumVideoConsultAppts", .count),
        Entry(.highIntensitySessions, "M112", "Mean_HISessions", .sessions, weight: .finishedCourses),
        Entry(.lowIntensitySessions, "M120", "Mean_LiSessions", .sessions, weight: .finishedCourses),
        Entry(.sessionsMean, "M141", "Mean_ApptsFinishedCourseTreatment", .sessions, weight: .finishedCourses),
        Entry(.sessionsMedian, "M142", "Median_ApptsFinishedCourseTreatment", .sessions, weight: .finishedCourses),
        Entry(.notAtCaseness, "M179", "Count_NotAtCaseness", .count),
        Entry(.secondTreatments, "M184", "Count_SecondTreatment", .count),
        Entry(.reliableImprovement, "M185", "Count_ReliableImprovement", .count),
        Entry(.reliableImprovementShare, "M186", "Percentage_ReliableImprovement", .percent, weight: .finishedCourses),
        Entry(.reliableDeterioration, "M189", "Count_ReliableDeterioration", .count),
        Entry(.recovery, "M191", "Count_Recovery", .count),
        Entry(.recoveryShare, "M192", "Percentage_Recovery", .percent, weight: .finishedCourses),
        Entry(.reliableRecovery, "M193", "Count_ReliableRecovery", .count),
        Entry(.reliableRecoveryShare, "M195", "Percentage_ReliableRecovery", .percent, weight: .finishedCourses),
        Entry(
            .assessmentToHighWait, "M347", "Mean_Wait_AssessmentDate_HighIntensityFirstDate", .days,
            weight: .finishedCourses),
        Entry(
            .assessmentToLowWait, "M348", "Mean_Wait_AssessmentDate_LowIntensityFirstDate", .days,
            weight: .finishedCourses),
        Entry(
            .stepDownWait, "M349", "Mean_Wait_StepDown_LastHighIntensity_FirstLowIntensity", .days,
            weight: .finishedCourses),
        Entry(
            .stepUpWait, "M350", "Mean_Wait_StepUp_LastLowIntensity_FirstHighIntensity", .days, weight: .finishedCourses
        ),
        Entry(.betweenTreatments, "M351", "Mean_DaysWaitedBetweenTreatments", .days, weight: .finishedCourses),
    ]

    private var entry: Entry { Self.entries[Int(rawValue)] }

    /// The `MEASURE_ID`.
    public var identifier: String { entry.identifier }

    /// The present `MEASURE_NAME`.
    public var name: String { entry.name }

    /// Names that it had or may have in other editions of the files.
    public var formerNames: [String] { entry.formerly }

    /// What its figures are.
    public var kind: Kind { entry.kind }

    /// The count by which figures of several providers are weighted into one; nil for counts, which add up.
    public var weight: PublishedMeasure? { entry.weight }

    /// The measure of a `MEASURE_NAME`, present or former; case, blanks and underscores make no difference.
    public init?(name: String) {
        let key = Self.key(name)
        let found = Self.entries.first { entry in
            Self.key(entry.name) == key || entry.formerly.contains { Self.key($0) == key }
        }
        guard let found else { return nil }
        self = found.measure
    }

    /// The measure of a `MEASURE_ID`.
    public init?(identifier: String) {
        guard let found = Self.entries.first(where: { $0.identifier == identifier }) else { return nil }
        self = found.measure
    }

    /// The letters and digits of a name, in lower case.
    private static func key(_ name: String) -> [UInt8] {
        name.utf8.compactMap { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A: byte
            case 0x41...0x5A: byte + 32
            default: nil
            }
        }
    }
}
