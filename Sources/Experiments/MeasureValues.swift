public import CareModel

/// For whom a measure holds, by index; fields that are nil do not restrict.
public struct ResultGroup: Sendable, Hashable {
    /// Index of the team.
    public var team: Int?
    /// The role.
    public var role: Role?
    /// The step.
    public var step: Step?
    /// The cause of a breach.
    public var cause: BreachCause?
    /// Why an episode ended.
    public var reason: EndReason?
    /// The people who have one value of one characteristic (EQ-1).
    public var people: EquityGroup?

    /// A group; with nothing given, the whole service.
    public init(
        team: Int? = nil, role: Role? = nil, step: Step? = nil, cause: BreachCause? = nil, reason: EndReason? = nil,
        people: EquityGroup? = nil
    ) {
        self.team = team
        self.role = role
        self.step = step
        self.cause = cause
        self.reason = reason
        self.people = people
    }
}

/// What the time of a person who was not seen within the service's own promise went on (KP-1).
public enum BreachCause: CaseIterable, Sendable {
    /// More than half of the promise had passed before the person was reached.
    case slowToBook
    /// The person missed or moved an appointment.
    case movedByPerson
    /// The service cancelled an appointment.
    case movedByService
    /// No slot was free in time.
    case noFreeSlot

    /// The name in tables.
    public var name: String {
        switch self {
        case .slowToBook: "slow-to-book"
        case .movedByPerson: "missed-or-moved-by-person"
        case .movedByService: "cancelled-by-service"
        case .noFreeSlot: "no-free-slot"
        }
    }
}

/// One measure of one group, replication by replication.
public struct MeasureValues: Sendable {
    /// Its name.
    public let name: String
    /// Its unit.
    public let unit: String
    /// For whom.
    public let group: ResultGroup
    /// One value a replication; nil in one in which the measure means nothing, for want of people.
    public let runs: [Double?]
    /// What a value cannot leave.
    public let limits: ClosedRange<Double>

    /// The values of the replications that have one.
    public var values: [Double] { runs.compactMap { $0 } }
}

/// One measure of one group in each week.
public struct WeeklyValues: Sendable {
    /// Its name.
    public let name: String
    /// For whom.
    public let group: ResultGroup
    /// Week by week, one value a replication; nil in one in which it means nothing.
    public let weeks: [[Double?]]
    /// What a value cannot leave.
    public let limits: ClosedRange<Double>
}
