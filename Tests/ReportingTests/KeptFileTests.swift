import CareModel
import Foundation
import Testing

@testable import Reporting

/// Forecasts that are kept as files: what is written reads back, and what is wrong is said.
@Suite struct KeptFileTests {
    private func read(_ text: String) throws -> KeptForecast {
        try KeptFile.forecast(Array(text.utf8), path: "kept.json")
    }

    private func faults(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch {
            return (error as? KeptFaults)?.faults.map(\.description) ?? ["\(error)"]
        }
    }

    private let document = KeptFile.document(SampleKept.forecast())

    @Test func whatIsWrittenReadsBackTheSame() throws {
        let forecast = SampleKept.forecast()
        #expect(try read(document) == forecast)
        #expect(KeptFile.document(try read(document)) == document)
        #expect(forecast.fileName == "test-sample-from-2026-03-30-made-2026-03-27T0900.json")
    }

    /// A form only grows: what a later version adds to this form is passed over, and a later form is not read.
    @Test func aLaterFormIsSaidAndWhatIsAddedIsPassedOver() throws {
        let grown = document.replacing("\"form\":1,", with: "\"form\":1,\"mood\":\"good\",")
        #expect(try read(grown) == SampleKept.forecast())
        let later = faults(document.replacing("\"form\":1,", with: "\"form\":2,"))
        #expect(later.count == 1 && later[0].contains("form 2, which a later version of stepcare wrote"), "\(later)")
    }

    @Test(arguments: ["", "{}", "measure,unit\r\n", "{\"manifest\": {}}", "[1, 2]", "\u{0}\u{1F}"])
    func anotherFileIsNone(text: String) {
        let found = faults(text)
        #expect(found == ["kept.json: this is no kept forecast (a file that forecast --keep wrote)"], "\(found)")
    }

    @Test func everythingThatIsWrongIsSaidAtOnce() {
        var bad = document.replacing("\"made\":\"2026-03-27 09:00\"", with: "\"made\":\"yesterday\"")
        bad = bad.replacing("\"starts\":\"2026-03-30\"", with: "\"starts\":\"2026-02-30\"")
        var lines = bad.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let first = lines.firstIndex { $0.contains("\"first_day\"") } ?? 0
        lines[first] = lines[first].replacing("\"low\":80.0", with: "\"low\":180.0")
        lines[first + 1] = lines[first + 1].replacing("\"span\":\"month\"", with: "\"span\":\"quarter\"")
        lines[first + 2] = lines[first + 2].replacing("\"chance\":0.9", with: "\"chance\":90.0")
        lines[first + 3] = lines[first + 3].replacing("\"team\":\"total\"", with: "\"team\":\"south\"")
        lines[first + 4] = lines[first + 4].replacing("\"basis\":\"raw\"", with: "\"basis\":\"guess\"")
        lines[first + 5] = lines[first + 5].replacing("\"measure\":\"recovery\"", with: "\"measure\":\"joy\"")
        lines[first + 7] = lines[first + 6]
        let found = faults(lines.joined(separator: "\n"))
        for word in [
            "kept_forecast.made: 'yesterday'", "manifest.starts: '2026-02-30'", "rows[1].low: 180.0 is above",
            "rows[2].span", "rows[3].chance", "rows[4].team: 'south'", "rows[5].basis: 'guess'",
            "rows[6].measure: 'joy'", "rows[8]: referrals, month from 2026-06-01 is there twice",
        ] {
            #expect(found.count { $0.contains(word) } == 1, "\(word): \(found)")
        }
        #expect(found.count == 9)
    }

    @Test func whatIsMissingIsNamedByItsPlace() {
        let found = faults(document.replacing("\"high\":120.0,", with: ""))
        #expect(found == ["kept.json: rows[1].high: it is missing"], "\(found)")
        let text = faults(document.replacing("\"level\":100.0", with: "\"level\":\"many\""))
        #expect(text.count == 1 && text[0].contains("rows[1].level"), "\(text)")
    }

    /// What a forecast printed in the end takes the place of the runs' own.
    @Test func betterRowsTakeThePlaceOfRawOnes() {
        var forecast = SampleKept.forecast()
        var better = forecast.rows[3]
        (better.level, better.low, better.high, better.basis) = (90, 60, 130, .trusted)
        var year = better
        (year.span, year.last) = (.year, SampleKept.day("2027-04-30"))
        let count = forecast.rows.count
        forecast.put([better, year])
        #expect(forecast.rows.count == count + 1 && forecast.rows[3] == better && forecast.rows[count] == year)
        #expect(forecast.rows.count { $0.basis == .trusted } == 2)
    }

    @Test func theSchemaNamesEveryPartAndTheDictionaryEveryColumn() throws {
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(KeptFile.schema.utf8)) as? [String: Any])
        let written = try #require(try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
        #expect(Set(schema["required"] as? [String] ?? []) == Set(written.keys))
        let row = try #require((written["rows"] as? [[String: Any]])?.first)
        #expect(Set(KeptFile.rows(SampleKept.forecast()).entries.map(\.column)) == Set(row.keys))
    }
}
