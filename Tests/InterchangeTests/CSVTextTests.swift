import CareModel
import TestSupport
import Testing

@testable import Interchange

@Suite struct CSVTextTests {
    private func cells(_ text: String) throws -> [[String]] {
        try CSVText.records(Array(text.utf8)).map { $0.fields.map(\.text) }
    }

    @Test(arguments: [
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a\rb\r", [["a"], ["b"]]), ("\u{FEFF}a,b\n", [["a", "b"]]),
        ("\"a,\"\"b\"\"\r\nc\",d\n", [["a,\"b\"\r\nc", "d"]]),
        ("\"\",\n", [["", ""]]), (",", [["", ""]]), ("a\n\n\nb\n", [["a"], ["b"]]), ("", []),
        ("é,ü\n", [["é", "ü"]]), ("\"a\"", [["a"]]), (" a , b\n", [[" a ", " b"]]), ("a,\"\"", [["a", ""]]),
    ])
    func isRead(text: String, expected: [[String]]) throws {
        #expect(try cells(text) == expected)
    }

    @Test func placesCountLinesWithinQuotes() throws {
        let records = try CSVText.records(Array("é,\"x\r\ny\",z\nlast\n".utf8))
        #expect(records[0].fields.map(\.line) == [1, 1, 2])
        #expect(records[0].fields.map(\.column) == [1, 3, 4])
        #expect(records[1].line == 3)
    }

    @Test(arguments: [
        ("a,\"b\nc", 1, 3), ("a\nb\"c", 2, 2), ("a\n\"b\"c,d", 2, 4), ("\"", 1, 1),
    ])
    func badQuotesAreFound(text: String, line: Int, column: Int) {
        #expect {
            try CSVText.records(Array(text.utf8))
        } throws: { error in
            let malformed = error as? CSVText.Malformed
            return malformed?.line == line && malformed?.column == column
        }
    }

    @Test func otherEncodingsAreFound() {
        #expect {
            try CSVText.records(Array("name\nAn".utf8) + [0xE9] + Array(" Example\n".utf8))
        } throws: { error in
            (error as? CSVText.Malformed)?.line == 2
        }
    }

    @Test(arguments: 0..<200)
    func whatIsWrittenIsReadAgain(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        let letters = Array("a,\"\n\r é;\u{1F600}=-+@\t'1.")
        let rows = (0...generator.below(5)).map { _ in
            (0...(1 + generator.below(4))).map { _ in
                String((0..<generator.below(6)).map { _ in letters[generator.below(letters.count)] })
            }
        }
        let text = rows.map(CSVText.line).joined()
        #expect(try cells(text) == rows, "seed \(seed)")
    }
}
