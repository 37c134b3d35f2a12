/// What is known of a case, as far as the monthly case-management review asks (CL-16). What is not known is nil.
public struct CaseFacts: Sendable, Equatable {
    /// Where the person is.
    public var state: EpisodeState
    /// The step of the course, or that they wait for.
    public var step: Step
    /// Whether they were stepped up to it (ST-1): a step-down is not asked for.
    public var wasSteppedUp = false
    /// The scores at the first contact.
    public var startScores: Scores?
    /// The latest scores.
    public var scores: Scores?
    /// How much care the latest scores call for (ST-4).
    public var level: CareLevel?
    /// Sessions at the present step, the first appointment not counted.
    public var sessionsAtStep = 0
    /// Sessions after which improvement is looked for at this step (TX-6).
    public var improvementReview = 3
    /// Whether the course has as many contacts as are agreed (TX-1, TX-2).
    public var isExhausted = false
    /// Appointments missed or cancelled that count (AT-3).
    public var missedCount = 0
    /// Whether an appointment, or a seat in a course, is booked.
    public var isBooked = false
    /// The day until which treatment is put off (PR-3).
    public var notBefore: CivilDay?
    /// The first contact.
    public var firstContact: CivilDay?
    /// The last contact: a session, an assessment, a keeping-in-touch call, or one that the person made (KT-11).
    public var lastContact: CivilDay?
    /// Contacts of treatment so far.
    public var contacts = 0

    /// A case of which no more is known than where it is.
    public init(state: EpisodeState, step: Step) {
        self.state = state
        self.step = step
    }
}

extension CaseFacts {
    /// Whether the person was assessed, and is still here: only then is there a case to manage.
    var isAssessed: Bool { state.isOpen && !state.isBeforeFirstAppointment }

    /// Whether the scores are better than they were; nil if that is not known.
    var hasImproved: Bool? {
        guard let scores, let startScores else { return nil }
        return scores.hasImproved(since: startScores)
    }
}
