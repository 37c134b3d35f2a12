import CareModel
import Foundation
import Testing

@testable import Reporting

/// A wait beside the same one a year before, and what is no more than luck.
@Suite struct YearBeforeTests {
    private static func forecast(_ change: (inout Forecast) -> Void) -> (Scope, ForecastIndex) {
        var forecast = SmallForecast.empty()
        change(&forecast)
        let index = ForecastIndex(forecast)
        return (index.scopes[0], index)
    }

    private static func line(_ place: Int, _ change: (inout Forecast) -> Void) -> String? {
        let (scope, index) = forecast(change)
        let told = YearBeforeWords(scope: scope, index: index).line(WaitWords.all[place])
        return told.map { "\($0.sign)|\($0.words.plain)" }
    }

    private static func promised(
        _ measure: Measure, level: Double, _ range: ClosedRange<Double>, before: Double?, simulated: Double? = nil
    ) -> TrustedFigures.Row {
        TrustedFigures.Row(
            kept: KeptRow(
                measure: measure.name(Standards()), team: nil, span: .year, first: SmallForecast.monday,
                last: SmallForecast.monday + 364, level: level, low: range.lowerBound, high: range.upperBound,
                chance: 0.9, basis: .trusted), simulated: simulated ?? level, yearBefore: before)
    }

    @Test func aProviderIsBesideWhatWasPublished() {
        let tell = { (place: Int, row: TrustedFigures.Row) in
            Self.line(place) { forecast in
                forecast.yearBefore = .published
                forecast.trusted.rows = [row]
            }
        }
        #expect(
            tell(0, Self.promised(.firstTreatmentWait, level: 27, 25...30, before: 24))
                == "↗|Up 3 days on last year: 24.0 days published, 27.0 promised (referral to first treatment).")
        #expect(
            tell(2, Self.promised(.assessmentToHighWait, level: 40, 36...44, before: 55.5))
                == "↘|Down 16 days on last year: 55.5 days published, 40.0 promised.")
        #expect(
            tell(0, Self.promised(.firstTreatmentWait, level: 27, 22...32, before: 24))?.hasPrefix(
                "→|No clear change on last year:") == true)
        let first = Self.promised(.firstTreatmentWait, level: 27, 22...32, before: 24)
        #expect(tell(1, first) == "|Last year: not published.")
        #expect(
            tell(2, Self.promised(.assessmentToHighWait, level: 47, 30...60, before: 42, simulated: 143))?.hasSuffix(
                "The fit misses this wait: trust what is promised.") == true)
    }

    @Test func aServiceIsBesideItsOwnRecords() {
        func tell(_ before: Double?) -> String? {
            Self.line(0) { forecast in
                forecast.yearBefore = .records(SmallForecast.monday - 364...SmallForecast.monday - 1)
                var row = SmallForecast.summary("first-appointment-wait-mean", "days", 21, spread: 2)
                row.yearBefore = before
                forecast.measures = [row]
            }
        }
        #expect(tell(18) == "↗|Up 3 days on last year: 18.0 days in your own records.")
        #expect(tell(22.5)?.hasPrefix("→|No clear change on last year: 22.5 days") == true)
        #expect(tell(nil) == "|Last year: nobody to measure.")
    }

    @Test func whereThereIsNoYearThePageSaysSoOnce() {
        for (known, words) in [
            (YearBefore.unknown, "No last year to compare with: the scenario has no past of its own."),
            (.tooYoung(SmallForecast.monday), "own records begin on Monday 23 November 2026."),
        ] {
            var forecast = SampleForecast(weeks: 12).make()
            forecast.yearBefore = known
            let page = ReportHTML.page(forecast, chartScript: "")
            #expect(page.components(separatedBy: words).count == 2, "\(words)")
        }
    }

    /// Weeks whose mean moves from one level to another, in runs that differ so much.
    private static func weeks(_ from: Double, _ to: Double, spread: Double) -> [WeeklyBand] {
        (1...26).map { week in
            let mean = from + (to - from) * Double(week - 1) / 25
            return WeeklyBand(
                week: week, starts: SmallForecast.monday + Int32(7 * (week - 1)),
                measure: "first-appointment-wait-mean", group: MeasureGroup(team: "mid-test"), mean: mean,
                p05: mean - spread, p25: mean - spread / 2, p50: mean, p75: mean + spread / 2, p95: mean + spread,
                any: nil)
        }
    }

    /// What a few runs of a restless service do is luck; the same change in many runs is none.
    @Test(arguments: [
        (2, 12.0, "→"), (8, 12.0, "→"), (200, 12.0, "↗"), (8, 1.0, "↗"), (2, 0.05, "↗"),
    ]) func aTrendIsMoreThanLuck(runs: Int, spread: Double, sign: String) {
        let (scope, index) = Self.forecast { forecast in
            forecast.manifest.replications = runs
            forecast.weekly = Self.weeks(15, 20, spread: spread)
        }
        let trend = WaitWords(scope: scope, index: index).trend(WaitWords.all[0])
        #expect(trend?.sign == sign, "\(String(describing: trend?.words.plain))")
        #expect(sign != "→" || trend?.words.plain.hasPrefix("No clear change") == true)
    }

    @Test func oneRunTellsNoTrend() {
        let (scope, index) = Self.forecast { forecast in
            forecast.manifest.replications = 1
            forecast.weekly = Self.weeks(15, 40, spread: .nan)
        }
        #expect(WaitWords(scope: scope, index: index).trend(WaitWords.all[0]) == nil)
    }

    /// Two runs that happen to be high together in some weeks have no season.
    @Test func aSeasonIsMoreThanLuck() throws {
        func season(_ runs: Int, _ spread: Double) throws -> Bool {
            let bands = (0..<52).map { week -> WeeklyBand in
                let mean = (20..<32).contains(week) ? 14.0 : 10
                return SmallForecast.breaches(
                    week + 1, mean: mean, low: mean - spread, high: mean + spread, chance: 1, runs: runs)
            }
            if case .season = try #require(BreachPicture(bands)).peak { return true }
            return false
        }
        #expect(try season(40, 5) && season(20, 2))
        #expect(try !season(2, 5) && !season(5, 6))
    }
}
