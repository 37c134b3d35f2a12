/// What a service knows of somebody from before: earlier episodes (TX-14, ST-6), and the time that clinicians have
/// given in this one (KP-13).
public struct PersonHistory: Hashable, Sendable, BitwiseCopyable {
    /// Earlier episodes, ended for whatever reason.
    public var episodes: UInt8
    /// Courses that were finished in them (KP-5).
    public var courses: UInt8
    /// Those of them that ended with the person still a case (RF-8).
    public var unhelpful: UInt8
    /// Minutes of contact with clinicians in the present episode; nil if nobody has them all.
    public var minutes: UInt16?

    /// Somebody's history; without anything, that of somebody who was never there.
    public init(episodes: UInt8 = 0, courses: UInt8 = 0, unhelpful: UInt8 = 0, minutes: UInt16? = 0) {
        self.episodes = episodes
        self.courses = courses
        self.unhelpful = unhelpful
        self.minutes = minutes
    }
}

/// Somebody whose episode has ended, and who will be referred again or may be (TX-14).
public struct FormerPerson: Hashable, Sendable, BitwiseCopyable {
    /// How an episode ended, as far as it says how likely somebody comes back.
    public enum Ending: UInt8, CaseIterable, Sendable, BitwiseCopyable {
        /// With a finished course, no longer a case.
        case recovered
        /// With a finished course, still a case.
        case finished
        /// Before a course was finished.
        case left
    }

    /// The number that the person had.
    public var key: UInt64
    /// What the last referral carried.
    public var referral: Referral
    /// When the last episode ended.
    public var ended: CivilMinute
    /// How.
    public var ending: Ending
    /// Episodes so far, and courses finished in them.
    public var history: PersonHistory
    /// When the person will be referred again; nil if nobody has drawn it.
    public var returns: CivilMinute?
    /// PHQ-9 and GAD-7 behind the questionnaires, at the last referral.
    public var depressionAtReferral: Float
    /// The GAD-7 then.
    public var anxietyAtReferral: Float
    /// PHQ-9 behind the questionnaires, when the last episode ended.
    public var depression: Float
    /// The GAD-7 then.
    public var anxiety: Float

    /// Somebody whose episode has ended.
    public init(
        key: UInt64, referral: Referral, ended: CivilMinute, _ ending: Ending, history: PersonHistory,
        returns: CivilMinute?, atReferral: (depression: Float, anxiety: Float),
        atEnd: (depression: Float, anxiety: Float)
    ) {
        self.key = key
        self.referral = referral
        self.ended = ended
        self.ending = ending
        self.history = history
        self.returns = returns
        (depressionAtReferral, anxietyAtReferral) = atReferral
        (depression, anxiety) = atEnd
    }

    /// Whether one is referred again before another; those of whom nobody knows come last, ties by number.
    public static func comesSooner(_ one: FormerPerson, _ other: FormerPerson) -> Bool {
        let never = CivilMinute(minutes: Int64.max)
        return (one.returns ?? never, one.key) < (other.returns ?? never, other.key)
    }
}
