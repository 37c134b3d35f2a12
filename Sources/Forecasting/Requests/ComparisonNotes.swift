import CareModel
import ServiceSimulation

/// What a reader of a comparison must know of how its scenarios are laid side by side, in sentences.
struct ComparisonNotes {
    /// What each scenario is called.
    let names: [String]
    /// The scenarios; the first is what the others are compared with.
    let scenarios: [ServiceScenario]

    /// All that is to be said.
    /// - Parameters:
    ///   - weeks: the weeks that were asked for; nil if none were.
    ///   - ownLists: whether own lists were asked for.
    func all(weeks: Int?, ownLists: Bool) -> [String] {
        var notes: [String] = []
        if weeks == nil, scenarios.contains(where: { $0.weeks != scenarios[0].weeks }) {
            notes.append("All are compared over \(scenarios[0].weeks) weeks, as \(names[0]) says.")
        }
        for place in scenarios.indices.dropFirst() { notes += of(place, ownLists: ownLists) }
        return notes
    }

    /// Services that were fitted apart differ by what their fits miss, too; changes of one service do not.
    private func ofFits(_ place: Int) -> [String] {
        func bad(_ scenario: ServiceScenario) -> [TeamScenario] {
            scenario.teams.filter { $0.fit.verdict == .doubtful || $0.fit.verdict == .doesNotHold }
        }
        let (base, other) = (bad(scenarios[0]), bad(scenarios[place]))
        guard scenarios[place].teams.map(\.fit) != scenarios[0].teams.map(\.fit), !base.isEmpty || !other.isEmpty
        else { return [] }
        let named = [(names[0], base), (names[place], other)].filter { !$0.1.isEmpty }.map { name, teams in
            let measures = teams.flatMap(\.fit.doesNotHold) + teams.flatMap(\.fit.doubtful)
            var each: [String] = []
            for measure in measures where !each.contains(measure) { each.append(measure) }
            let words = teams.contains { $0.fit.verdict == .doesNotHold } ? "does not hold" : "is doubtful"
            return "the fit of \(name) to its published figures \(words)"
                + (each.isEmpty ? "" : " (\(each.joined(separator: ", ")))")
        }
        let sentence = named.joined(separator: ", and ")
        return [
            sentence.prefix(1).uppercased() + sentence.dropFirst() + ": what differs between \(names[0]) and "
                + "\(names[place]), in costs and staff too, may be the fit's and not the services'."
        ]
    }

    private func of(_ place: Int, ownLists: Bool) -> [String] {
        let (base, other) = (scenarios[0], scenarios[place])
        var notes: [String] = []
        if other.starts != base.starts {
            notes.append(
                "\(names[place]) begins on \(other.starts.longText), \(names[0]) on \(base.starts.longText): "
                    + "each begins with its own lists, and meets other people at another time of the year.")
        }
        let new = other.teams.filter { team in !base.teams.contains { $0.name == team.name } }.map(\.name)
        let gone = base.teams.filter { team in !other.teams.contains { $0.name == team.name } }.map(\.name)
        notes += ofFits(place)
        guard !new.isEmpty || !gone.isEmpty else { return notes }
        var parts: [String] = []
        if !new.isEmpty { parts.append("\(names[0]) has no team \(new.joined(separator: ", "))") }
        if !gone.isEmpty { parts.append("\(names[place]) has no team \(gone.joined(separator: ", "))") }
        notes.append(
            parts.joined(separator: ", and ") + ": the sums of the service are of different teams. "
                + "Teams are told by their names; a new title changes nothing.")
        return notes
    }
}
