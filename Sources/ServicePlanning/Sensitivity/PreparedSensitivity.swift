import CareModel
import Experiments
import Forecasting
import RandomStreams
import Replications
public import ScenarioFiles
import ServiceSimulation
public import Statistics
import Synchronization

/// A question about assumptions whose scenario is loaded: it only has to be run.
public struct PreparedSensitivity: Sendable {
    let request: SensitivityRequest
    /// The scenario.
    public let loaded: LoadedScenario
    let target: ResolvedTarget
    /// The numbers that are moved.
    public let factors: [AssumptionRange]
    /// Weeks of each run.
    public let weeks: Int

    /// Assumptions that are looked at more closely, those that moved most.
    static let closest = 10
    /// Runs at each end of these.
    static let runsAtEnds = 16
    /// Of these, those whose shares of the variance are told.
    static let shared = 5

    /// Points that are asked for: each is a run, or two where a change is looked at.
    private var pointsAllowed: Int { request.budget / runsOfPoint }
    private var runsOfPoint: Int { request.variant == nil ? 1 : 2 }
    private var pointsAtEnds: Int { Self.runsAtEnds * (1 + 2 * min(Self.closest, factors.count)) }
    /// Paths without which nothing can be said of how much a number's effect hangs on the others.
    private static let leastPaths = 2
    /// The fewest runs that say anything.
    var leastRuns: Int { runsOfPoint * (Self.leastPaths * (factors.count + 1) + pointsAtEnds) }

    /// What is being done.
    public enum Stage: Sendable, Hashable {
        case firstDays, paths, ends, shares
    }

    /// What was found.
    public struct Outcome: Sendable {
        /// What was asked.
        public let prepared: PreparedSensitivity
        /// What each number did along random paths, by place in ``PreparedSensitivity/factors``.
        public let effects: ElementaryEffects
        /// Paths.
        public let paths: Int
        /// The numbers that were looked at more closely, the one that moves most first, by place.
        public let closest: [Int]
        /// The measure as it is, run by run.
        public let base: [Double]
        /// The measure with each of the closest at its low end and at its high end, run by run.
        public let ends: [(low: [Double], high: [Double])]
        /// Shares of the variance of the first of the closest, and of luck, which comes last.
        public let shares: SobolIndices?
        /// Rows of the samples that the shares are made of.
        public let rows: Int
        /// Runs in all.
        public let runs: Int
        /// Those of them that asked for numbers that the scenario cannot have together, and were run as if nothing had
        /// been moved.
        public let refused: Int
        /// First days that runs began with in turn.
        public let firstDays: Int
    }

