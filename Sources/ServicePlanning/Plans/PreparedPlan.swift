public import CareModel
import Experiments
import Forecasting
public import Planning
public import Replications
public import ScenarioFiles
import ServiceSimulation

/// A plan that is asked for and whose scenario is loaded: it only has to be found.
public struct PreparedPlan: Sendable {
    let request: PlanRequest
    /// The scenario.
    public let loaded: LoadedScenario
    /// What is to be reached, and after it what is not to get worse meanwhile.
    public internal(set) var targets: [ResolvedTarget]
    /// What is made least or most; nil if that is a cost.
    let measured: ResolvedTarget?
    /// What may be chosen.
    public let variables: [PlannedVariable]
    /// Weeks of each run.
    public let weeks: Int

    /// What the scenario is warned of.
    public var warnings: [FileFault] { loaded.warnings }
    /// Why first days could not be kept, once it was run; nil if they were, or were not to be.
    public var unkept: String? { request.firstDays?.fault }

    /// First days that runs begin with in turn, where warm-ups make them: more than a forecast has, so that a chance in
    /// new runs does not hang on a few lists.
    static let firstDays = 24
    /// Runs with nothing changed that the fluid model's rates are read off.
    static let pilotRuns = 8

    /// Finds the plan.
    /// - Parameters:
    ///   - state: what an earlier search of the same plan has simulated.
    ///   - watch: who watches, and may end it.
    ///   - sharedWork: runs that other processes make; nil makes all of them here.
    ///   - keep: called with what was simulated so far, to go on from.
    public func run(
        from state: PlanState? = nil, _ watch: PlanWatch = PlanWatch(), sharing sharedWork: SharedWork? = nil,
        keep: (PlanState) -> Void = { _ in }
    ) throws(ServicePlanningError) -> ServicePlanOutcome {
        watch.progress(.firstDays)
        guard let days = StartingPoint.make(for: experiment, isCancelled: watch.isCancelled)?.days else {
            throw .forecasting(.cancelled)
        }
        watch.progress(.today)
        let records = Replications.run(
            0..<Self.pilotRuns, threads: request.settings.threads, progress: { _ in }, isCancelled: watch.isCancelled,
            body: { experiment.record(replication: $0, from: days[$0 % days.count]) })
        guard let records else { throw .forecasting(.cancelled) }
        return try holding(waitsOf: records).run(from: days, records, state, watch, sharedWork, keep)
    }

    /// The plan with each wait that is held held as nearly as runs with nothing changed can tell.
    private func holding(waitsOf records: [ReplicationRecord]) -> PreparedPlan {
        var held = self
        held.targets = targets.map { $0.reason == .guarding ? $0.held(against: records, of: loaded.scenario) : $0 }
        return held
    }

    private func run(
        from days: [FirstDay], _ records: [ReplicationRecord], _ state: PlanState?, _ watch: PlanWatch,
        _ sharedWork: SharedWork?, _ keep: (PlanState) -> Void
    ) throws(ServicePlanningError) -> ServicePlanOutcome {
        let service = PlannedService(
            loaded, changes: request.changes, variables: variables, hiresAQuarter: request.hiresAQuarter)
        let all = targets + (measured.map { [$0] } ?? [])
        let runs = TeamRuns(service, of: all, days: days, seed: request.settings.seed, weeks: weeks)
        let fluid = FluidService(
            records, of: loaded.scenario, variables, all, hiresAQuarter: request.hiresAQuarter)
        let problem = ServicePlanProblem(
            targets, variables, objective: objective, measured: measured, bounds: bounds, runs: runs, fluid: fluid,
            identity: identity)
        let outcome = try search(problem, state, watch, sharedWork, keep)
        return ServicePlanOutcome(
            prepared: self, outcome: outcome, records: records, firstDays: days.count, teamRuns: runs.count,
            service: service, fluid: fluid, runs: runs)
    }

    /// What is asked, whole but for the budget, and everything that runs hang on: program, service, weeks, what is
    /// measured, what a step does. Whoever asks the same with more runs can go on.
    public var identity: String {
        let asked = (targets + (measured.map { [$0] } ?? [])).map { target in
            let own = target.target
            return "\(own.team ?? "") \(own.measure) \(own.side) \(own.level) \(own.chance) \(target.weeks) "
                + "\(target.weeksOfToday)"
        }
        let choices = variables.map { "\($0.name) \($0.range) \($0.poundsAYear) \($0.kind)" }
        let service = [
            ProgramVersion.text, loaded.sha256, "\(weeks) weeks", "\(request.hiresAQuarter ?? 0) hires",
            "\(request.settings.runsPartsApart)", "\(request.best)", "\(request.mostPounds ?? .infinity) pounds",
        ]
        return (service + asked + choices).joined(separator: "\n")
    }

    private func search(
        _ problem: ServicePlanProblem, _ state: PlanState?, _ watch: PlanWatch, _ sharedWork: SharedWork?,
        _ keep: (PlanState) -> Void
    ) throws(ServicePlanningError) -> PlanOutcome {
        var settings = PlanSettings()
        settings.budget = request.budget
        settings.threads = request.settings.threads
        let search = PlanSearch(problem, seed: request.settings.seed, settings: settings)
        do {
            return try search.run(
                progress: { progress in
                    watch.progress(.search(progress.stage, done: progress.runs, budget: progress.budget))
                    keep(progress.state)
                }, isCancelled: watch.isCancelled, state: state, sharing: sharedWork)
        } catch {
            throw PlanningWords(variables: variables, targets: targets).error(error)
        }
    }

    private var experiment: Experiment {
        var scenario = loaded.scenario
        if case .warmUp = scenario.start.origin { scenario.start.firstDays = Self.firstDays }
        var experiment = Experiment(
            scenario, seed: request.settings.seed, replications: Self.firstDays, threads: request.settings.threads)
        experiment.weeks = weeks
        request.settings.apply(to: &experiment)
        experiment.keeper = request.firstDays?.keeper(for: loaded, seed: request.settings.seed)
        return experiment
    }

    private var objective: PlanObjective {
        switch request.best {
        case .cost: .known(variables.map(\.poundsAYear))
        case .change: .known(variables.map { _ in 1 })
        case .measure: .measured(.greatest)
        }
    }

    private var bounds: [PlanBound] {
        request.mostPounds.map { most in
            [PlanBound(name: "most-cost", coefficients: variables.map(\.poundsAYear), most: most)]
        } ?? []
    }
}

/// Somebody who watches a plan being found and may end it.
public struct PlanWatch: Sendable {
    /// What is being done.
    public enum Progress: Sendable, Hashable {
        /// First days are being made.
        case firstDays
        /// The service is run with nothing changed.
        case today
        /// Plans are tried; so many runs of the budget are done.
        case search(PlanProgress.Stage, done: Int, budget: Int)
    }

    /// Called when something is done.
    public var progress: @Sendable (Progress) -> Void
    /// Asked between runs.
    public var isCancelled: @Sendable () -> Bool

    /// A watch; without words it neither looks nor ends anything.
    public init(
        progress: @escaping @Sendable (Progress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.progress = progress
        self.isCancelled = isCancelled
    }
}
