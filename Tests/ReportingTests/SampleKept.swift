import CareModel

@testable import Reporting

/// A kept forecast with invented numbers.
enum SampleKept {
    static func day(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(number: 0) }

    /// Months of referrals and of a wait from April 2026, each a range of 80 to 120 and of 20 to 30 days.
    static func forecast(made: String = "2026-03-27", months: Int = 14, seed: UInt64 = 3) -> KeptForecast {
        var rows: [KeptRow] = []
        for place in 0..<months {
            let number = 2026 * 12 + 3 + place
            guard let first = CivilDay(year: number / 12, month: number % 12 + 1, day: 1) else { continue }
            let last = first + Int32(CivilDay.daysInMonth(year: number / 12, month: number % 12 + 1) - 1)
            for (measure, level, low, high) in [
                ("referrals", 100.0, 80.0, 120.0), ("first-treatment-wait-mean", 25, 20, 30),
                ("recovery", 0.5, 0.4, 0.6),
            ] {
                rows.append(
                    KeptRow(
                        measure: measure, team: nil, span: .month, first: first, last: last, level: level, low: low,
                        high: high, chance: 0.9, basis: .raw))
            }
        }
        return KeptForecast(
            made: CivilMinute(day: day(made), minuteOfDay: 540), subject: .scenario,
            manifest: Manifest(
                scenario: "test-sample", title: "Test sample: \"invented\" <numbers>",
                scenarioSHA256: "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0", seed: seed,
                replications: 40, weeks: 60, starts: day("2026-03-30"), version: "0.1.0", events: 51_234_567,
                start: "The lists are the scenario's own.", changes: [RunChange(key: "weeks", value: "60")],
                command: "stepcare forecast sample.yaml"),
            teams: [TeamName(name: "north-sample", title: "North Sample")],
            measures: [
                KeptForecast.KeptMeasure(
                    name: "referrals", unit: "people", title: "Referrals", meaning: "People who were referred."),
                KeptForecast.KeptMeasure(
                    name: "first-treatment-wait-mean", unit: "days", title: "First treatment, mean",
                    meaning: "A wait."),
                KeptForecast.KeptMeasure(
                    name: "recovery", unit: "share", title: "Recovery, of finished cases", meaning: "A share."),
            ], rows: rows)
    }

    /// The first twelve months have come: referrals were 96, but 130 in one; waits 28 days; recovery is not published.
    static func report(_ forecasts: [KeptForecast] = [forecast()]) -> ScoreReport {
        var scored: [ScoredRow] = []
        var left: [UnscoredRow] = []
        for (index, forecast) in forecasts.enumerated() {
            for row in forecast.rows {
                if row.first >= day("2027-04-01") {
                    left.append(UnscoredRow(forecast: index, row: row, reason: .notYet))
                } else if row.measure == "recovery" {
                    left.append(UnscoredRow(forecast: index, row: row, reason: .notKnownOf))
                } else {
                    let isJune = row.first == day("2026-06-01")
                    let actual = row.measure == "referrals" ? (isJune ? 130.0 : 96) : 28
                    scored.append(ScoredRow(forecast: index, row: row, actual: actual))
                }
            }
        }
        return ScoreReport(
            forecasts: forecasts, against: "the published figures of ABC01 until March 2027", scored: scored,
            left: left, notes: ["The ranges are of the runs alone."], version: "0.1.0",
            command: "stepcare score sample.json --against activity.csv")
    }
}
