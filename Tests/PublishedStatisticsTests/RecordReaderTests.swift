import CareModel
import TestSupport
import Testing

@testable import PublishedStatistics

@Suite("Records of comma-separated values, in bytes")
struct RecordReaderTests {
    /// A reader of a file.
    func reader(_ file: SampleFile, portion: Int) throws -> RecordReader {
        guard let source = GzipSource(path: file.path) else { throw PublishedError.cannotRead(file.path, "test") }
        return RecordReader(source, portion: portion)
    }

    /// All records of a text, read in small portions.
    func records(_ text: String, portion: Int = .max) throws -> [[String]] {
        let file = try SampleFile(text)
        var reader = try self.reader(file, portion: portion)
        var found: [[String]] = []
        while try reader.next() { found.append(reader.cells.indices.map { reader.text($0) }) }
        withExtendedLifetime(file) {}
        return found
    }

    func malformed(_ text: String) throws -> RecordReader.Malformed? {
        do {
            _ = try records(text)
            return nil
        } catch let error as RecordReader.Malformed {
            return error
        }
    }

    @Test(
        "Every way to write a table",
        arguments: [
            ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]), ("\u{FEFF}a,b\n", [["a", "b"]]),
            ("\n\na,\r\n\r\n,b\n\n", [["a", ""], ["", "b"]]), ("", []), ("\n\r\n", []), ("\u{FEFF}", []),
            ("\"a,\"\"b\"\"\",\"c\r\nd\"\n", [["a,\"b\"", "c\r\nd"]]), ("\"\",\"\"\"\"", [["", "\""]]),
            ("é,\"ü,\"\n", [["é", "ü,"]]), ("a", [["a"]]),
        ])
    func forms(text: String, expected: [[String]]) throws {
        for portion in [1, 2, 3, 7, .max] { #expect(try records(text, portion: portion) == expected) }
    }

    @Test("Random tables come back as they were written, whatever the portions")
    func roundTrip() throws {
        let pieces = ["a", "7.5", "", "*", "é", ",", "\"", "\n", "\r\n", "\r", " ", "long text without end "]
        for seed in 0..<300 as Range<UInt64> {
            var chance = SplitMix(seed: seed)
            let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &chance) ?? "\n"
            let table = (0..<Int.random(in: 1...6, using: &chance)).map { _ in
                // One cell that says something, or the line would be empty and passed over.
                ["x"]
                    + (0..<Int.random(in: 0...4, using: &chance)).map { _ in
                        (0..<Int.random(in: 0...3, using: &chance)).map { _ in
                            pieces.randomElement(using: &chance) ?? ""
                        }.joined()
                    }
            }
            let text = table.map { row in
                row.map { cell in
                    let needsQuotes = cell.unicodeScalars.contains { ["\"", ",", "\n", "\r"].contains($0) }
                    return needsQuotes || Bool.random(using: &chance)
                        ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
                }.joined(separator: ",")
            }.joined(separator: lineEnd)
            let portion = Int.random(in: 1...9, using: &chance)
            let read = try records(text, portion: portion)
            #expect(read == table, "seed \(seed)")
        }
    }

    @Test("Lines are counted through quotes and every line end")
    func lines() throws {
        let file = try SampleFile("h,é\n\r\n\"a\nb\r\nc\",\"é\",x\r\rlast,1\n")
        var reader = try self.reader(file, portion: 3)
        #expect(try reader.next() && reader.line == 1)
        #expect(try reader.next() && reader.line == 3)
        #expect(reader.place(0) == (3, 1) && reader.place(1) == (5, 4) && reader.place(2) == (5, 8))
        #expect(try reader.next() && reader.line == 7)
        #expect(try !reader.next())
    }

    @Test("What is no table is said where it is")
    func faults() throws {
        let inside = try #require(try malformed("a,b\nc,d\"e\n"))
        #expect((inside.line, inside.column) == (2, 4))
        let after = try #require(try malformed("a\n\"b\"c\n"))
        #expect((after.line, after.column) == (2, 4) && after.message.contains("closing quote"))
        let open = try #require(try malformed("a\nb,\"c\nd\n"))
        #expect((open.line, open.column) == (2, 3) && open.message.contains("never closed"))
        let long = try #require(try malformed("a\n" + String(repeating: "x", count: RecordReader.longestRecord + 9)))
        #expect(long.line == 2 && long.message.contains("longer"))
    }

    @Test(
        "Numbers as they are written",
        arguments: [
            ("5", 5), ("-3", -3), ("12.75", 12.75), ("0.1", 0.1), (" 7 ", 7), ("50.5%", 50.5), ("1,234", 1234),
            ("1e3", 1000),
            ("+2", 2), ("123456789012345678", 1.2345678901234568e17), (".5", 0.5),
        ])
    func numbers(text: String, expected: Double) {
        #expect(Array(text.utf8).withUnsafeBytes { PublishedNumber.read($0) } == .value(expected))
    }

    @Test("What is no number", arguments: ["*", "", " ", "-", "NULL", "n/a"])
    func suppressed(text: String) {
        #expect(Array(text.utf8).withUnsafeBytes { PublishedNumber.read($0) } == .suppressed)
    }

    @Test("What is neither", arguments: ["x", "1.2.3", "5-", "nan", "inf", "--1", "."])
    func unreadable(text: String) {
        #expect(Array(text.utf8).withUnsafeBytes { PublishedNumber.read($0) } == .unreadable)
    }

    @Test("Texts get numbers in the order of first sight")
    func table() {
        var table = ByteTable()
        for round in 0..<2 {
            for number in 0..<1000 {
                let found = Array("text \(number)".utf8).withUnsafeBytes { table.number(of: $0) }
                #expect(found == (number, round == 0))
            }
        }
        #expect(table.count == 1000 && table[7] == "text 7")
    }
}
