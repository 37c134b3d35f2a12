import CareModel

/// Breaches of the service's own promise by cause, over the whole period.
struct CauseTotals {
    /// A cause with its people.
    struct Row {
        var cause: String
        var words: String
        var people: Double
        /// The weeks of each team that it is of.
        var weeks: [[WeeklyBand]]

        /// The people, and where they stand in the files; a sum of teams stands there by team.
        var told: Told {
            weeks.count == 1 ? "\(weeks[0].shown(.mean, .sum))" : Told(NumberText.rough(people))
        }
    }

    let scope: Scope
    let index: ForecastIndex

    /// Causes in order of first appearance; for a service without its own, the sum of its teams.
    var rows: [Row] {
        let measure = index.forecast.standards.name(.breaches)
        var teams = [scope.team]
        if scope.team == nil, index.values(of: \.cause, measure: measure, team: nil).isEmpty {
            teams = index.forecast.teams.map { $0.name }
        }
        var rows: [Row] = []
        for team in teams {
            for cause in index.values(of: \.cause, measure: measure, team: team) {
                let bands = index.weekly(measure, MeasureGroup(team: team, cause: cause)).filter(\.mean.isFinite)
                let people = bands.reduce(0) { $0 + $1.mean }
                if let position = rows.firstIndex(where: { $0.cause == cause }) {
                    rows[position].people += people
                    rows[position].weeks.append(bands)
                } else {
                    rows.append(Row(cause: cause, words: CauseTotals.words(cause), people: people, weeks: [bands]))
                }
            }
        }
        return rows
    }

    /// A cause as the end of a sentence.
    static func words(_ cause: String) -> String {
        BreachCause.allCases.first { $0.name == cause }?.words
            ?? "of “" + cause.split(separator: "-").joined(separator: " ") + "”"
    }
}
