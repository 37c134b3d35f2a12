/// How a wait is distributed over people, all replications together.
public struct WaitDistribution: Sendable, Equatable {
    /// The measure, such as `first-appointment-wait`.
    public var measure: String
    /// For whom.
    public var group: MeasureGroup
    /// Mean number of people a replication by whole days waited: element d is d days; the last is that many or more.
    public var people: [Double]

    /// A distribution.
    public init(measure: String, group: MeasureGroup, people: [Double]) {
        self.measure = measure
        self.group = group
        self.people = people
    }
}
