import Testing

@testable import Reporting

@Suite("Text set in columns")
struct TableLayoutTests {
    @Test("A line of figures is never cut, however long: an interval without its end says something else")
    func nothingIsCut() {
        var table = TableLayout(alignsRight: [false, true, false])
        let interval = "+£1,638,856 (+£1,223,770 to +£2,053,942)*"
        table.lines = [
            .heading(String(repeating: "long ", count: 40)),
            .cells([String(repeating: "x", count: 90), "£1,763,654", interval]),
            .cells(["a", "b", "-3.0 (-25.0 to +19.0)"]),
        ]
        let lines = table.text.split(separator: "\n")
        #expect(lines[0].count == table.widest && lines[0].hasSuffix("…"))
        #expect(lines[1].hasSuffix(interval) && lines[2].hasSuffix("-3.0 (-25.0 to +19.0)"))
    }
}
