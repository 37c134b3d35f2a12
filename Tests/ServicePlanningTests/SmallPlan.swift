import CareModel
import Experiments
import Forecasting
import Planning
import ScenarioFiles
import ServiceSimulation
import Testing

@testable import ServicePlanning

/// A service of two teams so small that a test can plan it.
enum SmallPlan {
    static let text = """
        name: two
        title: Two Teams
        starts: 2026-11-23
        weeks: 40
        start: { origin: list }
        workforce: { recruitment-weeks: 8, low-leavers-per-year: 0.5 }
        teams:
          - name: north
            title: North
            population: { registered: 20000 }
            referrals: { per-week: 14, sources: { self: 0.8, gp: 0.2 } }
            initial: { waiting-first-appointment: 30, waiting-low: 10, waiting-high: 8, caseload-filled: 0.6 }
            staff:
              - { role: pwp, count: 2 }
              - { role: hit, count: 2, modalities: [cbt] }
          - name: south
            title: South
            population: { registered: 20000 }
            referrals: { per-week: 9, sources: { self: 0.8, gp: 0.2 } }
            initial: { waiting-first-appointment: 10, waiting-low: 6, waiting-high: 4, caseload-filled: 0.6 }
            staff:
              - { role: pwp, count: 2, wte: 0.8 }
              - { role: hit, count: 1, modalities: [cbt] }
        """

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
            bounds: [], runs: runs, fluid: fluid)
        return (problem, service, days, fluid)
    }
}
