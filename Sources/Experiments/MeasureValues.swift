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

/// One measure of one group, replication by replication.
public struct MeasureValues: Sendable {
    /// Its row.
    public let measure: Measure
    /// Its name under the scenario's standards.
    public let name: String
    /// For whom.
    public let group: ResultGroup
    /// One value a replication; nil in one in which the measure means nothing, for want of people.
    public let runs: [Double?]

    /// Its unit.
    public var unit: String { measure.unit.rawValue }

    /// What a value cannot leave.
    public var limits: ClosedRange<Double> { measure.limits }

    /// The values of the replications that have one.
    public var values: [Double] { runs.compactMap { $0 } }
}

/// One measure of one group in each week.
public struct WeeklyValues: Sendable {
    /// Its row.
    public let measure: Measure
    /// Its name under the scenario's standards.
    public let name: String
    /// For whom.
    public let group: ResultGroup
    /// Week by week, one value a replication; nil in one in which it means nothing.
    public let weeks: [[Double?]]

    /// What a value cannot leave.
    public var limits: ClosedRange<Double> { measure.limits }
}
