public import ScenarioFiles
import ServiceSimulation

/// What a scenario says at a glance.
public struct ScenarioOverview: Sendable {
    /// A team at a glance.
    public struct Team: Hashable, Sendable {
        /// Its title.
        public let title: String
        /// Referrals a week in the first year.
        public let referralsPerWeek: Double
        /// Clinicians.
        public let clinicians: Int
        /// Their whole-time equivalents.
        public let wte: Double
    }

    /// The teams in order.
    public let teams: [Team]
    /// How many values differ from their defaults, by whose they are, in the order of ``ValueSource``.
    public let differing: [(source: ValueSource, count: Int)]
    /// How many are left at their defaults.
    public let defaults: Int

    /// Looks at a scenario.
    public init(_ loaded: LoadedScenario) {
        teams = loaded.scenario.teams.map { team in
            Team(
                title: team.title, referralsPerWeek: team.referrals.perWeek,
                clinicians: team.staff.reduce(0) { $0 + $1.count },
                wte: team.staff.reduce(0) { $0 + Double($1.count) * $1.wte })
        }
        let given = loaded.assumptions.filter { !$0.isDefault }
        differing = ValueSource.allCases.map { source in (source, given.count { $0.source == source }) }
        defaults = loaded.assumptions.count - given.count
    }
}
