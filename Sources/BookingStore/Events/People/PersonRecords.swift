public import CareModel

/// A person in the service, without anything that says who it is (IG-2).
public struct PersonRecord: Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The number in an earlier episode (ST-6), if there was one.
    public var earlier: Int64?
    /// What the referral carries.
    public var referral: Referral
    /// Where the person is.
    public var episode: Episode
    /// What is known beside it.
    public var facts: PersonFacts

    /// A person.
    public init(person: Int64, earlier: Int64?, referral: Referral, episode: Episode, facts: PersonFacts) {
        self.person = person
        self.earlier = earlier
        self.referral = referral
        self.episode = episode
        self.facts = facts
    }

    /// The person as a snapshot for a forecast has it.
    public var snapshot: Person {
        var snapshot = Person(key: UInt64(person), referral: referral)
        snapshot.episode = episode
        snapshot.startScores = facts.startScores
        snapshot.scores = facts.scores
        snapshot.sessionsAtStep = facts.sessionsAtStep
        snapshot.nextActionDue = facts.nextActionDue
        snapshot.screeningTask = facts.screeningTask
        snapshot.contactAttempts = facts.contactAttempts
        snapshot.appointmentCount = facts.appointmentCount
        snapshot.reachedAt = facts.reachedAt
        snapshot.movedByPerson = facts.movedByPerson
        snapshot.movedByService = facts.movedByService
        snapshot.keepingInTouchOptOut = facts.keepingInTouchOptOut
        snapshot.lastKeptInTouch = facts.lastKeptInTouch
        snapshot.assessor = facts.assessor
        snapshot.notBefore = facts.notBefore
        snapshot.listedAt = facts.listedAt
        return snapshot
    }
}

/// Where a person is, and what is known beside it.
public struct EpisodeRecord: Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// Index of the team.
    public var team: UInt8
    /// Where the person is.
    public var episode: Episode
    /// What is known beside it.
    public var facts: PersonFacts

    /// An episode.
    public init(person: Int64, team: UInt8, episode: Episode, facts: PersonFacts) {
        self.person = person
        self.team = team
        self.episode = episode
        self.facts = facts
    }
}

/// A line of the waiting list (KT-8): what it is sorted, filtered and shown by.
public struct WaitingRecord: Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// Index of the team.
    public var team: UInt8
    /// Where the person is.
    public var state: EpisodeState
    /// The step.
    public var step: Step
    /// Why the person moves ahead, if at all.
    public var priority: PriorityClass
    /// The agreed therapy, once assessed.
    public var modality: Modality
    /// When the referral was received.
    public var received: CivilMinute
    /// Since when the person is in the state.
    public var stateSince: CivilMinute
    /// Since when the person waits for treatment.
    public var waitingSince: CivilMinute?
    /// The day by which the person must be seen.
    public var dueOn: CivilDay?
    /// The day before which nothing may be booked.
    public var notBefore: CivilDay?
    /// Agreed to short notice (BK-5).
    public var acceptsShortNotice: Bool

    /// A line.
    public init(
        person: Int64, team: UInt8, state: EpisodeState, step: Step, priority: PriorityClass, modality: Modality,
        received: CivilMinute, stateSince: CivilMinute, waitingSince: CivilMinute?, dueOn: CivilDay?,
        notBefore: CivilDay?, acceptsShortNotice: Bool
    ) {
        self.person = person
        self.team = team
        self.state = state
        self.step = step
        self.priority = priority
        self.modality = modality
        self.received = received
        self.stateSince = stateSince
        self.waitingSince = waitingSince
        self.dueOn = dueOn
        self.notBefore = notBefore
        self.acceptsShortNotice = acceptsShortNotice
    }
}
