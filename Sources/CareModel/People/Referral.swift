/// What a referral carries (RF-13). Unknown is a legal value for all but the date, the source and the team.
@frozen
public struct Referral: Hashable, Sendable, BitwiseCopyable {
    /// When the service received it: the clock of every wait starts here.
    public var received: CivilMinute
    /// Who referred.
    public var source: ReferralSource
    /// Index of the team in the service.
    public var team: UInt8
    /// Age band.
    public var ageBand: AgeBand = .unknown
    /// Sex as recorded.
    public var sex: Sex = .unknown
    /// Ethnicity group.
    public var ethnicity: EthnicityGroup = .unknown
    /// Deprivation decile, 1 (most deprived) … 10; 0 is unknown.
    public var deprivationDecile: UInt8 = 0
    /// Has a long-term physical condition.
    public var longTermCondition: Known = .unknown
    /// Pregnant, or a parent, of either sex, of a child under one (PR-1).
    public var perinatal: Known = .unknown
    /// Weeks until the baby is due, 1 … 40; 0 if not pregnant or unknown (PR-3).
    public var weeksUntilBirth: UInt8 = 0
    /// Served in the armed forces (PR-2).
    public var veteran: Known = .unknown
    /// Index of the preferred language; 0 is English or unknown.
    public var language: UInt8 = 0
    /// Needs an interpreter.
    public var interpreter: Known = .unknown
    /// Needs an accessible venue or format.
    public var accessibilityNeed: Known = .unknown
    /// Preferred channel.
    public var channel: ConsultationChannel = .unknown
    /// When in the day the person can come.
    public var timeOfDay: TimeOfDayPreference = .any
    /// Index of the preferred venue; 0 is none or unknown.
    public var venue: UInt8 = 0
    /// Preferred therapy; nil is none or unknown.
    public var modality: Modality?
    /// Preferred sex of the therapist.
    public var therapistSex: Sex = .unknown
    /// PHQ-9 and GAD-7 at referral; nil if not taken.
    public var scores: Scores?
    /// Ratings of the referral matrix (RF-8).
    public var matrix: ReferralMatrix = ReferralMatrix()
    /// The caller was in need of a telephone screen on the same day (RF-3).
    public var isUrgent: Bool = false

    /// A referral of which only the necessary is known.
    /// - Parameters:
    ///   - received: when it was received.
    ///   - source: who referred.
    ///   - team: index of the team.
    @inlinable
    public init(received: CivilMinute, source: ReferralSource, team: UInt8) {
        self.received = received
        self.source = source
        self.team = team
    }
}

/// The seven ratings of the referral matrix (RF-8).
@frozen
public struct ReferralMatrix: Hashable, Sendable, BitwiseCopyable {
    /// Severity: the higher of the PHQ-9 and GAD-7 bands.
    public var severity: MatrixRating = .unknown
    /// How long the trouble has lasted.
    public var chronicity: MatrixRating = .unknown
    /// Complexity of the presentation.
    public var complexity: MatrixRating = .unknown
    /// Impairment in daily life.
    public var impairment: MatrixRating = .unknown
    /// Substance use.
    public var substanceUse: MatrixRating = .unknown
    /// Risk to self or others.
    public var risk: MatrixRating = .unknown
    /// Earlier interventions that did not help.
    public var earlierInterventions: MatrixRating = .unknown

    /// All unknown.
    @inlinable
    public init() {}
}
