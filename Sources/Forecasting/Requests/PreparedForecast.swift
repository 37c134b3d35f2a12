public import CareModel
import Experiments
public import Replications
public import ScenarioFiles
import ServiceSimulation

/// A forecast whose scenario is loaded and that only has to be run.
public struct PreparedForecast: Sendable {
    let request: ForecastRequest
    /// The scenario.
    public let loaded: LoadedScenario
    /// The service's list, if it is forecast from one.
    public let today: ServiceToday?
    /// What a scenario that was given is warned of; those of a database's own were said when it was made.
    public let warnings: [FileFault]

    /// Why first days could not be kept, once it was run; nil if they were, or were not to be.
    public var unkept: String? { request.firstDays?.fault }

    /// Runs it.
    /// - Parameter sharedWork: runs that other processes have made; nil makes all of them here.
    /// - Throws: ``ForecastingError/cancelled``.
    public func run(
        _ watch: RunWatch = RunWatch(), sharing sharedWork: SharedWork? = nil
    ) throws(ForecastingError) -> ForecastOutcome {
        let experiment = experiment(sharedWork)
        let progress: @Sendable (Progress) -> Void = { watch.progress(RunProgress($0, scenario: 0)) }
        let result =
            today.map {
                experiment.run(
                    from: .database($0.snapshot, for: experiment), progress: progress, isCancelled: watch.isCancelled)
            } ?? experiment.run(progress: progress, isCancelled: watch.isCancelled)
        guard let result else { throw .cancelled }
        return ForecastOutcome(
            loaded: loaded, changes: request.changes, settings: request.settings, result: result,
            people: try people(experiment, watch), yearBefore: today?.yearBefore)
    }

    /// The service with more changes laid over it, and who is there today, where a database says so; nil if it cannot
    /// have them.
    func changed(_ changes: [ScenarioChange]) -> (scenario: ServiceScenario, snapshot: ServiceSnapshot?)? {
        if let today {
            return (try? today.changed(changes)).map { ($0.loaded.scenario, $0.snapshot) }
        }
        return (try? loaded.with(request.changes + changes)).map { ($0.scenario, nil) }
    }

    /// Makes the runs of a shard, for whoever runs the forecast with the pieces of all.
    /// - Throws: ``ForecastingError/cancelled``.
    public func makeShare(of sharedWork: SharedWork, _ watch: RunWatch = RunWatch()) throws(ForecastingError) {
        guard case .shard = sharedWork.part else {
            _ = try run(watch, sharing: sharedWork)
            return
        }
        let isDone = experiment(sharedWork).makeShare(
            progress: { watch.progress(RunProgress($0, scenario: 0)) }, isCancelled: watch.isCancelled)
        if !isDone { throw .cancelled }
    }

    private func experiment(_ sharedWork: SharedWork?) -> Experiment {
        var experiment = Experiment(
            loaded.scenario, seed: request.settings.seed, replications: 1, threads: request.settings.threads)
        request.length.apply(to: &experiment)
        request.settings.apply(to: &experiment)
        experiment.keeper = request.firstDays?.keeper(for: loaded, seed: request.settings.seed)
        experiment.sharedWork = sharedWork
        return experiment
    }

    /// What is likely to become of each person who waits; nil without a database, or for whoever may not see people.
    private func people(
        _ experiment: Experiment, _ watch: RunWatch
    ) throws(ForecastingError) -> [PersonForecast]? {
        guard let today, today.seesPeople, request.followsPeople else { return nil }
        watch.progress(.people)
        var following = experiment
        // Where a service goes after today nobody knows; chances that took it as known were too low.
        following.scenario = ServiceDrift.usual.known(experiment.scenario)
        following.replications = max(experiment.replications, PeopleHorizon.leastRuns)
        let people = following.people(
            from: today.snapshot, weeks: PeopleHorizon.weeks(loaded.scenario.standards), isCancelled: watch.isCancelled)
        guard let people else { throw .cancelled }
        return people
    }
}

/// How far and how often people are followed one by one.
public enum PeopleHorizon {
    /// Weeks: the longest promise, and a week.
    public static func weeks(_ standards: Standards) -> Int { ((standards.breachDays.max() ?? 0) + 6) / 7 + 1 }
    /// Runs at least, so that a chance is known to a few in a hundred.
    public static let leastRuns = 100
}

extension RunProgress {
    init(_ progress: Progress, scenario: Int) {
        self =
            progress.done < 0
            ? .firstDay(scenario: scenario)
            : .replications(scenario: scenario, done: progress.done, planned: progress.planned)
    }
}
