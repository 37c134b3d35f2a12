import CareModel
import Experiments
import Forecasting
import Planning
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

@testable import ServicePlanning

/// A service of two teams so small that a test can plan it.
enum SmallPlan {
    static let text = SmallScenario.toPlan.text

    static var source: ScenarioSource { .text(text, name: "two.yaml") }

    static func request(_ targets: [String], vary: [String] = []) -> PlanRequest {
        var request = PlanRequest(source, targets: targets)
        request.variations = vary
        request.budget = 400
        request.settings.threads = 2
        return request
    }

    /// The problem of a request, as its search sees it, and the runs that it is made of.
    static func problem(
        _ prepared: PreparedPlan
    ) throws -> (problem: ServicePlanProblem, service: PlannedService, days: [FirstDay], fluid: FluidService) {
        let scenario = prepared.loaded.scenario
        let experiment = Experiment(scenario, seed: 1, replications: 4, threads: 2)
        let days = try #require(StartingPoint.make(for: experiment)).days
        let records = (0..<4).map { experiment.record(replication: $0, from: days[0]) }
        let service = PlannedService(prepared.loaded, changes: [], variables: prepared.variables, hiresAQuarter: nil)
        let runs = TeamRuns(service, of: prepared.targets, days: days, seed: 1, weeks: prepared.weeks)
        let fluid = try #require(
            FluidService(records, of: scenario, prepared.variables, prepared.targets, hiresAQuarter: nil))
        let problem = ServicePlanProblem(
            prepared.targets, prepared.variables, objective: .known(prepared.variables.map(\.poundsAYear)),
            measured: nil,
            bounds: [], runs: runs, fluid: fluid, identity: prepared.identity)
        return (problem, service, days, fluid)
    }
}
