/// For whom a measure holds. Fields that are nil do not restrict.
public struct MeasureGroup: Sendable, Hashable {
    /// Short name of the team.
    public var team: String?
    /// Name of the role.
    public var role: String?
    /// Name of the step.
    public var step: String?
    /// Cause of a breach: `slow-to-book`, `missed-or-moved-by-person`, `cancelled-by-service`, `no-free-slot`.
    public var cause: String?
    /// Why an episode ended.
    public var reason: String?
    /// The people who have one value of one characteristic (EQ-1).
    public var people: PeopleGroup?

    /// A group; with nothing given, the whole service.
    public init(
        team: String? = nil, role: String? = nil, step: String? = nil, cause: String? = nil, reason: String? = nil,
        people: PeopleGroup? = nil
    ) {
        self.team = team
        self.role = role
        self.step = step
        self.cause = cause
        self.reason = reason
        self.people = people
    }

    /// The fields that are set, in a fixed order.
    public var fields: [(name: String, value: String)] {
        [("team", team), ("role", role), ("step", step), ("cause", cause), ("reason", reason)].compactMap {
            name, value in
            value.map { (name, $0) }
        } + (people.map { [($0.characteristic, $0.value)] } ?? [])
    }
}
