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

    @Test("follows the order of the report, and fits a screen")
    func order() throws {
        let text = ForecastTable.text(SampleForecast(weeks: 60).make())
        let parts = ["HOW LONG", "WHICH PROMISES", "WHEN", "WHY", "WHAT MAY BE PROMISED"]
        let places = try parts.map { try #require(text.firstRange(of: "\n" + $0)).lowerBound }
        #expect(places == places.sorted())
        #expect(text.split(separator: "\n").count <= 50)
    }

    @Test("sets intervals, ranges, standards and marks beside values")
    func rows() throws {
        var forecast = SmallForecast.empty()
        forecast.measures = [
            SmallForecast.summary("first-appointment-wait-mean", "days", 18.4, spread: 2),
            SmallForecast.summary("first-treatment-within-42-days", "share", 0.7, spread: 0.02),
            SmallForecast.summary("second-treatment-over-90-days", "share", 0.1, spread: 0.02),
            SmallForecast.summary("second-treatment-within-28-days", "share", 0.6, spread: 0.02),
            SmallForecast.summary("recovery", "share", 0.52, spread: 0.01),
        ]
        forecast.weekly = [SmallForecast.breaches(3, mean: 14, low: 6, high: 23, chance: 0.9, standsOut: true)]
        let lines = ForecastTable.text(forecast).split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
        #expect(lines.contains("First appointment 18.4 days (17.9–18.9) 16.4–20.4"))
        #expect(lines.contains("WHICH PROMISES treated 42 d 2nd > 90 d Recovery"))
        #expect(lines.contains("at least 75% at most 10% at least 50%"))
        #expect(lines.contains("Mid Test 70.0% misses 10.0% 15 of 30 52.0% meets"))
        #expect(lines.contains("OWN AIMS, NOBODY IS HELD TO THEM 2nd in 28 d") && lines.contains("Mid Test 60.0%"))
        #expect(lines.contains("Mid Test, 28 days 14 6–23 week of 7 Dec 2026"))
    }

    @Test("says so when nothing was measured")
    func empty() {
        #expect(ForecastTable.text(SmallForecast.empty()).contains("nothing was measured"))
    }
}
