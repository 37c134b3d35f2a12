public import CareModel

/// A finished comparison: what a table, a file or a sentence of it is made of.
public struct ComparisonReport: Sendable {
    /// The scenarios; the first is what the others are compared with.
    public var scenarios: [ComparedScenario]
    /// The seed.
    public var seed: UInt64
    /// Replications of each.
    public var replications: Int
    /// Weeks of each.
    public var weeks: Int
    /// The first day.
    public var starts: CivilDay
    /// Version of the program.
    public var version: String
    /// Whether all begin with the list of the first.
    public var sharesFirstDays: Bool
    /// Short names and titles of the teams that all have.
    public var teams: [TeamName]
    /// The command that makes the result again, for a shell; empty if no command made it.
    public var command: String
    /// Each measure, first for the service, then by team.
    public var rows: [ComparisonRow]
    /// Each measure that is followed week by week, first for the service, then by team.
    public var weekly: [ComparisonWeeks]

    /// A comparison with nothing in it yet.
    public init(
        scenarios: [ComparedScenario], seed: UInt64, replications: Int, weeks: Int, starts: CivilDay, version: String,
        sharesFirstDays: Bool, teams: [TeamName], command: String = ""
    ) {
        self.scenarios = scenarios
        self.seed = seed
        self.replications = replications
        self.weeks = weeks
        self.starts = starts
        self.version = version
        self.sharesFirstDays = sharesFirstDays
        self.teams = teams
        self.command = command
        rows = []
        weekly = []
    }
}
