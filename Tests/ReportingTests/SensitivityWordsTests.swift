import CareModel
import Reporting
import Testing

/// What is said of the assumptions that an answer hangs on.
struct SensitivityWordsTests {
    private func report(refused: Int) throws -> SensitivityReport {
        let scenario = ComparedScenario(
            name: "made", title: "Made", sha256: "", changes: [], standards: Standards(), warnings: [])
        var report = SensitivityReport(
            scenario: scenario, measure: "first-appointment-wait-mean", title: "Wait for a first appointment",
            unit: "days", variant: "", base: 20, starts: try #require(CivilDay(year: 2026, month: 11, day: 23)),
            weeks: 52,
            seed: 1, version: "0.1.0", command: "")
        var row = SensitivityReport.Row(
            key: "workforce.bookable-share", meaning: "", unit: "share", value: 0.8, low: 0.6, high: 0.9, size: 5,
            deviation: 1)
        row.ends = (
            MeasureDifference(mean: 4, ci95: 3...5, correlation: 0.9),
            MeasureDifference(mean: -3, ci95: -4 ... -2, correlation: 0.9)
        )
        report.rows = [row]
        report.runs = (all: 100, paths: 2, atEnds: 8, rows: 0)
        report.refused = refused
        return report
    }

    @Test func whatItHangsOnIsNamedWithItsEnds() throws {
        let words = SensitivityWords.summary(try report(refused: 0))
        #expect(
            words.contains("hangs most on workforce.bookable-share: between 0.6 and 0.9 it moves from 24"), "\(words)")
        #expect(!words.contains("cannot have together"))
    }

    @Test func runsThatCouldNotBeAreCounted() throws {
        let words = SensitivityWords.summary(try report(refused: 7))
        #expect(words.contains("7 of 100 runs asked for numbers that the scenario cannot have together"), "\(words)")
    }
}
