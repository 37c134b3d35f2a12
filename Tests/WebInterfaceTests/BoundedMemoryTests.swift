import Foundation
import Mustache
import Testing

@testable import WebInterface

/// What a server keeps for the next request has a limit, however many there were.
@Suite struct BoundedMemoryTests {
    private func texts() throws -> RowTexts {
        var library = MustacheLibrary()
        try library.register("{{#cells}}{{text}}{{/cells}}", named: "cells")
        return RowTexts(library)
    }

    private func write(_ words: [String], into texts: RowTexts) -> [String] {
        var table = Table("", [Table.Column("")], words.map { Table.Row([Table.Cell($0)]) }, empty: "")
        texts.write(into: &table)
        return table.rows.map(\.cellsText)
    }

    @Test func manyRowsDoNotFillTheMemory() throws {
        let texts = try texts()
        var most = 0
        for list in 0..<300 {
            let words = (0..<100).map { "row \(list * 100 + $0)" }
            #expect(write(words, into: texts) == words)
            most = max(most, texts.count)
        }
        #expect(most <= RowTexts.most && texts.count >= RowTexts.most / 2, "\(most), \(texts.count)")
    }

    @Test func aListThatIsLongerThanWhatIsKeptIsWhole() throws {
        let texts = try texts()
        let words = (0..<3 * RowTexts.most).map { "row \($0)" }
        #expect(write(words, into: texts) == words)
        #expect(texts.count <= RowTexts.most)
    }

    /// Those that nobody asks for go first.
    @Test func aRowThatIsAskedForAgainIsKept() throws {
        let texts = try texts()
        func isKept(_ words: String) -> Bool {
            let before = texts.count
            _ = write([words], into: texts)
            return texts.count == before
        }
        _ = isKept("asked for again")
        for list in 0..<200 {
            #expect(isKept("asked for again"), "\(list)")
            _ = write((0..<100).map { "row \(list * 100 + $0)" }, into: texts)
        }
        #expect(isKept("row 19999") && !isKept("row 1"))
    }

    /// Memory that is free between what is in use goes back to the machine.
    @Test func whatIsFreeIsGivenBack() throws {
        let (count, bytes) = (128 * 1024, 1024)
        var blocks = (0..<count).map { _ in
            let block = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 1)
            block.initializeMemory(as: UInt8.self, repeating: 1, count: bytes)
            return block
        }
        // One of sixty-four stays in use.
        for place in blocks.indices where place % 64 != 0 { blocks[place].deallocate() }
        blocks = blocks.indices.filter { $0 % 64 == 0 }.map { blocks[$0] }
        let before = try megabytes()
        FreeMemory.giveBack()
        let after = try megabytes()
        #expect(before - after > 64, "\(before) MB, then \(after) MB")
        for block in blocks { block.deallocate() }
    }

    /// What the process has of the machine's memory.
    private func megabytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let kilobytes = try #require(status.firstMatch(of: /RssAnon:\s+(\d+) kB/)?.1)
        return try #require(Int(kilobytes)) / 1024
    }
}
