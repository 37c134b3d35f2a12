import CareModel
import Foundation
import Testing

@testable import Reporting

/// The page of a fit: what it misses, and the years behind and ahead.
@Suite struct FitPageTests {
    private static func line(
        _ title: String, _ unit: String, _ published: Double, _ simulated: Double?, _ verdict: FitReport.Nearness,
        isMain: Bool = true
    ) -> FitReport.Line {
        FitReport.Line(
            title: title, unit: unit, published: published, error: published / 50, simulated: simulated,
            verdict: verdict, isMain: isMain)
    }

    private static var report: FitReport {
        var report = FitReport(
            title: "Test <Trust> (ABC01)", until: "March 2025", verdict: .doubtful, sentences: ["The fit is doubtful."],
            lines: [
                line("Entered treatment", "a week", 150, 153, .holds),
                line("First treatment, mean", "days", 14, 19, .doubtful),
                line("Recovery", "share", 0.5, 0.5, .holds),
                line("Step-up, mean", "days", 58, 142, .doesNotHold, isMain: false),
                line("Nobody", "share", 0.2, nil, .doubtful, isMain: false),
            ])
        report.histories = [
            FitReport.History(
                title: "Referrals", unit: "people", words: "",
                months: [
                    FitReport.Month(name: "Mar 2025", published: 990, promised: nil),
                    FitReport.Month(name: "Apr 2025", published: nil, promised: (950, 850, 1100)),
                ])
        ]
        report.missing = [("Recovery", "it is suppressed")]
        return report
    }

    @Test func eachFigureSaysHowFarItIsOff() {
        let off = Self.report.lines.map(FitWords.off)
        #expect(off == ["2% too high", "5.0 days too long", "nothing", "84.0 days too long", nil])
        #expect(
            FitWords.misses(Self.report)
                == "Furthest off: first treatment, mean (5.0 days too long) and step-up, mean (84.0 days too long), "
                + "and 1 more.")
        var near = Self.report
        near.lines = Array(near.lines.prefix(1))
        #expect(FitWords.misses(near) == "Every figure holds.")
    }

    @Test func thePageDrawsDifferencesAroundZero() {
        let page = FitHTML.page(Self.report, chartScript: "")
        #expect(TagScanner(page).faults.isEmpty, "\(TagScanner(page).faults.prefix(3))")
        #expect(page.contains("Test &lt;Trust&gt; (ABC01)") && !page.contains("<Trust>"))
        let places = ["how-near", "misses", "months", "trust"].map {
            page.firstRange(of: "<section id=\"\($0)\"")?.lowerBound
        }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(page.ranges(of: "data-kind=\"difference\"").count == 3)
        #expect(page.contains("<th>Step-up, mean<td>84<td>81.7<td>86.3"), "off by, and twice the error to either side")
        #expect(
            page.contains("<th>Mar 2025<td>–<td>–<td>–<td>990")
                && page.contains("<th>Apr 2025<td>950<td>850<td>1,100<td>–"))
        #expect(page.contains("Recovery: it is suppressed."))
    }

    /// The words of the page stay as short as those of a forecast.
    @Test func noSentenceOfAFitOrAScoreIsLong() {
        for page in [
            FitHTML.page(Self.report, chartScript: ""), ScoreHTML.page(SampleKept.report(), chartScript: ""),
        ] {
            let front = page.components(separatedBy: "<main>")[1].components(separatedBy: "<nav ")[0]
            let text = front.replacing(/<table class="numbers.*?<\/table>/.dotMatchesNewlines(), with: "")
                .replacing(/<\/(p|li|h[1-4]|td|th|span|caption|summary|small)>/, with: "\n").replacing(
                    /<[^>]*>/, with: " ")
            for sentence in PlainEnglishTests.sentences(of: text) {
                #expect(sentence.split(separator: " ").count <= 40, "\(sentence)")
            }
        }
    }

    @Test func theScoreAnswersInOrder() {
        let page = ScoreHTML.page(SampleKept.report(), chartScript: "")
        let places = ["held", "off", "outcomes"].map { page.firstRange(of: "<section id=\"\($0)\"")?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(TagScanner(page).faults.isEmpty, "\(TagScanner(page).faults.prefix(3))")
        #expect(page.contains("23 of 24 <span>within the range</span>") && page.contains("as claimed"))
    }

    /// What was tried beside the forecast comes before what usually matters, and says what it moved.
    @Test func assumptionsStandInTheOrderOfWhatMoved() throws {
        var forecast = SmallForecast.empty(teams: [TeamName(name: "west", title: "West")])
        forecast.assumptions = ["referrals.per-week", "attendance.reminders", "teams.west.staff.hit.count"].map { key in
            AssumptionRow(
                key: key, value: "1", unit: "", source: "assumed", rules: "", meaning: "", note: "", isDefault: false)
        }
        func order() throws -> [String] {
            let page = ReportHTML.page(forecast, chartScript: "")
            let table = page.components(separatedBy: "<table class=\"plain assumptions\">")[1]
            return table.matches(of: /<th>([a-z][a-z.-]+)/).map { String($0.output.1) }
        }
        #expect(try order() == ["referrals.per-week", "teams.west.staff.hit.count", "attendance.reminders"])
        #expect(ReportHTML.page(forecast, chartScript: "").contains("which is not measured."))
        forecast.help = WhatWouldHelp(
            levers: [try LeverWordsTests.therapist(), try LeverWordsTests.nothing()], weeks: 52,
            starts: SmallForecast.monday)
        #expect(try order() == ["teams.west.staff.hit.count", "referrals.per-week", "attendance.reminders"])
        let page = ReportHTML.page(forecast, chartScript: "")
        #expect(page.contains("Tried: One more high-intensity therapist in West: 9.1 days sooner to high intensity"))
        #expect(!page.contains("Tried: Text reminders"), "what moves nothing clearly has not been measured to matter")
    }
}
