import CareModel
public import Replications
public import ServiceSimulation
public import Statistics

/// How a forecast is to be run.
public struct Experiment: Sendable {
    /// The service.
    public var scenario: ServiceScenario
    /// Names the random numbers; replications of the same seed meet the same people in every scenario.
    public var seed: UInt64
    /// Replications to run, or the least number if a precision is asked.
    public var replications: Int
    /// Stops when the mean first wait of the service and of every team is known this well, by the interval that a
    /// forecast prints; nil runs exactly ``replications``. Each run then begins with a first day of its own, where
    /// warm-ups make first days, so that more runs say more of what nobody knows of the list.
    public var precision: Precision?
    /// Most replications when a precision is asked.
    public var mostReplications = 1000
    /// Weeks to forecast.
    public var weeks: Int
    /// Replications that run side by side. It changes the time, never the result.
    public var threads: Int
    /// Whether parts of the service that cannot meet run by themselves, on any thread. It changes the time, never the
    /// result.
    public var runsPartsApart = true
    /// Who keeps first days that warm-ups made; nil makes them anew.
    public var keeper: FirstDayKeeper?
    /// Warm-ups that were made in this process; nil makes them anew.
    public var memory: WarmUpMemory?
    /// Runs that were made in this process from the same first days; nil makes them anew.
    public var runMemory: RunMemory?
    /// Pieces of it that other processes make; nil makes all of it here.
    public var sharedWork: SharedWork?
    /// Which of several experiments it is that share their work, from 0.
    public var place = 0
    /// Whether every week is checked person by person; slow, for tests.
    public var checksInvariants = false

    /// A forecast of a scenario over its own horizon.
    public init(_ scenario: ServiceScenario, seed: UInt64, replications: Int, threads: Int) {
        self.scenario = scenario
        self.seed = seed
        self.replications = replications
        self.threads = threads
        precision = nil
        weeks = scenario.weeks
    }

    /// Replications that are run between two looks at the precision: fixed, so that the number run does not depend on
    /// the number of threads.
    static let batch = 10
}

/// What an experiment found.
public struct ExperimentResult: Sendable {
    /// One record a replication, in order.
    public let records: [ReplicationRecord]
    /// How the first days were made.
    public let start: StartingPoint
    /// Whether the precision that was asked was reached; true if none was asked.
    public let reachedPrecision: Bool

    /// Events that fired, in the warm-up and all replications.
    public var events: UInt64 { records.reduce(start.events) { $0 + $1.events } }
}

/// Where a forecast had got to.
public struct Progress: Sendable {
    /// Replications done; -1 while the warm-up runs.
    public let done: Int
    /// Replications planned so far.
    public let planned: Int
}

extension Experiment {
    /// Runs the forecast: makes the first day, then the replications.
    /// - Parameters:
    ///   - progress: called from any thread after each replication.
    ///   - isCancelled: asked between replications.
    /// - Returns: nil if it was cancelled.
    public func run(
        progress: @Sendable (Progress) -> Void = { _ in }, isCancelled: @Sendable () -> Bool = { false }
    ) -> ExperimentResult? {
        progress(Progress(done: -1, planned: replications))
        guard let start = StartingPoint.make(for: self, isCancelled: isCancelled) else { return nil }
        return run(from: start, progress: progress, isCancelled: isCancelled)
    }

    /// Runs the replications from a first day that is known.
    public func run(
        from start: StartingPoint, progress: @Sendable (Progress) -> Void = { _ in },
        isCancelled: @Sendable () -> Bool = { false }
    ) -> ExperimentResult? {
        let parts = ExperimentParts(of: self)
        let keys = parts.scenarios.map { runMemory == nil ? nil : RunMemory.Key($0, seed: seed, weeks: weeks) }
        var records: [ReplicationRecord] = []
        var start = start
        while true {
            let planned = records.count + runsToCome(after: records.count)
            if precision != nil {
                guard let more = start.grown(to: planned, for: self, isCancelled: isCancelled) else { return nil }
                start = more
            }
            let first = start
            let next = records.count..<planned
            let already = records.count
            let made = madeElsewhere(next)
            if made == nil, isToStop { return nil }
            let batch =
                made
                ?? parts.run(
                    next, threads: threads,
                    progress: { progress(Progress(done: already + $0, planned: planned)) },
                    isCancelled: isCancelled,
                    body: { part, number in
                        func made() -> ReplicationRecord {
                            record(part, replication: number, parts, from: first.day(of: number))
                        }
                        guard let runMemory, let key = keys[part] else { return made() }
                        return runMemory.run(key, number, made: made)
                    }
                )?.map(parts.joined)
            guard let batch else { return nil }
            records += batch
            guard let precision else { return ExperimentResult(records: records, start: start, reachedPrecision: true) }
            let result = ExperimentResult(records: records, start: start, reachedPrecision: false)
            if result.isPrecise(precision, of: scenario) {
                return ExperimentResult(records: records, start: start, reachedPrecision: true)
            }
            if records.count >= mostReplications { return result }
        }
    }

    /// Runs until the next look at the precision; at the first as many as there are to be first days at least.
    private func runsToCome(after done: Int) -> Int {
        if precision == nil { return replications }
        if done > 0 { return min(Self.batch, mostReplications - done) }
        return min(max(replications, scenario.start.firstDays), mostReplications)
    }

    /// One replication.
    public func record(replication: Int, from day: FirstDay) -> ReplicationRecord {
        let parts = ExperimentParts(of: self)
        return parts.joined((0..<parts.count).map { record($0, replication: replication, parts, from: day) })
    }

    /// One replication of a part.
    func record(
        _ part: Int, replication: Int, _ parts: ExperimentParts, from day: FirstDay
    ) -> ReplicationRecord {
        var simulation = Simulation(
            parts.scenarios[part].asItMayTurnOut(seed: seed, replication: UInt32(replication)),
            from: parts.snapshot(part, on: day), seed: seed, replication: UInt32(replication), weeks: weeks)
        simulation.checksInvariants = checksInvariants
        simulation.run()
        return simulation.finish().packed()
    }
}

extension ExperimentResult {
    /// How well the mean first wait is known, of the service and of each team that saw anybody: the intervals that a
    /// forecast prints; nil for one that a single run or first day cannot give.
    public func firstWaits(of scenario: ServiceScenario) -> [(team: Int?, interval: ConfidenceInterval?)] {
        let wait = Measure.firstAppointmentWait
        let teams = Array(scenario.teams.indices)
        let scopes: [(team: Int?, teams: [Int])] = [(nil, teams)] + teams.map { ($0, [$0]) }
        return scopes.compactMap { scope in
            let sample = RunSample(values(wait, scope.teams, scenario), firstDays: start.days.count)
            return sample.known.isEmpty ? nil : (scope.team, sample.interval(within: wait.limits))
        }
    }

    /// Whether each of these is narrow enough.
    func isPrecise(_ precision: Precision, of scenario: ServiceScenario) -> Bool {
        firstWaits(of: scenario).allSatisfy { wait in wait.interval.map(precision.isReached) ?? false }
    }
}
