import CareModel
public import Planning
public import ScenarioFiles
import ServiceSimulation

/// What a search for a plan found.
public struct ServicePlanOutcome: Sendable {
    /// What was asked.
    public let prepared: PreparedPlan
    /// What the search says.
    public let outcome: PlanOutcome
    /// Runs with nothing changed.
    let records: [ReplicationRecord]
    /// First days that runs began with in turn.
    let firstDays: Int
    /// Runs of single teams that were really made.
    let teamRuns: Int
    let service: PlannedService
    let fluid: FluidService?
    let runs: TeamRuns

    /// What was chosen; nil if there is no plan.
    public var point: [Int]? { outcome.chosen?.point }

    /// The plan as the text of a scenario file; nil if there is none.
    public var text: String? {
        guard let point,
            var loaded = try? ScenarioLoader.load(
                prepared.loaded.source, changes: prepared.request.changes + service.keyChanges(point)),
            let planned = service.scenario(point)
        else { return nil }
        loaded.scenario.teams = planned.teams
        loaded.scenario.name += "-planned"
        loaded.scenario.title += ", as planned"
        var draft = ScenarioDraft(loaded)
        draft.head = [
            "The staff and practice that a plan chose. Made by stepcare plan; what it rests on is in plan.json."
        ]
        return draft.text
    }
}
