import Testing

@testable import Reporting

@Suite("The table for a terminal")
struct ForecastTableTests {
    @Test("is at most 100 columns wide, whatever the names")
    func width() {
        var forecast = SampleForecast(weeks: 20).make()
        forecast.teams[0].title = String(repeating: "A very long title of a team ", count: 8)
        forecast.manifest.title = String(repeating: "long ", count: 40)
        for line in ForecastTable.text(forecast).split(separator: "\n") {
            #expect(line.count <= 100, "\(line)")
            #expect(line.last != " ")
        }
    }

    @Test("sets intervals, ranges, standards and marks beside values")
    func rows() throws {
        var forecast = SmallForecast.empty()
        forecast.measures = [
            SmallForecast.summary("first-appointment-wait-mean", "days", 18.4, spread: 2),
            SmallForecast.summary("first-treatment-within-42-days", "share", 0.7, spread: 0.02),
            SmallForecast.summary("second-treatment-over-90-days", "share", 0.1, spread: 0.02),
            SmallForecast.summary("recovery", "share", 0.52, spread: 0.01),
            SmallForecast.summary("caseload-per-wte", "people", 41, spread: 0.5, role: "hit"),
            SmallForecast.summary("caseload-cap-per-wte", "people", 40, role: "hit"),
        ]
        forecast.weekly = [SmallForecast.breaches(3, mean: 14, low: 6, high: 23, chance: 0.9, standsOut: true)]
        let lines = ForecastTable.text(forecast).split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
        #expect(lines.contains("First appointment, mean 18.4 days (17.9–18.9) 16.4–20.4"))
        #expect(lines.contains("Treatment within 42 days 70.0% (69.5–70.5) 68.0–72.0 at least 75% misses"))
        #expect(lines.contains("Second treatment after 90 days 10.0% (9.5–10.5) 8.0–12.0 at most 10% 15 of 30"))
        #expect(lines.contains("Recovery, of finished cases 52.0% (51.8–52.3) 51.0–53.0 at least 50% meets"))
        #expect(lines.contains("HIT: caseload 41.0 (40.9–41.1) 40.5–41.5 cap 40 misses"))
        #expect(lines.contains("Over 28 days: 7 Dec 2026 14 people 6–23 chance of any 9 in 10"))
    }

    @Test("says so when nothing was measured")
    func empty() {
        #expect(ForecastTable.text(SmallForecast.empty()).contains("nothing was measured"))
    }
}
