import CareModel
import Foundation
import Testing

@testable import Reporting

/// The charts of a kept forecast: each month has its own numbers, of the team that is looked at.
@Suite struct KeptPageTests {
    /// A forecast of a service and its team, no two numbers of which are alike, and what came of its first months.
    private var sample: (kept: KeptForecast, score: ScoreReport) {
        var kept = SampleKept.forecast(months: 6)
        let referrals = kept.rows.filter { $0.measure == "referrals" }
        kept.rows = [String?.none, "north-sample"].flatMap { team -> [KeptRow] in
            referrals.enumerated().map { place, row -> KeptRow in
                var own = row
                let level = Double((team == nil ? 1000 : 500) + 10 * place)
                (own.team, own.level, own.low, own.high) = (team, level, level - 3, level + 4)
                return own
            }
        }
        var score = SampleKept.report([kept])
        score.scored = kept.rows.filter { $0.first < SampleKept.day("2026-08-01") }.map {
            ScoredRow(forecast: 0, row: $0, actual: $0.level + 2)
        }
        return (kept, score)
    }

    /// The rows of the chart of referrals by month.
    private func rows(_ html: String, _ scope: String) throws -> [[String]] {
        let start = try #require(html.range(of: "<caption>Referrals, \(scope)"), "\(scope)")
        let end = try #require(html.range(of: "</table>", range: start.upperBound..<html.endIndex))
        return html[start.upperBound..<end.lowerBound].components(separatedBy: "<tr>").dropFirst(2).map { row in
            row.components(separatedBy: "<t").dropFirst().map {
                $0.drop { $0 != ">" }.dropFirst().trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }
    }

    @Test(arguments: [(String?.none, "Whole service", 1000), ("north-sample", "North Sample", 500)])
    func eachMonthHasItsOwnNumbers(team: String?, scope: String, base: Int) throws {
        let (kept, score) = sample
        let shown = try rows(ReportParts.html(kept, score, team: team), scope)
        let months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep"]
        let expected = months.enumerated().map { place, month -> [String] in
            let level = base + 10 * place
            let numbers = [level, level - 3, level + 4].map { NumberText.dense(Double($0)) }
            return ["\(month) 2026"] + numbers + [place < 4 ? NumberText.dense(Double(level + 2)) : NumberText.unknown]
        }
        #expect(shown == expected, "\(shown)")
    }
}
