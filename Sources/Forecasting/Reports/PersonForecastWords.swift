public import CareModel
public import Experiments
import Statistics

/// What is likely to become of those who wait, in words: a sentence, and a table of those most at risk.
public struct PersonForecastWords: Sendable {
    /// Whom the table shows, of how many.
    public let sentence: String
    /// The heading, then a row a person.
    public let rows: [[String]]

    /// The people most likely to breach the service's own promise, and what can still be done about it.
    public init(_ people: [PersonForecast], standards: Standards, limit: Int) {
        let atRisk = people.filter { !$0.isBroken[0] }
        let ranked = atRisk.sorted { ($1.chances[0], $0.key) < ($0.chances[0], $1.key) }
        var rows = [
            ["person", "referred"] + standards.breachDays.map { "over \($0) d" } + ["first appointment"]
        ]
        for person in ranked.prefix(limit) {
            rows.append(
                [String(person.key), person.received.day.description] + Self.chances(person)
                    + [Self.days(person, weeks: PeopleHorizon.weeks(standards))])
        }
        let late = people.count - atRisk.count
        self.rows = rows
        sentence =
            "Most likely to break the promise, of \(people.count) who wait for a first appointment"
            + " (\(late) have broken it already):"
    }

    /// The chance of breaking each promise, no surer than the runs show.
    private static func chances(_ person: PersonForecast) -> [String] {
        person.chances.indices.map { place in
            if person.isBroken[place] { return "already" }
            let happened = Int((person.chances[place] * Double(person.runs)).rounded())
            return percent(Chance(happened: happened, runs: person.runs))
        }
    }

    private static func percent(_ chance: Chance) -> String {
        if chance.happened == chance.runs { return "over \(Int((chance.atLeast * 100).rounded(.down)))%" }
        if chance.happened == 0 { return "under \(Int((chance.atMost * 100).rounded(.up)))%" }
        return "\(Int((chance.share * 100).rounded()))%"
    }

    private static func days(_ person: PersonForecast, weeks: Int) -> String {
        guard let days = person.days else { return "not in \(weeks) weeks" }
        return days.early == days.late ? "\(days.middle)" : "\(days.early) … \(days.late)"
    }
}