    /// Runs it.
    /// - Parameters:
    ///   - progress: called from any thread with the runs done and planned of a stage.
    ///   - isCancelled: asked between runs.
    public func run(
        progress: @escaping @Sendable (Stage, Int, Int) -> Void = { _, _, _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(ServicePlanningError) -> Outcome {
        progress(.firstDays, 0, 0)
        guard let days = StartingPoint.make(for: experiment, isCancelled: isCancelled)?.days else {
            throw .forecasting(.cancelled)
        }
        let runs = SensitivityRuns(self, days: days, progress: progress, isCancelled: isCancelled)
        let paths = makePaths()
        let points = paths.enumerated().flatMap { number, path in
            path.points.map { SensitivityRuns.Point(changes: changes($0), number: number) }
        }
        guard let found = runs.values(points, .paths) else { throw .forecasting(.cancelled) }
        let perPath = factors.count + 1
        let effects = ElementaryEffects(
            paths, values: paths.indices.map { Array(found[$0 * perPath..<($0 + 1) * perPath]) })
        let candidates = ranked(effects).prefix(Self.closest).filter { effects.meanSize[$0] > 0 }
        let numbers = 0..<Self.runsAtEnds
        var atEnds = numbers.map { SensitivityRuns.Point(changes: [], number: $0) }
        for factor in candidates {
            for end in [0.0, 1.0] {
                atEnds += numbers.map { .init(changes: [factors[factor].change(at: end)], number: $0) }
            }
        }
        guard let values = runs.values(atEnds, .ends) else { throw .forecasting(.cancelled) }
        func slice(_ place: Int) -> [Double] { Array(values[place * numbers.count..<(place + 1) * numbers.count]) }
        let atBothEnds = candidates.indices.map { (low: slice(1 + 2 * $0), high: slice(2 + 2 * $0)) }
        // A few paths rank roughly; what the ends do says which is first.
        let spans = atBothEnds.map { abs(Summary($0.high).mean - Summary($0.low).mean) }
        let order = candidates.indices.sorted { (-spans[$0], candidates[$0]) < (-spans[$1], candidates[$1]) }
        let closest = order.map { candidates[$0] }
        let ends = order.map { atBothEnds[$0] }
        let rows = rowsLeft(points.count + atEnds.count, closest.count)
        let shares = rows >= 8 && !closest.isEmpty ? try shares(Array(closest.prefix(Self.shared)), rows, runs) : nil
        return Outcome(
            prepared: self, effects: effects, paths: paths.count, closest: closest, base: slice(0), ends: ends,
            shares: shares, rows: shares == nil ? 0 : rows, runs: runs.count, refused: runs.refusedCount,
            firstDays: days.count)
    }

    private func ranked(_ effects: ElementaryEffects) -> [Int] {
        factors.indices.sorted { (-effects.meanSize[$0], $0) < (-effects.meanSize[$1], $1) }
    }

    /// Half of the budget goes to paths, as far as the ends leave it.
    private func makePaths() -> [MorrisPath] {
        var stream = RandomSource(seed: request.settings.seed).stream(purpose: 4_001, subject: 0)
        let count = max(Self.leastPaths, min(pointsAllowed / 2, pointsAllowed - pointsAtEnds) / (factors.count + 1))
        return (0..<count).map { _ in MorrisPath(factors: factors.count) { stream.uniform() } }
    }

    private func changes(_ point: [Double]) -> [ScenarioChange] { zip(factors, point).map { $0.change(at: $1) } }

    /// Rows of the samples for which the budget is left.
    private func rowsLeft(_ used: Int, _ closest: Int) -> Int {
        max(0, pointsAllowed - used) / (min(closest, Self.shared) + 3)
    }

    /// Shares of the variance by two samples that fill the cube evenly. Luck is one more factor: the first sample has
    /// its numbers of runs, the second others.
    private func shares(
        _ chosen: [Int], _ rows: Int, _ runs: SensitivityRuns
    ) throws(ServicePlanningError) -> SobolIndices {
        let count = chosen.count
        let cube = SobolSequence.points(
            rows, dimensions: 2 * count, from: RandomSource(seed: request.settings.seed), purpose: 4_002)
        func point(_ row: Int, from second: (Int) -> Bool, luck: Bool) -> SensitivityRuns.Point {
            let changes = chosen.indices.map { place in
                factors[chosen[place]].change(at: cube[row][second(place) ? count + place : place])
            }
            return .init(changes: changes, number: 1_000 + row + (luck ? rows : 0))
        }
        var points: [SensitivityRuns.Point] = []
        points += (0..<rows).map { point($0, from: { _ in false }, luck: false) }
        points += (0..<rows).map { point($0, from: { _ in true }, luck: true) }
        for own in 0..<count { points += (0..<rows).map { point($0, from: { $0 == own }, luck: false) } }
        points += (0..<rows).map { point($0, from: { _ in false }, luck: true) }
        guard let values = runs.values(points, .shares) else { throw .forecasting(.cancelled) }
        func slice(_ place: Int) -> [Double] { Array(values[place * rows..<(place + 1) * rows]) }
        return SobolIndices(slice(0), slice(1), exchanged: (0...count).map { slice(2 + $0) })
    }

    private var experiment: Experiment {
        var experiment = Experiment(
            loaded.scenario, seed: request.settings.seed, replications: loaded.scenario.start.firstDays,
            threads: request.settings.threads)
        experiment.weeks = weeks
        request.settings.apply(to: &experiment)
        experiment.keeper = request.firstDays?.keeper(for: loaded, seed: request.settings.seed)
        return experiment
    }
}

/// Runs of a scenario with some numbers moved.
final class SensitivityRuns: Sendable {
    /// A run that is to be made.
    struct Point: Sendable {
        var changes: [ScenarioChange]
        var number: Int
    }

    private let prepared: PreparedSensitivity
    private let days: [FirstDay]
    private let progress: @Sendable (PreparedSensitivity.Stage, Int, Int) -> Void
    private let isCancelled: @Sendable () -> Bool
    private let made = Atomic<Int>(0)
    private let refused = Atomic<Int>(0)

    /// Runs that were asked for with numbers that the scenario cannot have together.
    var refusedCount: Int { refused.load(ordering: .relaxed) }

    /// Runs that were made.
    var count: Int { made.load(ordering: .relaxed) }

    init(
        _ prepared: PreparedSensitivity, days: [FirstDay],
        progress: @escaping @Sendable (PreparedSensitivity.Stage, Int, Int) -> Void,
        isCancelled: @escaping @Sendable () -> Bool
    ) {
        self.prepared = prepared
        self.days = days
        self.progress = progress
        self.isCancelled = isCancelled
    }

    /// The measure at each point, or by how much the change moves it; nil if it was cancelled.
    func values(_ points: [Point], _ stage: PreparedSensitivity.Stage) -> [Double]? {
        Replications.run(
            0..<points.count, threads: prepared.request.settings.threads,
            progress: { self.progress(stage, $0, points.count) }, isCancelled: isCancelled,
            body: { self.value(points[$0]) })
    }

    private func value(_ point: Point) -> Double {
        let own = measure(point.changes, point.number)
        guard let variant = prepared.request.variant else { return own }
        return measure(variant.changes + point.changes, point.number) - own
    }

    private func measure(_ changes: [ScenarioChange], _ number: Int) -> Double {
        let all = prepared.request.changes + changes
        guard let scenario = try? prepared.loaded.with(all).scenario else {
            // Numbers that are allowed one by one may not be together: it is as if nothing had been moved, and is said.
            refused.wrappingAdd(1, ordering: .relaxed)
            return measureUnmoved(number)
        }
        return measure(scenario, number)
    }

    private func measureUnmoved(_ number: Int) -> Double { measure(prepared.loaded.scenario, number) }

    private func measure(_ scenario: ServiceScenario, _ number: Int) -> Double {
        let target = prepared.target
        var scenario = scenario
        // No measure that can be asked for is of a group.
        scenario.measuresGroups = false
        var experiment = Experiment(scenario, seed: prepared.request.settings.seed, replications: 1, threads: 1)
        experiment.weeks = prepared.weeks
        let record = experiment.record(replication: number, from: days[number % days.count])
        made.wrappingAdd(1, ordering: .relaxed)
        let sums = record.sums(target.count, teams: target.teams, weeks: target.weeks, of: scenario)
        return sums.flatMap { $0.value(target.count, weeks: target.weeks.count) } ?? 0
    }
}
