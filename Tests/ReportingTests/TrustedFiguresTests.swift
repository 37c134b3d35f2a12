import CareModel
import Testing

@testable import Reporting

/// What may be promised, in the table, the files and the page.
@Suite struct TrustedFiguresTests {
    private static func row(_ measure: String, _ span: ForecastSpan, _ last: String, _ level: Double)
        -> TrustedFigures.Row
    {
        TrustedFigures.Row(
            kept: KeptRow(
                measure: measure, team: nil, span: span, first: CivilDay("2026-04-01") ?? CivilDay(number: 0),
                last: CivilDay(last) ?? CivilDay(number: 0), level: level, low: level * 0.8, high: level * 1.3,
                chance: 0.9, basis: .trusted), simulated: level * 1.1)
    }

    private func forecast(_ basis: TrustedFigures.Basis = .published) -> Forecast {
        var forecast = SmallForecast.empty()
        let ends: [(ForecastSpan, String)] = [
            (.month, "2026-04-30"), (.quarter, "2026-06-30"), (.year, "2027-03-31"),
        ]
        forecast.trusted = TrustedFigures(
            basis: basis,
            rows: ["referrals", "first-treatment-wait-mean", "recovery"].flatMap { measure in
                ends.map {
                    Self.row(measure, $0.0, $0.1, measure == "referrals" ? 1000 : measure == "recovery" ? 0.5 : 20)
                }
            }, words: [TrustedFigures.Words(measure: "referrals", text: "Made of nothing.")])
        return forecast
    }

    @Test func theTableHasTheFirstOfEachSpan() {
        let lines = ForecastTable.text(forecast()).split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
        #expect(lines.contains("The service Apr 2026 Apr–Jun 2026 Apr 2026–Mar 2027"))
        #expect(lines.contains("Referrals 1,000 (800–1,300) 1,000 (800–1,300) 1,000 (800–1,300)"))
        #expect(lines.contains { $0.hasPrefix("First treatment, mean, days 20.0 (16.0–26.0)") })
        #expect(lines.contains { $0.hasPrefix("Recovery, of finished cases, % 50.0") || $0.contains("50.0") })
        #expect(lines.allSatisfy { $0.count <= 100 })
    }

    /// How often such ranges have held is what was found of them, and nothing where nothing was found.
    @Test func theCoverIsSaidOfTheRangesThatAreShown() throws {
        var known = forecast(.scenario)
        known.trusted.cover = TrustedFigures.Cover(services: 96, years: 2, ofMonths: 0.875, ofYears: 0.91)
        let told = try #require(TrustWords(forecast: known).held.first).plain
        #expect(
            told.hasPrefix(
                "Tried on 96 services over 2 years, such ranges around a known level held in 88 of 100 months")
        )
        #expect(told.hasSuffix("91 of 100 years."))
        #expect(!TrustWords(forecast: forecast()).held.contains { $0.plain.contains("of 100") })
    }

    /// What is not from a published past does not say that it is, and nothing is said where there is nothing.
    @Test func theWordsSayWhatItRestsOn() {
        #expect(ForecastTable.text(forecast(.published)).contains("published past"))
        #expect(!ForecastTable.text(forecast(.scenario)).contains("published past"))
        let changed = ForecastTable.text(forecast(.publishedAndChanged)).replacing("\n", with: " ")
        #expect(changed.contains("with what was changed"))
        #expect(!ForecastTable.text(SmallForecast.empty()).contains("PROMISED"))
        #expect(!ReportHTML.page(SmallForecast.empty(), chartScript: "").contains("What may be promised"))
        #expect(ReportHTML.page(SmallForecast.empty(), chartScript: "").contains("Nothing may be promised"))
    }

    @Test func thePageHasAChartAndATable() {
        let page = ReportHTML.page(forecast(), chartScript: "")
        #expect(page.contains("What may be promised") && page.contains("data-kind=\"range\""))
        #expect(page.contains("Made of nothing.") && page.contains(">1,000</data> (<data value=\"800.0\""))
    }

    @Test func theFilesHaveEveryRow() throws {
        let forecast = forecast()
        let table = try #require(ForecastCSV.files(forecast).first { $0.name == "promised.csv" })
        #expect(table.text.split(separator: "\r\n").count == 10, "\(table.text)")
        #expect(table.text.contains("referrals,quarter,2026-04-01,2026-06-30,1000.0,800.0,1300.0,1100.0,,people"))
        #expect(ForecastJSON.document(forecast).contains("\"promised\": [\n    {\"measure\":\"referrals\""))
    }
}
