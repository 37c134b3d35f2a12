/// What is known of somebody beside the referral and the episode: what was measured, agreed and counted, and what is to
/// be done by when. What is not known is nil.
public struct PersonFacts: Hashable, Sendable, BitwiseCopyable {
    /// The scores at the first contact; nil if none were taken.
    public var startScores: Scores?
    /// The latest scores; nil if none were taken.
    public var scores: Scores?
    /// Sessions of the course at the present step, the first appointment not counted.
    public var sessionsAtStep: UInt8 = 0
    /// Sessions that the course at the present step is planned to have, the first appointment not counted; nil if
    /// nothing is planned (TX-1, TX-2).
    public var plannedSessions: UInt8?
    /// What the person waits for, if the state has a next action: the next attempt to make contact, the end of the time
    /// to make contact, the supervision, the end of a hold.
    public var nextActionDue: CivilMinute?
    /// The piece of screening that is due, while the person waits to be screened.
    public var screeningTask = ScreeningTask.review
    /// Attempts that the booking clerk has made (RF-10).
    public var contactAttempts: UInt8 = 0
    /// Appointments offered so far, of any kind.
    public var appointmentCount: UInt16 = 0
    /// When the booking clerk reached the person.
    public var reachedAt: CivilMinute?
    /// Whether the person can come at short notice (FA-5, BK-5); nil if nobody has asked.
    public var acceptsShortNotice: Bool?
    /// Opted out of keeping-in-touch calls (KT-5).
    public var keepingInTouchOptOut = false
    /// The supervisor agrees to more sessions than usual (TX-1, TX-2).
    public var supervisorAgrees = false
    /// The person missed or moved a first appointment.
    public var movedByPerson = false
    /// The service cancelled a first appointment.
    public var movedByService = false
    /// Was written to because the wait will be longer than the promise (FA-6).
    public var toldOfWait = false
    /// The service cancelled the last appointment: the next booking goes before others (AT-10).
    public var rebooksFirst = false
    /// Was in touch after a missed appointment, and has not been seen since (AT-4).
    public var returnedAfterMiss = false
    /// The first appointment, or the last keeping-in-touch call: the next call is counted from it (KT-2).
    public var lastKeptInTouch: CivilDay?
    /// The last day on which the person made contact outside the calls (KT-11); nil if they did not.
    public var lastHeard: CivilDay?
    /// Index of the clinician who assessed (TX-12), or has the person from the referral on (CL-18); nil if nobody.
    public var assessor: Int32?
    /// The day before which no treatment may be booked, for want of readiness or because of a birth (PR-3).
    public var notBefore: CivilDay?
    /// The day by which the person must be seen to keep the standard of the present wait (FA-1, KT-1, PR-1); a waiting
    /// list is sorted by it. Nil if nothing is due, or if nobody keeps the list.
    public var dueOn: CivilDay?
    /// Since when a person in treatment waits for time with the clinician for the next session; nil if not.
    public var listedAt: CivilMinute?
    /// Support contacts that are left of computerised CBT; nil if the person does not work with it (TX-5).
    public var supportContactsLeft: UInt8?

    /// What is known of a person of whom no more is known than scores.
    public init(startScores: Scores? = nil, scores: Scores? = nil) {
        self.startScores = startScores
        self.scores = scores
    }

    /// Takes scores of nothing in both questionnaires for scores that nobody took: at the start, and after such a
    /// start.
    public mutating func forgetBlankScores() {
        let blank = Scores(depression: 0, anxiety: 0)
        if startScores == blank { startScores = nil }
        if startScores == nil, scores == blank { scores = nil }
    }
}
