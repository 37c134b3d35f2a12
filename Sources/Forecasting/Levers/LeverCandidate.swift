import CareModel
import ScenarioFiles
import ServiceSimulation

/// A change of a service that can be tried: of one team, or of all that can have it.
struct LeverCandidate: Sendable {
    /// What kind of change.
    var kind: LeverKind
    /// The team, by index; nil for the whole service.
    var team: Int?
    /// A short name.
    var name: String
    /// What it is, with the team's title where it is of one of several.
    var title: String
    /// What exactly, in a sentence.
    var meaning: String
    /// The keys, as `--set` takes them.
    var changes: [ScenarioChange]
}

/// What a service could try.
struct LeverCandidates {
    let scenario: ServiceScenario
    /// The teams that are looked at, by index.
    let teams: [Int]

    /// A kind of change in all teams that can have it, with what it is for each of them.
    struct Everywhere: Sendable {
        var kind: LeverKind
        /// The keys of all of these teams.
        var changes: [ScenarioChange]
        /// What may be chosen of it: the change of each team, or that of all.
        var choices: [LeverCandidate]
    }

    /// Every kind that some team can have, in a fixed order.
    var all: [Everywhere] { LeverKind.allCases.compactMap(everywhere) }

    private func everywhere(_ kind: LeverKind) -> Everywhere? {
        let found = teams.compactMap { team in
            kind.change(of: scenario.teams[team], scenario.standards).map { (team: team, change: $0) }
        }
        guard let first = found.first else { return nil }
        let changes = found.flatMap { keys($0.change, $0.team) }
        let isOfAll = teams.count == scenario.teams.count
        guard scenario.teams.count > 1, kind.isOfOneTeam || !isOfAll else {
            let isAlike = found.allSatisfy { $0.change.meaning == first.change.meaning }
            let each = found.map { "\(scenario.teams[$0.team].title): \($0.change.meaning)" }
            let whole = LeverCandidate(
                kind: kind, team: nil, name: kind.rawValue, title: kind.title,
                meaning: isAlike ? first.change.meaning : each.joined(separator: " "), changes: changes)
            return Everywhere(kind: kind, changes: changes, choices: [whole])
        }
        let choices = found.map { team, change in
            let own = scenario.teams[team]
            return LeverCandidate(
                kind: kind, team: team, name: "\(kind.rawValue)-\(own.name)", title: "\(kind.title) in \(own.title)",
                meaning: change.meaning, changes: keys(change, team))
        }
        return Everywhere(kind: kind, changes: changes, choices: choices)
    }

    private func keys(_ change: TeamChange, _ team: Int) -> [ScenarioChange] {
        change.keys.map { key, value in
            ScenarioChange(key: "teams.\(scenario.teams[team].name).\(key)", value: value)
        }
    }
}
