import CareModel
import Experiments
import Forecasting
import Statistics

/// What is likely to become of each person who waits, as a table.
enum PersonForecastText {
    /// The people most likely to breach the service's own promise, and what can still be done about it.
    static func table(_ people: [PersonForecast], standards: Standards, limit: Int) -> String {
        let atRisk = people.filter { !$0.isBroken[0] }
        let ranked = atRisk.sorted { ($1.chances[0], $0.key) < ($0.chances[0], $1.key) }
        var rows = [
            ["person", "referred"] + standards.breachDays.map { "over \($0) d" } + ["first appointment"]
        ]
        for person in ranked.prefix(limit) {
            rows.append(
                [String(person.key), person.received.day.description] + chances(person)
                    + [days(person, weeks: PeopleHorizon.weeks(standards))])
        }
        let late = people.count - atRisk.count
        return "Most likely to break the promise, of \(people.count) who wait for a first appointment"
            + " (\(late) have broken it already):\n" + TextTable.lines(rows)
    }

    /// The chance of breaking each promise, no surer than the runs show.
    private static func chances(_ person: PersonForecast) -> [String] {
        person.chances.indices.map { place in
            if person.isBroken[place] { return "already" }
            let happened = Int((person.chances[place] * Double(person.runs)).rounded())
            return percent(Chance(happened: happened, runs: person.runs))
        }
    }

    static func percent(_ chance: Chance) -> String {
        if chance.happened == chance.runs { return "over \(Int((chance.atLeast * 100).rounded(.down)))%" }
        if chance.happened == 0 { return "under \(Int((chance.atMost * 100).rounded(.up)))%" }
        return "\(Int((chance.share * 100).rounded()))%"
    }

    private static func days(_ person: PersonForecast, weeks: Int) -> String {
        guard let days = person.days else { return "not in \(weeks) weeks" }
        return days.early == days.late ? "\(days.middle)" : "\(days.early) … \(days.late)"
    }
}
