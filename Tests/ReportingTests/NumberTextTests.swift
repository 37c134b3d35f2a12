import CareModel
import Testing

@testable import Reporting

@Suite("Numbers as text")
struct NumberTextTests {
    @Test("are fixed, grouped and rounded away from zero")
    func fixed() {
        #expect(NumberText.fixed(1_234_567.891, decimals: 2) == "1,234,567.89")
        #expect(NumberText.fixed(-0.04, decimals: 1) == "0.0")
        #expect(NumberText.fixed(-12.35, decimals: 1) == "-12.4")
        #expect(NumberText.fixed(999.95, decimals: 1) == "1,000.0")
        #expect(NumberText.fixed(0.05, decimals: 1) == "0.1")
        #expect(NumberText.fixed(.nan) == "–")
        #expect(NumberText.fixed(1e300) == "–")
        #expect(NumberText.grouped(-1_000) == "-1,000")
        #expect(NumberText.dense(12.04) == "12")
        #expect(NumberText.dense(12.06) == "12.1")
        #expect(NumberText.dense(1_234.4) == "1,234")
    }

    @Test("have the same decimals at both ends of a range")
    func range() {
        #expect(ValueText.range(9.6, 23.2, unit: "people") == "10–23")
        #expect(ValueText.range(2.31, 9.6, unit: "people") == "2.3–9.6")
        #expect(ValueText.range(0.179, 0.189, unit: "share") == "17.9–18.9")
    }

    @Test("list and count as a sentence would")
    func sentences() {
        #expect(TextTools.list(["a", "b", "c"]) == "a, b and c")
        #expect(TextTools.count(1, "week", "weeks") == "1 week")
        #expect(TextTools.sentence(" It ends ") == "It ends.")
        #expect(TextTools.lowercasedWord("PWP") == "PWP")
        #expect(TextTools.lowercasedWord("Senior PWP") == "senior PWP")
    }
}
