import CareModel
import Experiments
import ServiceSimulation
import Synchronization

/// Runs of single teams, each made once: teams cannot meet, so that a plan that differs in one team only differs by the
/// runs of that team.
final class TeamRuns: Sendable {
    /// A run of a team with the steps that act on it; without any, the team as it is.
    private struct Key: Hashable {
        var team: Int
        var steps: [Int]
        var number: Int
    }

    /// What is measured of each run.
    private struct Asked: Sendable {
        var count: Measure.Count
        var weeks: Range<Int>
    }

    private let service: PlannedService
    private let targets: [ResolvedTarget]
    /// Each target's in its own weeks, then each target's in the weeks of today.
    private let asked: [Asked]
    private let seed: UInt64
    private let weeks: Int
    /// First days, by team.
    private let days: [[FirstDay]]
    private let known = Mutex<[Key: [MeasureSums]]>([:])  // lookup only
    private let made = Atomic<Int>(0)

    /// Runs of teams that were really made.
    var count: Int { made.load(ordering: .relaxed) }

    /// - Parameters:
    ///   - days: first days, with which runs begin in turn.
    ///   - seed: names the random numbers.
    ///   - weeks: of each run.
    init(_ service: PlannedService, of targets: [ResolvedTarget], days: [FirstDay], seed: UInt64, weeks: Int) {
        self.service = service
        self.targets = targets
        self.seed = seed
        self.weeks = weeks
        asked =
            targets.map { Asked(count: $0.count, weeks: $0.weeks) }
            + targets.map { Asked(count: $0.count, weeks: $0.weeksOfToday) }
        let scenario = service.unchanged
        let keys = scenario.teamKeys
        self.days = scenario.teams.indices.map { team in
            days.map { FirstDay($0.of(teams: [keys[team]]), of: scenario) }
        }
    }

    /// What each target follows from in one run of a plan.
    /// - Returns: nil if the service cannot have these values together.
    func sums(_ point: [Int], _ number: Int) -> [MeasureSums]? {
        guard let scenario = service.scenario(point) else { return nil }
        return sums(scenario, number, of: 0) { team in
            zip(service.variables, point).map { $0.acts(on: team) ? $1 : 0 }
        }
    }

    /// What each target follows from in the same run with nothing changed, in the weeks of today.
    func today(_ number: Int) -> [MeasureSums] {
        sums(service.unchanged, number, of: targets.count) { _ in [] }
    }

    private func sums(
        _ scenario: ServiceScenario, _ number: Int, of first: Int, steps: (_ team: Int) -> [Int]
    ) -> [MeasureSums] {
        var all = targets.map { _ in MeasureSums(part: 0) }
        for team in scenario.teams.indices where targets.contains(where: { $0.teams.contains(team) }) {
            let key = Key(team: team, steps: steps(team), number: number)
            let own = known.withLock { $0[key] } ?? run(scenario, key)
            known.withLock { $0[key] = own }
            for place in targets.indices where targets[place].teams.contains(team) {
                all[place] = all[place] + own[first + place]
            }
        }
        return all
    }

    private func run(_ scenario: ServiceScenario, _ key: Key) -> [MeasureSums] {
        var part = scenario.only([key.team])
        // No target is of a group.
        part.measuresGroups = false
        var experiment = Experiment(part, seed: seed, replications: 1, threads: 1)
        experiment.weeks = weeks
        let days = days[key.team]
        let record = experiment.record(replication: key.number, from: days[key.number % days.count])
        made.wrappingAdd(1, ordering: .relaxed)
        return asked.map { asked in
            record.sums(asked.count, teams: [0], weeks: asked.weeks, of: part) ?? MeasureSums(part: 0)
        }
    }
}
