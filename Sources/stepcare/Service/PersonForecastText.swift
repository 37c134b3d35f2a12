import CareModel
import Experiments

/// What is likely to become of each person who waits, as a table and as CSV.
enum PersonForecastText {
    /// Weeks that people are followed: the longest national promise, and a week.
    static let weeks = 19
    /// Runs at least, so that a chance is known to a few in a hundred.
    static let leastRuns = 100

    /// The people most likely to breach the service's own promise, and what can still be done about it.
    static func table(_ people: [PersonForecast], limit: Int) -> String {
        let atRisk = people.filter { $0.chances[0] < 1 }
        let ranked = atRisk.sorted { ($1.chances[0], $0.key) < ($0.chances[0], $1.key) }
        var rows = [
            ["person", "referred"] + (people.first?.promises ?? []).map { "over \($0) d" } + ["first appointment"]
        ]
        for person in ranked.prefix(limit) {
            rows.append(
                [String(person.key), person.received.day.description] + person.chances.map(percent) + [days(person)])
        }
        let late = people.count - atRisk.count
        return "Most likely to break the promise, of \(people.count) who wait for a first appointment"
            + " (\(late) have broken it already):\n" + TextTable.lines(rows)
    }

    /// Everybody, one a line.
    static func csv(_ people: [PersonForecast]) -> String {
        var lines = ["person,referred,chance_over_28,chance_over_42,chance_over_126,chance_seen,early,middle,late"]
        for person in people {
            let days = person.days.map { "\($0.early),\($0.middle),\($0.late)" } ?? ",,"
            let chances = (person.chances + [person.isSeen]).map(rounded).joined(separator: ",")
            lines.append("\(person.key),\(person.received.day),\(chances),\(days)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func percent(_ chance: Double) -> String { "\(Int((chance * 100).rounded()))%" }

    private static func rounded(_ chance: Double) -> String { String((chance * 1000).rounded() / 1000) }

    private static func days(_ person: PersonForecast) -> String {
        guard let days = person.days else { return "not in \(weeks) weeks" }
        return days.early == days.late ? "\(days.middle)" : "\(days.early) … \(days.late)"
    }
}
