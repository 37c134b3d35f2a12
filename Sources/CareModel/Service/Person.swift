/// One person in the service, without name, number or date of birth.
public struct Person: Sendable, Equatable {
    /// A number that stays with the person and means nothing outside.
    public var key: UInt64
    /// What the referral carries.
    public var referral: Referral
    /// Where the person is.
    public var episode: Episode
    /// The scores at the first contact.
    public var startScores: Scores
    /// The latest scores.
    public var scores: Scores
    /// Sessions of the course at the present step, the first appointment not counted.
    public var sessionsAtStep: UInt8
    /// What the person waits for, if the state has a next action: the next attempt to make contact, the end of the time
    /// to make contact, the supervision, the end of a hold.
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
    /// The first appointment, or the last keeping-in-touch call: the next call is counted from it (KT-2).
    public var lastKeptInTouch: CivilDay?
    /// The clinician who assessed; -1 if none (TX-12).
    public var assessor: Int32
    /// The day before which no treatment may be booked, for want of readiness or because of a birth (PR-3).
    public var notBefore: CivilDay?
    /// Since when a person in treatment waits for time with the clinician for the next session; nil if not.
    public var listedAt: CivilMinute?
    /// The service cancelled the last appointment: the next booking goes before others (AT-10).
    public var rebooksFirst: Bool
    /// Support contacts that are left of computerised CBT; nil if the person does not work with it (TX-5).
    public var supportContactsLeft: UInt8?
    /// Whether the person can come at short notice (FA-5); nil if nobody has asked.
    public var shortNotice: Bool?
    /// When the last appointment was booked, of those in the past too; nil if that is not known.
    public var lastBookedAt: CivilMinute?
    /// Was written to because the wait will be longer than the promise (FA-6).
    public var toldOfWait: Bool
    /// What nobody sees of the person, where a simulation made the person up.
    public var unseen: UnseenSnapshot?

    /// A person who was just referred.
    public init(key: UInt64, referral: Referral) {
        self.key = key
        self.referral = referral
        episode = Episode(received: referral.received)
        scores = referral.scores ?? Scores(depression: 0, anxiety: 0)
        startScores = scores
        sessionsAtStep = 0
        reachedAt = nil
        movedByPerson = false
        movedByService = false
        nextActionDue = nil
        screeningTask = .review
        contactAttempts = 0
        appointmentCount = 0
        keepingInTouchOptOut = false
        lastKeptInTouch = nil
        assessor = -1
        notBefore = nil
        listedAt = nil
        rebooksFirst = false
        supportContactsLeft = nil
        shortNotice = nil
        lastBookedAt = nil
        toldOfWait = false
        unseen = nil
    }
}
