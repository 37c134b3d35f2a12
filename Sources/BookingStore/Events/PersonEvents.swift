public import CareModel

/// Who a person is and how to reach them. Kept apart from everything else, so that no forecast reads it (IG-2).
public struct Identity: Hashable, Sendable, Codable {
    /// The full name.
    public var name: String
    /// The ten digits of the NHS number; nil if unknown.
    public var nhsNumber: String?
    /// Date of birth.
    public var dateOfBirth: CivilDay?
    /// Telephone number.
    public var phone: String?
    /// Email address.
    public var email: String?
    /// Postal address.
    public var address: String?
    /// What the person agreed to (BK-7).
    public var consents: Consents
    /// How the person wants to hear from the service (BK-8).
    public var preferredChannel: MessageChannel?
    /// The format the person needs, such as large print (BK-8); nil if none is recorded.
    public var format: String?

    /// A person of whom only the name is known, and who agreed to nothing.
    public init(name: String) {
        self.name = name
        consents = []
    }
}

/// What a person agreed to receive (BK-7). Bits are kept in the log.
public struct Consents: OptionSet, Hashable, Sendable, Codable {
    /// The bits.
    public let rawValue: UInt8

    /// From bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Email.
    public static let email = Consents(rawValue: 1)
    /// Text messages.
    public static let textMessage = Consents(rawValue: 2)
    /// Messages left on an answering machine.
    public static let voicemail = Consents(rawValue: 4)
    /// Letters.
    public static let post = Consents(rawValue: 8)
    /// Letters to the general practitioner.
    public static let practitionerLetter = Consents(rawValue: 16)
}

/// A way for a message to reach somebody (BK-7, BK-8). Raw values are kept in the log.
public enum MessageChannel: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// Email.
    case email = 1
    /// Text message.
    case textMessage = 2
    /// A message left on an answering machine.
    case voicemail = 3
    /// Letter.
    case post = 4
    /// A letter to the general practitioner.
    case practitionerLetter = 5

    /// The consent that it needs.
    public var consent: Consents {
        switch self {
        case .email: .email
        case .textMessage: .textMessage
        case .voicemail: .voicemail
        case .post: .post
        case .practitionerLetter: .practitionerLetter
        }
    }
}

/// What the service knows of a person's way beside the episode: the fields of `PersonSnapshot`, and the day by which
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

/// A referral arrived: a person is in the service from now on (RF-13).
public struct ReferralReceived: Hashable, Sendable, Codable {
    /// The person's number, from 1; it means nothing outside.
    public var person: Int64
    /// The number the person had in an earlier episode (ST-6), if there was one.
    public var earlier: Int64?
    /// Who the person is.
    public var identity: Identity
    /// What the referral carries.
    public var referral: Referral
    /// What is known beside it.
    public var facts: PersonFacts

    /// A referral.
    public init(person: Int64, earlier: Int64? = nil, identity: Identity, referral: Referral, facts: PersonFacts) {
        self.person = person
        self.earlier = earlier
        self.identity = identity
        self.referral = referral
        self.facts = facts
    }
}

/// Who a person is, or how to reach them, as it is from now on.
public struct PersonChanged: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// Who the person is.
    public var identity: Identity

    /// A changed identity.
    public init(person: Int64, identity: Identity) {
        self.person = person
        self.identity = identity
    }
}

/// What a referral carries, as it is from now on: a need or a preference changed (KT-4).
public struct ReferralChanged: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// What the referral carries.
    public var referral: Referral

    /// A changed referral.
    public init(person: Int64, referral: Referral) {
        self.person = person
        self.referral = referral
    }
}

/// An episode moved (KP-10), or a missed appointment was counted in it (AT-3).
public struct EpisodeMoved: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// What happened; nil if only a missed appointment was counted.
    public var event: EpisodeEvent?
    /// The episode after it, as `Episode.apply` made it.
    public var episode: Episode
    /// What is known of the person after it; nil if it did not change.
    public var facts: PersonFacts?

    /// A move.
    public init(person: Int64, event: EpisodeEvent?, episode: Episode, facts: PersonFacts? = nil) {
        self.person = person
        self.event = event
        self.episode = episode
        self.facts = facts
    }
}

/// What is known of a person changed without a move of the episode.
public struct PersonFactsChanged: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// What is known from now on.
    public var facts: PersonFacts

    /// A change of facts.
    public init(person: Int64, facts: PersonFacts) {
        self.person = person
        self.facts = facts
    }
}
