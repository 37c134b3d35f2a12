import CareModel
import Statistics

@testable import Reporting

/// Small forecasts with invented numbers, to be read in a test.
enum SmallForecast {
    static let monday = CivilDay("2026-11-23") ?? CivilDay(number: 9823)

    /// Nothing but a manifest, with one team.
    static func empty(teams: [TeamName] = [TeamName(name: "mid-test", title: "Mid Test")]) -> Forecast {
        Forecast(
            manifest: Manifest(
                scenario: "small", title: "Small test", scenarioSHA256: "ab12", seed: 7, replications: 30, weeks: 8,
                starts: monday, version: "0.1.0", events: 1234, start: "Everything starts empty."),
            standards: Standards(), teams: teams)
    }

    /// A week of a breach measure.
    static func breaches(
        _ week: Int, mean: Double, low: Double, high: Double, chance: Double, runs: Int = 30, days: Int = 28,
        standsOut: Bool = false, group: MeasureGroup = MeasureGroup(team: "mid-test")
    ) -> WeeklyBand {
        WeeklyBand(
            week: week, starts: monday + Int32(7 * (week - 1)), measure: "first-appointment-breaches-\(days)",
            group: group, mean: mean, p05: low, p25: low, p50: mean, p75: high, p95: high,
            any: chance.isFinite ? Chance(happened: Int((chance * Double(runs)).rounded()), runs: runs) : nil,
            standsOut: standsOut)
    }

    /// A summary of Mid Test, of runs that lie evenly in the spread about the mean.
    static func summary(
        _ measure: String, _ unit: String, _ mean: Double, spread: Double = 0, role: String? = nil, runs: Int = 30
    ) -> MeasureSummary {
        let values = (0..<runs).map { mean + spread * (2 * Double($0) / Double(max(1, runs - 1)) - 1) }
        return MeasureSummary(
            measure: measure, unit: unit, group: MeasureGroup(team: "mid-test", role: role), mean: mean,
            ci95: (mean - spread / 4)...(mean + spread / 4), p05: mean - spread, p50: mean, p95: mean + spread,
            sample: RunSample(values))
    }
}
