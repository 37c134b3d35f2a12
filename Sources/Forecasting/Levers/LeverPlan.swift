import CareModel
import Experiments
import Reporting
import ServiceSimulation

/// How much is tried of what would help: over which weeks, how often, in which teams.
struct LeverPlan: Sendable, Equatable {
    /// Weeks of each run.
    var weeks: Int
    /// Runs of each kind of change, to choose from.
    var looks: Int
    /// Runs of each change that is chosen.
    var runs: Int
    /// The teams that are looked at, by index.
    var teams: [Int]

    /// Weeks that are tried at most: a year.
    static let mostWeeks = 52
    /// Weeks without which nothing can be told.
    static let leastWeeks = 13
    /// Runs of the forecast without which nothing can be told.
    static let leastRuns = 8
    /// Runs of each kind of change, to choose from.
    static let usualLooks = 4
    /// Runs of a chosen change, or a few more so that each first day has as many.
    static let usualRuns = 12
    /// Changes that are chosen: these at most, and these even where they do not help.
    static let most = 5
    static let least = 3
    /// Events that are simulated at most, unless more are asked for: about a minute of one processor.
    static let mostEvents = 100_000_000.0

    /// A plan; nil with a reason in a sentence where nothing can be told.
    static func made(
        for result: ExperimentResult, of scenario: ServiceScenario, kinds: Int, everywhere: Bool
    ) -> (plan: LeverPlan?, words: [String]) {
        let (runs, weeks) = (result.records.count, result.records.first?.weeks ?? 0)
        guard runs >= leastRuns else {
            return (
                nil,
                [
                    "It cannot be told from \(runs == 1 ? "one run" : "\(runs) runs"): "
                        + "it takes \(leastRuns) or more."
                ]
            )
        }
        guard weeks >= leastWeeks else {
            return (
                nil,
                [
                    "It cannot be told from \(weeks == 1 ? "one week" : "\(weeks) weeks"): "
                        + "it takes \(leastWeeks) or more."
                ]
            )
        }
        let days = result.start.days.count
        // Each first day as often as every other.
        let even = days < usualRuns ? (usualRuns + days - 1) / days * days : usualRuns
        var plan = LeverPlan(
            weeks: min(weeks, mostWeeks), looks: min(usualLooks, runs), runs: min(even, runs),
            teams: Array(scenario.teams.indices))
        guard !everywhere, plan.events(result, kinds: kinds) > mostEvents else { return (plan, []) }
        let ranked = plan.teams.sorted { one, other in
            let (first, second) = (plan.broken(result, scenario, one), plan.broken(result, scenario, other))
            return (second, one) < (first, other)
        }
        for count in (1..<scenario.teams.count).reversed() {
            plan.teams = ranked.prefix(count).sorted()
            if plan.events(result, kinds: kinds) <= mostEvents { break }
        }
        guard plan.teams.count < scenario.teams.count else { return (plan, []) }
        return (
            plan,
            [
                "To save time it was tried in \(plan.teams.count) of the \(scenario.teams.count) teams, where most "
                    + "promises are broken; --thorough tries all."
            ]
        )
    }

    /// About how many events it simulates; a team's as its referrals are of all.
    private func events(_ result: ExperimentResult, kinds: Int) -> Double {
        let records = result.records.prefix(looks)
        guard let first = records.first else { return 0 }
        let all = records.reduce(0) { $0 + Double($1.events) } / Double(records.count * first.weeks)
        func referrals(_ teams: [Int]) -> Double {
            Double(teams.reduce(0) { $0 + first.total(.referrals, team: $1) })
        }
        let share = referrals(teams) / max(1, referrals(Array(0..<first.teams)))
        return all * share * Double(weeks * (kinds * looks + LeverPlan.most * runs))
    }

    private func broken(_ result: ExperimentResult, _ scenario: ServiceScenario, _ team: Int) -> Double {
        result.records.prefix(looks).reduce(0) { sum, record in
            sum + LeverSample(record, teams: [team], weeks: weeks, of: scenario).broken
        }
    }
}
