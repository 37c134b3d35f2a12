import CareModel
public import Forecasting
public import Planning
import ScenarioFiles
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
    public var text: String? { point.flatMap { Self.text(of: $0, prepared, service) } }

    /// The service as it is and with the plan, to be laid side by side; nil if there is no plan.
    public var beside: ComparisonRequest? {
        guard let text else { return nil }
        var request = ComparisonRequest([prepared.loaded.source, .text(text, name: "plan.yaml")])
        request.replications = 16
        request.settings = prepared.request.settings
        request.firstDays = prepared.request.firstDays
        return request
    }

    /// A plan as the text of a scenario file: the texts that were read, with whom it adds and lets go.
    static func text(of point: [Int], _ prepared: PreparedPlan, _ service: PlannedService) -> String? {
        guard
            var loaded = try? prepared.loaded.with(prepared.request.changes + service.keyChanges(point)),
            let planned = service.scenario(point)
        else { return nil }
        let now = loaded.scenario.teams
        loaded.scenario.teams = planned.teams
        loaded.scenario.name += "-planned"
        loaded.scenario.title += ", as planned"
        var draft = ScenarioDraft(loaded)
        draft.added = zip(now, planned.teams).map { Array($1.staff.dropFirst($0.staff.count)) }
        draft.leaving = zip(now, planned.teams).map { team, planned in
            team.staff.indices.flatMap { group in
                planned.staff[group].changes.dropFirst(team.staff[group].changes.count).map { (group, $0) }
            }
        }
        draft.head = [
            "The staff and practice that a plan chose. Made by stepcare plan; what it rests on is in plan.json."
        ]
        return draft.text
    }
}
