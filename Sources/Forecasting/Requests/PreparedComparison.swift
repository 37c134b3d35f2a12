public import CareModel
public import Experiments
public import Replications
public import ScenarioFiles
import ServiceSimulation

/// A comparison whose scenarios are loaded and that only has to be run.
public struct PreparedComparison: Sendable {
    let request: ComparisonRequest
    /// What each scenario is called; no two alike.
    public let names: [String]
    /// The scenarios, then the variants of the first.
    public let loaded: [LoadedScenario]
    /// Who is there on the first day of each, where a service's list of today says so.
    let lists: [ServiceSnapshot]?

    /// Whether all begin with the list of the first.
    public var sharesFirstDays: Bool {
        !request.ownLists && loaded.allSatisfy { Comparison.canShareFirstDays($0.scenario, loaded[0].scenario) }
    }

    /// What each scenario is warned of; of a variant only what the first scenario is not warned of.
    public var warnings: [[FileFault]] {
        let known = loaded[0].warnings.map { "\($0)" }
        return loaded.enumerated().map { place, scenario in
            place < request.scenarios.count
                ? scenario.warnings : scenario.warnings.filter { !known.contains("\($0)") }
        }
    }

    /// What a reader must know of how they are laid side by side, a sentence each.
    public var notes: [String] {
        ComparisonNotes(names: names, scenarios: loaded.map(\.scenario))
            .all(weeks: request.settings.weeks, ownLists: request.ownLists)
    }

    /// Why first days could not be kept, once it was run; nil if they were, or were not to be.
    public var unkept: String? { request.firstDays?.fault }

    /// Runs it.
    /// - Parameter sharedWork: runs that other processes have made; nil makes all of them here.
    /// - Throws: ``ForecastingError/cancelled``.
    public func run(
        _ watch: RunWatch = RunWatch(), sharing sharedWork: SharedWork? = nil
    ) throws(ForecastingError) -> ComparisonOutcome {
        let result = comparison(sharedWork).run(
            progress: { watch.progress(RunProgress($1, scenario: $0)) }, isCancelled: watch.isCancelled)
        guard let result else { throw .cancelled }
        return ComparisonOutcome(
            names: names, loaded: loaded, changes: request.scenarios.map { _ in [] } + request.variants.map(\.changes),
            settings: request.settings, sharesFirstDays: sharesFirstDays, result: result)
    }

    /// Makes the runs of a shard, for whoever runs the comparison with the pieces of all.
    /// - Throws: ``ForecastingError/cancelled``.
    public func makeShare(of sharedWork: SharedWork, _ watch: RunWatch = RunWatch()) throws(ForecastingError) {
        guard case .shard = sharedWork.part else {
            _ = try run(watch, sharing: sharedWork)
            return
        }
        let isDone = comparison(sharedWork).makeShare(
            progress: { watch.progress(RunProgress($1, scenario: $0)) }, isCancelled: watch.isCancelled)
        if !isDone { throw .cancelled }
    }

    private func comparison(_ sharedWork: SharedWork?) -> Comparison {
        // Where each has its own list, teams that nothing was changed of are warmed up once.
        let memory = sharesFirstDays ? nil : WarmUpMemory.bounded()
        let experiments = loaded.enumerated().map { place, scenario in
            var experiment = experiment(scenario, memory)
            (experiment.sharedWork, experiment.place) = (sharedWork, place)
            experiment.runMemory = sharesFirstDays ? request.runs : nil
            return experiment
        }
        var comparison = Comparison(experiments, sharesFirstDays: sharesFirstDays)
        comparison.starts = lists.map { lists in
            zip(lists, experiments).map { .database($0, for: $1) }
        }
        return comparison
    }

    private func experiment(_ scenario: LoadedScenario, _ memory: WarmUpMemory?) -> Experiment {
        var experiment = Experiment(
            scenario.scenario, seed: request.settings.seed, replications: request.replications,
            threads: request.settings.threads)
        experiment.weeks = loaded[0].scenario.weeks
        request.settings.apply(to: &experiment)
        experiment.keeper = request.firstDays?.keeper(for: scenario, seed: request.settings.seed)
        experiment.memory = memory
        return experiment
    }
}

/// What a comparison found.
public struct ComparisonOutcome: Sendable {
    /// What each scenario is called; the first is what the others are compared with.
    public let names: [String]
    /// The scenarios, as they were run.
    public let loaded: [LoadedScenario]
    /// What was laid over each.
    public let changes: [[ScenarioChange]]
    /// How they were run.
    public let settings: RunSettings
    /// Whether all began with the list of the first.
    public let sharesFirstDays: Bool
    /// The runs, scenario by scenario.
    public let result: ComparisonResult

    /// Weeks of each.
    public var weeks: Int { result.results[0].records.first?.weeks ?? 0 }
    /// Replications of each.
    public var replications: Int { result.results[0].records.count }
}
