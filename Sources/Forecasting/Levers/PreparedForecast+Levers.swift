import CareModel
import Experiments
public import Reporting
import ScenarioFiles
import ServiceSimulation

extension PreparedForecast {
    /// Tries changes of the service beside a forecast of it, from the same first days and with the same people, and
    /// says which of them would help. The same for any number of threads.
    /// - Parameters:
    ///   - outcome: the forecast, of this.
    ///   - everywhere: whether every team is looked at, however long it takes.
    ///   - watch: who watches.
    /// - Throws: ``ForecastingError/cancelled``.
    public func whatWouldHelp(
        after outcome: ForecastOutcome, everywhere: Bool = false, _ watch: RunWatch = RunWatch()
    ) throws(ForecastingError) -> WhatWouldHelp {
        let scenario = outcome.loaded.scenario
        let (plan, words) = LeverPlan.made(
            for: outcome.result, of: scenario, kinds: LeverKind.allCases.count, everywhere: everywhere)
        guard let plan else { return .unsaid(words.joined(separator: " ")) }
        let candidates = LeverCandidates(scenario: scenario, teams: plan.teams).all
        guard !candidates.isEmpty else { return .unsaid("There is nothing here that could be tried.") }
        let trials = LeverTrials(
            outcome.result, of: scenario, outcome.settings, plan, watch,
            changed: { changes in
                guard let changed = changed(changes) else { return nil }
                let day = changed.snapshot.map { FirstDay($0, of: changed.scenario) }
                return (changed.scenario, day.map { [$0] } ?? outcome.result.start.days)
            })
        guard let found = trials.run(candidates) else { throw .cancelled }
        return WhatWouldHelp(
            levers: found.levers, triedToo: found.others,
            unsaid: words + (found.levers.isEmpty ? ["Nothing that was tried changes anything."] : []),
            weeks: plan.weeks, starts: scenario.starts)
    }
}
