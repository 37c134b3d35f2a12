/// What nobody sees of a person, and what a simulation has made up: how ill somebody is behind the questionnaires, how
/// much each session will help (TX-10). A database does not have it; without it a simulation draws it given what is
/// known, and draws how many sessions the course will take.
public struct UnseenSnapshot: Sendable, Hashable, BitwiseCopyable {
    /// The PHQ-9 and GAD-7 behind the questionnaires, to the last bit.
    public var latent: (depression: Float, anxiety: Float) {
        get { (Float(bitPattern: depressionBits), Float(bitPattern: anxietyBits)) }
        set { (depressionBits, anxietyBits) = (newValue.depression.bitPattern, newValue.anxiety.bitPattern) }
    }
    /// By how much the PHQ-9 falls at each session of the present step, to the last bit.
    public var fallPerSession: Float {
        get { Float(bitPattern: fallBits) }
        set { fallBits = newValue.bitPattern }
    }
    /// The PHQ-9 and GAD-7 behind the questionnaires at the referral, to the last bit (TX-14).
    public var latentAtReferral: (depression: Float, anxiety: Float) {
        get { (Float(bitPattern: referredDepressionBits), Float(bitPattern: referredAnxietyBits)) }
        set {
            referredDepressionBits = newValue.depression.bitPattern
            referredAnxietyBits = newValue.anxiety.bitPattern
        }
    }
    /// What whoever screens will find (RF-5, RF-7).
    public var facts = ScreeningFacts()
    /// Takes another kind of help instead of an assessment (RF-9).
    public var isDiverted = false
    /// Missed an appointment, and will be in touch before the time is over (AT-4).
    public var willCall = false
    /// Whether a clerk's time is taken for the next attempt to reach the person (CL-14).
    public var hasClerk = false
    /// The replication in which the person was referred: what a person is like is drawn from its random numbers as long
    /// as the person is there.
    public var origin: UInt32 = 0
    /// Attempts in vain of which the person's willingness to answer is not to be told apart from chance (RF-10).
    public var attemptsInVain: UInt8 = 0

    /// When the last appointment was booked, of those in the past too; nil if none was.
    public var lastBookedAt: CivilMinute?

    // Compared as bits, so that a snapshot equals its copy whatever it holds.
    private var depressionBits: UInt32 = 0
    private var anxietyBits: UInt32 = 0
    private var fallBits: UInt32 = 0
    private var referredDepressionBits: UInt32 = 0
    private var referredAnxietyBits: UInt32 = 0

    /// Somebody of whom nothing was made up yet.
    public init() {}
}
