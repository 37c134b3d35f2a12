/// Which front door a team has (RF-5, RF-6).
@frozen
public enum FrontDoor: UInt8, CaseIterable, Sendable {
    /// A single point of access reviews every referral for risk before the team sees it.
    case singlePointOfAccess
    /// The team's duty worker or a senior clinician screens.
    case dutyTeam
    /// Everybody is accepted, and is telephoned for a brief assessment within some working days (RF-6).
    case allAccepted
    /// A duty manager screens every referral before anything else happens (RF-6).
    case dutyManager

    /// The name in scenario files.
    public var name: String {
        switch self {
        case .singlePointOfAccess: "single-point-of-access"
        case .dutyTeam: "duty-team"
        case .allAccepted: "all-accepted"
        case .dutyManager: "duty-manager"
        }
    }
}

/// What the person who screens can see: the facts on which the decision rests (RF-4, RF-5, RF-7).
@frozen
public struct ScreeningFacts: Hashable, Sendable, BitwiseCopyable {
    /// Risk to self or others is mentioned.
    public var mentionsRisk = false
    /// An exclusion of RF-7 holds.
    public var isExcluded = false
    /// The presentation looks like step 3, or its suitability is in doubt.
    public var looksLikeHighIntensity = false
    /// Younger than the team's age limit (PR-4).
    public var isUnderAge = false

    /// Nothing remarkable.
    @inlinable
    public init() {}
}

/// The front door as a pure decision (RF-4 … RF-8).
public struct ScreeningRule: Sendable, Equatable {
    /// Which front door the team has.
    public var frontDoor: FrontDoor = .dutyTeam
    /// Whether the ratings of the referral matrix decide where a person belongs (RF-8).
    public var usesMatrix = false

    /// A duty team's door.
    public init() {}

    /// The first piece of work for a referral. An urgent one is telephoned the same day (RF-3).
    @inlinable
    public func firstTask(isUrgent: Bool) -> ScreeningTask {
        if isUrgent { return .telephoneTriage }
        switch frontDoor {
        case .singlePointOfAccess, .dutyTeam: return .review
        case .allAccepted: return .briefAssessment
        case .dutyManager: return .seniorScreen
        }
    }

    /// What follows a finished piece of work; nil when the decision can be made.
    @inlinable
    public func task(after task: ScreeningTask, facts: ScreeningFacts) -> ScreeningTask? {
        switch (frontDoor, task) {
        case (_, .review) where facts.mentionsRisk: .telephoneTriage
        case (.singlePointOfAccess, .review) where facts.looksLikeHighIntensity: .seniorScreen
        case (.singlePointOfAccess, .telephoneTriage) where facts.looksLikeHighIntensity: .seniorScreen
        case (.dutyManager, .seniorScreen) where facts.mentionsRisk: .telephoneTriage
        default: nil
        }
    }

    /// Whether the person is on the telephone when this piece of work is done, so that an appointment can be offered at
    /// once (RF-6).
    @inlinable
    public func isOnTheTelephone(after task: ScreeningTask) -> Bool {
        frontDoor == .allAccepted && task == .briefAssessment
    }

    /// The decision: nil accepts at the step that the facts suggest, a reason sends the person elsewhere.
    /// - Parameter matrix: the ratings of the referral, which count where the service uses them (RF-8).
    @inlinable
    public func refusal(facts: ScreeningFacts, matrix: ReferralMatrix = ReferralMatrix()) -> EndReason? {
        if facts.isExcluded { return .notSuitable }
        if facts.isUnderAge { return .signposted }
        if usesMatrix, matrix.destination != .thisService { return .signposted }
        return nil
    }

    /// The step of the first appointment for a person who is accepted.
    @inlinable
    public func step(facts: ScreeningFacts) -> Step { facts.looksLikeHighIntensity ? .high : .low }
}
