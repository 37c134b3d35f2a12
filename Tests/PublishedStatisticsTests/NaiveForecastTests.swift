import CareModel
import Statistics
import TestSupport
import Testing

@testable import PublishedStatistics

@Suite("Naive forecasts and how wrong they were")
struct NaiveForecastTests {
    /// Three years, each month of a year alike: referrals and waits of a few providers.
    func file(_ providers: [(code: String, referrals: [Int], waits: [Double])]) throws -> PublishedFile {
        var rows: [String] = []
        for provider in providers {
            for (place, month) in try months("2022-04", 36).enumerated() {
                rows.append(SampleFile.row(provider.code, month, .referrals, "\(provider.referrals[place / 12])"))
                rows.append(SampleFile.row(provider.code, month, .firstWaitMean, "\(provider.waits[place / 12])"))
            }
        }
        return try SampleFile(rows: rows).read()
    }

    @Test("Last year again, and with its trend, by hand")
    func values() throws {
        let file = try file([("AA", [400, 500, 0], [10, 14, 9])])
        let series = try file.series(of: "AA")
        let april = try #require(PublishedMonth("2024-04"))
        let (referrals, wait) = (ForecastFigure(.referrals), ForecastFigure(.firstWaitMean))
        #expect(NaiveForecast.lastYear.value(of: referrals, yearFrom: april, series: series) == 6000)
        #expect(NaiveForecast.lastYearWithTrend.value(of: referrals, yearFrom: april, series: series) == 7500)
        #expect(NaiveForecast.lastYear.value(of: wait, yearFrom: april, series: series) == 14)
        #expect(NaiveForecast.lastYearWithTrend.value(of: wait, yearFrom: april, series: series) == 18)
        #expect(NaiveForecast.lastYearWithTrend.value(of: wait, yearFrom: april + 12, series: series) == 4)
        #expect(NaiveForecast.lastYearWithTrend.value(of: wait, yearFrom: april - 12, series: series) == nil)
    }

    @Test("A total over fewer months is scaled up, or there is none")
    func missingMonths() throws {
        let rows = try months("2024-04", 12).enumerated().map {
            SampleFile.row("AA", $1, .attendedOnTime, $0 < 2 ? "*" : "90")
        }
        let late = SampleFile.row("AA", "2024-08", .attendedLate, "10")
        let series = try SampleFile(rows: rows + [late]).read().series(of: "AA")
        let april = try #require(PublishedMonth("2024-04"))
        #expect(ForecastFigure.attended.ofYear(from: april, in: series) == 1092)
        #expect(ForecastFigure.attended.ofYear(from: april, in: series, leastMonths: 11) == nil)
        #expect(ForecastFigure.attended.ofYear(from: april + 1, in: series, leastMonths: 0) == 1092)
    }

    @Test("The median of the errors, of those who were large enough in the year before")
    func backtest() throws {
        let file = try file([
            ("AA", [400, 400, 500], [10, 12, 11]), ("BB", [400, 500, 400], [10, 10, 18]),
            ("CC", [400, 400, 400], [9, 9, 9]), ("DD", [900, 100, 900], [1, 2, 3]),
        ])
        let april = try #require(PublishedMonth("2024-04"))
        let test = try NaiveBacktest(file, yearFrom: april)
        #expect(test.codes == ["AA", "BB", "CC"])
        let flow = try #require(test.line(ForecastFigure(.referrals), .lastYear))
        #expect(flow.outcomes.map(\.error) == [20, 25, 0] && flow.median?.estimate == 20)
        #expect(flow.outcomes[1] == NaiveBacktest.Outcome(code: "BB", forecast: 6000, actual: 4800, error: 25))
        let wait = try #require(test.line(ForecastFigure(.firstWaitMean), .lastYear))
        #expect(wait.outcomes.map(\.error) == [1, 8, 0] && wait.median?.estimate == 1)
        let trend = try #require(test.line(ForecastFigure(.referrals), .lastYearWithTrend))
        #expect(trend.outcomes.map(\.error) == [20, 56.25, 0])
        #expect(test.line(ForecastFigure(.recoveryShare), .lastYear)?.median == nil)
    }
}
