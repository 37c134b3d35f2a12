import CareModel
import Experiments
import Foundation
import PublishedStatistics
import Replications
import ServiceSimulation
import Synchronization

/// Simulates a service with trial values and says how far it is from the published figures.
struct Trial: Sendable {
    let scenario: ServiceScenario
    let parameters: [CalibrationParameter]
    let targets: [(target: CalibrationTarget, moment: Moment)]
    let settings: Calibration.Settings
    /// The part of the service that is simulated, up to 1.
    let scale: Double
    /// Runs of one trial.
    let runs: Int
    /// Whether lists are asked to stand still.
    var asksForSteadiness = true
    private let progress: @Sendable (Int) -> Void
    let isCancelled: @Sendable () -> Bool
    private let done = Count()
    private let batches = Count()
    /// What brings the referrals of each run's last year to those expected of it. A handful of runs has luck with its
    /// weeks, the same at every trial, and would be fitted as if the service saw more of fewer people.
    private var evenReferrals: [Double] = []

    /// A number that several threads count up.
    private final class Count: Sendable {
        private let value = Atomic<Int>(0)
        func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
    }

    init(
        scenario: ServiceScenario, parameters: [CalibrationParameter],
        targets: [(target: CalibrationTarget, moment: Moment)], settings: Calibration.Settings, perWeek: Double,
        progress: @escaping @Sendable (Int) -> Void,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.scenario = scenario
        self.parameters = parameters
        self.targets = targets
        self.settings = settings
        scale = min(1, settings.mostReferrals / (perWeek * 52))
        runs = min(6, max(1, Int((settings.leastReferrals / (perWeek * 52)).rounded(.up))))
        self.progress = progress
        self.isCancelled = isCancelled
        let expected = perWeek * Double(YearTally.yearWeeks) * scale
        let uncorrected = self
        let records = Replications.run(
            0..<max(settings.yearRuns, runs), threads: settings.threads, progress: { _ in }, isCancelled: isCancelled,
            body: { uncorrected.record(scenario, run: $0) })
        evenReferrals = (records ?? []).map { expected / max(1, YearTally([$0], teams: 1).total(.referrals)) }
    }

    /// The scenario with the values at a place of the search.
    func scenario(at point: [Double]) -> ServiceScenario {
        var scenario = scenario
        for (parameter, place) in zip(parameters, point) {
            parameter.apply(&scenario.teams[0], parameter.value(at: bounded(place)))
        }
        return scenario
    }

    /// Places beyond four deviations are simulated as if at four: a service without end helps nobody.
    private func bounded(_ place: Double) -> Double { min(4, max(-4, place)) }

    /// How far the lists are from standing still. Figures of one year do not tell a list that grows from one that
    /// shrinks; a forecast that sets out from either would go on as it began, so that a steady year is what is
    /// expected.
    private func unsteadiness(_ tally: YearTally) -> [Double] {
        steadyLists.map { tally.growth($0) / 0.05 }
    }

    /// The lists that are asked to stand still.
    var steadyLists: [[CareModel.Counter]] {
        guard asksForSteadiness else { return [] }
        return [[.waitingHigh, .waitingStepUp], [.waitingLow], [.inTreatmentHigh], [.beforeFirstAppointment]]
    }

    /// The distances from the figures at some places, how far lists are from standing still, then the distances of the
    /// values from what was expected of them. Once the fit is cancelled they are no numbers, which ends a search.
    func residuals(at points: [[Double]]) -> [[Double]] {
        guard let tallies = tallies(at: points) else {
            return points.map { [Double](repeating: .nan, count: targets.count + steadyLists.count + $0.count) }
        }
        return zip(points, tallies).map { residuals(of: $1, at: $0) }
    }

    /// Those of a year that was simulated at a place.
    func residuals(of tally: YearTally, at point: [Double]) -> [Double] {
        targets.map { $0.target.distance(of: $0.target.simulated(tally), from: $0.moment) } + unsteadiness(tally)
            + point
    }

    /// The figures of a year as they are compared: logarithms of rates, waits and stocks, shares as they are; then how
    /// far lists are from standing still.
    func figures(_ tally: YearTally) -> [Double] {
        targets.map { entry in
            // What nobody was there to be measured for counts as met, and what does not happen as a hundredth.
            let simulated = entry.target.simulated(tally) ?? entry.moment.value
            return entry.target.figure(max(simulated, entry.moment.value / 100))
        } + unsteadiness(tally)
    }

    /// The last year at some places, simulated side by side.
    /// - Parameter runs: of each place; nil for as many as the fit uses.
    /// - Returns: nil if the fit is cancelled.
    func tallies(at points: [[Double]], runs: Int? = nil) -> [YearTally]? {
        let runs = runs ?? self.runs
        let scenarios = points.map(scenario(at:))
        guard let records = records(points.count * runs, { record(scenarios[$0 / runs], run: $0 % runs) }) else {
            return nil
        }
        return points.indices.map { place in
            YearTally(Array(records[(place * runs)..<((place + 1) * runs)]), teams: 1, scale: scale)
        }
    }

    /// So many records, here or in the processes that share the work; nil if the fit is cancelled, or others are to
    /// make some of them.
    private func records(_ count: Int, _ body: @Sendable (Int) -> ReplicationRecord) -> [ReplicationRecord]? {
        guard let work = settings.sharedWork else {
            return Replications.run(
                0..<count, threads: settings.threads, progress: { _ in progress(done.next()) },
                isCancelled: isCancelled, body: body)
        }
        let batch = batches.next()
        return work.run(
            (0..<count).map { "batch \(batch) trial \($0)" }, threads: settings.threads,
            progress: { _ in progress(done.next()) }, isCancelled: isCancelled, form: .records, body: body)
    }

    /// How near a year is to the figures.
    func judgement(_ year: YearTally, perWeek: Double) -> FitJudgement {
        FitJudgement(targets.map { ($0.target, $0.moment, $0.target.simulated(year)) }, perWeek: perWeek)
    }

    /// A large service in small: referrals, staff and lists alike, so that waits stay what they are.
    private func small(_ scenario: ServiceScenario) -> ServiceScenario {
        guard scale < 1 else { return scenario }
        var small = scenario
        small.teams[0].referrals.perWeek *= scale
        small.teams[0].initial.scale(by: scale)
        for step in Step.allCases {
            let wte = scenario.teams[0].staff.filter { $0.role.step == step }.reduce(0) {
                $0 + $1.wte * Double($1.count)
            }
            small.teams[0].setStaff(step, wte: wte * scale)
        }
        return small
    }

    /// One past, as a forecast of the scenario would make it.
    private func record(_ scenario: ServiceScenario, run: Int) -> ReplicationRecord {
        var scenario = small(scenario)
        if run < evenReferrals.count { scenario.teams[0].referrals.perWeek *= evenReferrals[run] }
        var simulation = Simulation(
            scenario, from: StartingPoint.firstDayOfWarmUp(of: scenario, seed: settings.seed), seed: settings.seed,
            replication: InitialList.replication - UInt32(run), weeks: scenario.start.warmUpWeeks)
        simulation.run()
        return simulation.finish()
    }
}
