import CareModel
import Forecasting
import Planning
import ScenarioFiles
import ServiceSimulation

/// What a plan rests on, and what is wrong with what was asked, in a manager's words.
struct PlanningWords {
    let variables: [PlannedVariable]
    let targets: [ResolvedTarget]

    /// What is wrong with a problem.
    func error(_ error: PlanningError) -> ServicePlanningError {
        func fault(_ setting: String, _ given: String, _ reason: String) -> ServicePlanningError {
            .faults([PlanFault(setting, given, reason)])
        }
        switch error {
        case .noVariables: return fault("vary", "", "there is nothing to choose")
        case .impossibleTarget(let name, let level, let most):
            return fault("target", shown(name), "it asks for \(level), and no value is beyond \(most)")
        case .contradictoryBounds(let names):
            return fault(
                "most-cost", names.joined(separator: ", "),
                "no choice costs so little: posts that must be added cost more")
        case .budget(let budget, let least):
            return fault("budget", "\(budget)", "one look at these choices takes \(least) runs")
        case .stateOfAnotherPlan:
            return .resumption(
                "it is of another plan: the scenario, its weeks, targets, choices, the seed and the program's version "
                    + "must be the same")
        case .badStart, .badChance, .badTolerance, .notFinite, .coefficients, .setting, .valuesOfRun, .valueOfRun,
            .solver:
            return .forecasting(.unexpected("\(error)"))
        }
    }

    /// What is promised of a plan that was accepted.
    static let guarantee =
        "Nineteen times in twenty: a plan that is accepted keeps every target at least as surely as was asked, and "
        + "none of the last few plans that is cheaper and keeps them with room to spare was passed over. They were "
        + "tested in runs that the search never saw, so that no plan is chosen for its luck. That no other plan within "
        + "a step is cheaper is what the search found, and not part of this promise."

    /// What is said where none was accepted.
    static let noGuarantee = "That there is no such plan is what the search found: it is not proved."

    /// What may be promised of what was chosen.
    static func guarantee(of chosen: PlanFinalist?) -> String {
        guard let chosen else { return noGuarantee }
        return chosen.verdict == .accepted
            ? guarantee
            : "The budget ended before new runs had told whether this plan keeps its targets: nothing is promised."
    }

    private func shown(_ name: String) -> String {
        targets.indices.first { ServicePlanProblem.name($0) == name }.map { targets[$0].target.text } ?? name
    }

    /// What a reader must know of how a plan was found.
    /// - Parameter isAsked: whether somebody said what may be chosen.
    func notes(_ prepared: PreparedPlan, isAsked: Bool) -> [String] {
        var notes: [String] = []
        let scenario = prepared.loaded.scenario
        let asked = targets.filter { $0.reason == .asked }
        if let chosen = asked.first(where: \.isSpanChosen) {
            let first = scenario.starts + Int32(chosen.weeks.lowerBound * 7)
            let last = scenario.starts + Int32(chosen.weeks.upperBound * 7 - 1)
            notes.append(
                "No days were given for \(asked.count == 1 ? "the target" : "some targets"): they are those from "
                    + "\(first.shortText) \(first.date.year) to \(last.shortText) \(last.date.year), since hiring and "
                    + "lists take months to move.")
        }
        if targets.contains(where: { $0.reason == .guarding }) {
            notes.append(
                "Waits are held: at the end of the forecast those for a first appointment, for low-intensity and for "
                    + "high-intensity treatment are no longer than in its first quarter today, on average over all "
                    + "teams together, but for what nobody feels or runs cannot tell: a twentieth, two days, or a "
                    + "quarter of what luck makes of them from run to run, whichever is most.")
        }
        notes += hiring(prepared)
        if let weeks = variables.compactMap(\.referralWeeks).first {
            let when =
                weeks > 0
                ? "step by step over the \(weeks) weeks before the days of the target" : "from the first day on"
            notes.append(
                "More referrals come \(when), as mixed as those of now; what brings people to the service is not "
                    + "priced.")
        }
        if variables.contains(where: { if case .screening = $0.kind { true } else { false } }) {
            notes.append(
                "Time for screening is there from the first day on. It is priced as practitioners at the desk and "
                    + "high-intensity therapists as seniors, of whom somebody is there on every working day.")
        }
        if !isAsked { notes.append("What may be chosen was not said: it is what is listed here, and nothing else.") }
        return notes
    }

    private func hiring(_ prepared: PreparedPlan) -> [String] {
        let isPaced = variables.contains { variable in
            if case .posts(_, _, nil, _) = variable.kind { true } else { false }
        }
        guard isPaced else { return [] }
        let weeks = prepared.loaded.scenario.teams.map(\.practice.workforce.recruitmentWeeks).max() ?? 0
        let pace =
            prepared.request.hiresAQuarter.map { "\($0) of a role in a team each quarter, as was told" }
            ?? "no more of a role in a team each quarter than were replaced in the busiest of five years"
        return [
            "Posts are whole-time. They are advertised on the first day and filled from \(Int(weeks.rounded(.up))) "
                + "weeks later on, \(pace); new starters take people on step by step, and leave as others do."
        ]
    }
}
