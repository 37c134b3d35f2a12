public import CareModel

/// What the service knows of a person's way beside the episode: the fields of `Person`, and the day by which
/// something is due.
public struct PersonFacts: Hashable, Sendable {
    /// The scores at the first contact.
    public var startScores: Scores
    /// The latest scores.
    public var scores: Scores
    /// Sessions of the course at the present step, the first appointment not counted.
    public var sessionsAtStep: UInt8
    /// What the person waits for, if the state has a next action.
    public var nextActionDue: CivilMinute?
    /// The piece of screening that is due, while the person waits to be screened.
    public var screeningTask: ScreeningTask
    /// Attempts that the booking clerk has made (RF-10).
    public var contactAttempts: UInt8
    /// Appointments offered so far, of any kind.
    public var appointmentCount: UInt16
    /// When the booking clerk reached the person.
    public var reachedAt: CivilMinute?
    /// The person missed or moved a first appointment.
    public var movedByPerson: Bool
    /// The service cancelled a first appointment.
    public var movedByService: Bool
    /// Opted out of keeping-in-touch calls (KT-5).
    public var keepingInTouchOptOut: Bool
    /// The day from which the next keeping-in-touch call is counted (KT-2).
    public var lastKeptInTouch: CivilDay?
    /// The clinician who assessed; -1 if none (TX-12).
    public var assessor: Int32
    /// The day before which no treatment may be booked (PR-3).
    public var notBefore: CivilDay?
    /// The day by which the person must be seen to keep the standard of the present wait (FA-1, KT-1, PR-1); the
    /// waiting list is sorted by it. Nil if nothing is due.
    public var dueOn: CivilDay?
    /// Agreed to be offered freed slots at short notice (BK-5).
    public var acceptsShortNotice: Bool
    /// Sessions that the course at the present step is planned to have.
    public var plannedSessions: UInt8 = 0
    /// What else is agreed or known, as bits of the desk's (`DeskPerson.Flags`).
    public var flags: UInt16 = 0
    /// Since when a person in treatment waits for time with the clinician for the next session; nil if not.
    public var listedAt: CivilMinute?

    /// What is known of a person.
    public init(
        startScores: Scores, scores: Scores, sessionsAtStep: UInt8 = 0, nextActionDue: CivilMinute? = nil,
        screeningTask: ScreeningTask = .review, contactAttempts: UInt8 = 0, appointmentCount: UInt16 = 0,
        reachedAt: CivilMinute? = nil, movedByPerson: Bool = false, movedByService: Bool = false,
        keepingInTouchOptOut: Bool = false, lastKeptInTouch: CivilDay? = nil, assessor: Int32 = -1,
        notBefore: CivilDay? = nil, dueOn: CivilDay? = nil, acceptsShortNotice: Bool = false
    ) {
        self.startScores = startScores
        self.scores = scores
        self.sessionsAtStep = sessionsAtStep
        self.nextActionDue = nextActionDue
        self.screeningTask = screeningTask
        self.contactAttempts = contactAttempts
        self.appointmentCount = appointmentCount
        self.reachedAt = reachedAt
        self.movedByPerson = movedByPerson
        self.movedByService = movedByService
        self.keepingInTouchOptOut = keepingInTouchOptOut
        self.lastKeptInTouch = lastKeptInTouch
        self.assessor = assessor
        self.notBefore = notBefore
        self.dueOn = dueOn
        self.acceptsShortNotice = acceptsShortNotice
    }
}
