import CareModel
import Foundation
import Statistics
import Testing

@testable import Reporting

/// What has happened since, in words, tables, files and a page.
@Suite struct ScoreReportTests {
    private let report = SampleKept.report()

    @Test func itIsSaidInWordsFirst() {
        let words = ScoreWords.summary(report)
        #expect(
            words.contains(
                "Referrals: of 12 months 11 lay within the 90% range; half of the levels were within 4.0% of what "
                    + "came, and on average they were 1.2% too high."), "\(words)")
        #expect(
            words.contains(
                "First treatment, mean: of 12 months 12 lay within the 90% range; half of the levels were within "
                    + "3.0 days of what came, and on average they were 3.0 days too low."), "\(words)")
        #expect(words.contains("Of 24 months of 2 measures, 23 lay within the 90% range (96%, by chance"), "\(words)")
        #expect(words.contains("2 months that begin from 1 Apr 2027 on have not passed"), "\(words)")
        #expect(words.contains("Not among the figures: recovery, of finished cases."), "\(words)")
        #expect(words.contains("The ranges are of the runs alone."))
    }

    /// One in twelve is within chance of one in ten; half are not.
    @Test func itIsJudgedByWhatChanceCanDo() {
        #expect(ScoreWords.together(report)[0].contains("within chance of what it claims"))
        var narrow = report
        narrow.scored = narrow.scored.enumerated().map { place, row in
            var row = row
            if place % 2 == 0 { row.actual = 1000 }
            return row
        }
        #expect(ScoreWords.together(narrow)[0].contains("fewer than it claims"), "\(ScoreWords.together(narrow))")
    }

    @Test func severalAreTogetherAndOneByOneOldestFirst() {
        let both = SampleKept.report([
            SampleKept.forecast(), SampleKept.forecast(made: "2026-06-26", months: 6, seed: 4),
        ])
        let lines = both.lines.filter { $0.measure.name == "referrals" && $0.span == .month }
        #expect(lines.map(\.forecast) == [nil, 0, 1] && lines.map(\.record.outcomes.count) == [18, 12, 6])
        // Six of the months are of both: they are twelve occasions.
        #expect(lines.map(\.record.occasions) == [12, 12, 6])
        let table = ScoreTable.text(both)
        #expect(table.contains("  Referrals") && table.contains("16 of 18") && table.contains("made 26 Jun 2026"))
        #expect(table.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(table)")
        #expect(ScoreWords.summary(both).contains("Of the forecast made on 26 June 2026"))
    }

    @Test func filesHoldEveryNumberAndSayWhatItIs() throws {
        let files = ScoreCSV.files(report)
        #expect(files.map(\.name) == ["score.csv", "scored.csv", "not-scored.csv"])
        #expect(files[0].text.contains("referrals,people,total,month,total,12,12,11,0.91666"))
        #expect(files[1].text.split(whereSeparator: \.isNewline).count == 25)
        #expect(files[1].text.contains("people,100.0,80.0,120.0,0.9,raw,130.0,false,-30.0,240.0"))
        #expect(files[2].text.contains("recovery,total,month,2026-04-01,2026-04-30,not-known-of"))
        let dictionary = ScoreCSV.dictionary(of: files)
        for entry in files.flatMap(\.entries) { #expect(dictionary.text.contains("\(entry.table),\(entry.column),")) }
    }

    @Test func theDocumentIsAsItsSchemaSays() throws {
        func object(_ text: String) throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        }
        let (document, schema) = (try object(ScoreJSON.document(report)), try object(ScoreJSON.schema(report)))
        #expect(Set(schema["required"] as? [String] ?? []) == Set(document.keys))
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        for name in ["lines", "scored", "not_scored"] {
            let row = try #require((document[name] as? [[String: Any]])?.first)
            let items = try #require(properties[name]?["items"] as? [String: Any])
            #expect(Set(items["required"] as? [String] ?? []) == Set(row.keys), "\(name)")
        }
    }

    @Test func thePageDrawsWhatCameOverTheRanges() {
        let page = ScoreHTML.page(report, chartScript: "window.Chart = 0;")
        #expect(page.contains("data-kind=\"outcome\"") && page.contains("outcome(t) {"))
        #expect(page.contains("<th>Jun 2026<td>100<td>80<td>120<td>130"), "what came stands over its range")
        #expect(page.contains("<th>Apr 2027<td>100<td>80<td>120<td>–"), "what has not come has no dot")
        #expect(page.contains("Test sample: &quot;invented&quot; &lt;numbers&gt;, with weeks=60"))
        #expect(!page.contains("<numbers>"))
    }
}
