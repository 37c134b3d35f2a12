import CareModel
import Statistics
import Testing

@testable import Reporting

/// Numbers in files are those that a reader would write: without the noise of binary arithmetic, and no surer than the
/// runs.
@Suite struct ShownNumbersTests {
    /// A centile between two runs, sums, and shares, at every size.
    private static let numbers: [(Double, String)] = [
        (1620.9999999999998, "1621.0"), (1974.6000000000001, "1974.6"), (0.30000000000000004, "0.3"),
        (-0.30000000000000004, "-0.3"),
        (14.950000000000001, "14.95"), (0.3333333333333333, "0.3333333333333333"),
        (6.666666666666666e-07, "6.666666666666666e-07"), (123_456_789.000_000_1, "123456789.0"), (0, "0.0"),
        (-0.0, "0.0"),
        (945_427.432_828_67, "945427.43282867"), (1_000_000_000_000_001.0, "1000000000000001.0"),
        (12_600_000_000.7, "12600000000.7"),
    ]

    @Test(arguments: numbers)
    func noNoiseIsShown(_ number: Double, _ text: String) {
        #expect(JSONValue.number(number).line == text)
        #expect(DataCell.number(number).text == text)
        #expect(NumberText.decimal(.nan) == nil && DataCell.number(.infinity).text == "")
    }

    /// Every number of up to nine decimals is shown as it is written, and what is shown is next to what is meant.
    @Test func decimalsAreShownAsTheyAre() throws {
        var state: UInt64 = 7
        for _ in 0..<5000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let whole = Int(state >> 40) % 1_000_000
            let number = Double(whole) / 1000
            let noisy = number.nextUp.nextUp
            let shown = try #require(NumberText.decimal(noisy))
            #expect(Double(shown) == number, "\(noisy) as \(shown)")
        }
    }

    /// The chances of a week and of an assessment week have the bounds that the runs show.
    @Test(arguments: [0, 1, 15, 30]) func chancesHaveBounds(_ happened: Int) {
        let chance = Chance(happened: happened, runs: 30)
        var forecast = SmallForecast.empty()
        forecast.weekly = [
            WeeklyBand(
                week: 1, starts: SmallForecast.monday, measure: "referrals", group: MeasureGroup(), mean: 1, p05: 0,
                p25: 0, p50: 1, p75: 2, p95: 3, any: chance)
        ]
        forecast.assessmentWeeks = [
            AssessmentWeekChance(team: "north", starts: SmallForecast.monday, chance: chance)
        ]
        let bounds = [chance.share, chance.atLeast, chance.atMost].map { DataCell.number($0).text }.joined(
            separator: ",")
        let weekly = ForecastCSV.text("weekly.csv", forecast)
        #expect(weekly.contains(",probability_any,probability_any_at_least,probability_any_at_most,unit\r\n"))
        #expect(weekly.hasSuffix(",\(bounds),people\r\n"), "\(weekly)")
        #expect(ForecastCSV.text("assessment-weeks.csv", forecast).hasSuffix(",\(bounds)\r\n"))
        let document = ForecastJSON.document(forecast)
        #expect(document.contains("\"probability_any_at_most\":\(DataCell.number(chance.atMost).text)"))
        #expect(document.contains("\"probability_at_least\":\(DataCell.number(chance.atLeast).text)"))
        forecast.weekly[0].any = Chance(happened: 1, runs: 1)
        #expect(ForecastCSV.text("weekly.csv", forecast).hasSuffix(",,,,people\r\n"))
    }

    /// What the scenario was warned of stands in the report, the summary, the manifest and the document.
    @Test func warningsAreInEveryFile() {
        var forecast = SmallForecast.empty()
        let quiet = ReportHTML.page(forecast, chartScript: ReportHTMLTests.library)
        #expect(!quiet.contains("id=\"warnings\""))
        let warning = RunWarning(key: "teams.north.scores", words: "<is> not given", advice: "your own")
        forecast.manifest.warnings = [warning]
        let page = ReportHTML.page(forecast, chartScript: ReportHTMLTests.library)
        #expect(page.contains("id=\"warnings\"") && page.contains("&lt;is&gt; not given"))
        #expect(TagScanner(page).faults.isEmpty)
        #expect(PlainWords.summary(forecast).contains("Warned of: teams.north.scores: <is> not given (your own)."))
        let manifest = ManifestFile.text(forecast.manifest, files: ["a.csv"])
        #expect(manifest.contains("warning,teams.north.scores: <is> not given (your own)\r\n"))
        #expect(ManifestFile.files(in: manifest) == ["a.csv"])
        #expect(ForecastJSON.document(forecast).contains("\"warnings\":[\"teams.north.scores: "))
    }

    /// Where the longest wait that is told apart bites, every file says "or more".
    @Test func whereTheLongestWaitBites() {
        var forecast = SmallForecast.empty()
        let row = { (days: Double) in
            MeasureSummary(
                measure: "first-appointment-wait-p90", unit: "days", group: MeasureGroup(), mean: days, ci95: nil,
                p05: days, p50: days, p95: days, sample: RunSample([days]))
        }
        forecast.measures = [row(399)]
        #expect(ForecastCSV.measures(forecast).text.hasSuffix(",false,,\r\n"))
        #expect(!ForecastJSON.document(forecast).contains("\"or_more\":true"))
        forecast.measures = [row(400), row(30)]
        let lines = ForecastCSV.measures(forecast).text.split(separator: "\r\n")
        #expect(lines[0].hasSuffix(",or_more,year_before,changes"))
        #expect(lines[1].hasSuffix(",true,,") && lines[2].hasSuffix(",false,,"))
        #expect(ForecastJSON.document(forecast).contains("\"p95\":400.0,\"or_more\":true"))
    }
}
