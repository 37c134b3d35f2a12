import CareModel
import Statistics
import Testing

@testable import Reporting

/// A service that sees hardly anybody is not called better.
@Suite struct ComparisonWordsTests {
    /// A comparison of the measures given: base, other.
    private func report(
        _ rows: [(measure: String, unit: String, base: Double, other: Double)]
    ) -> ComparisonReport {
        var report = ComparisonReport(
            scenarios: [
                ComparedScenario(name: "now", title: "Now", sha256: "a"),
                ComparedScenario(
                    name: "cut", title: "Now", sha256: "b",
                    changes: [RunChange(key: "teams.north.staff.pwp.count", value: "1")]),
            ], seed: 1, replications: 10, weeks: 2, starts: SmallForecast.monday, version: "0.1.0",
            sharesFirstDays: true, teams: [TeamName(name: "north", title: "North")], command: "stepcare compare a.yaml")
        report.rows = rows.map { row in
            let mean = row.other - row.base
            let width = 0.1 * abs(mean)
            return ComparisonRow(
                measure: row.measure, unit: row.unit, group: MeasureGroup(), means: [row.base, row.other],
                differences: [MeasureDifference(mean: mean, ci95: (mean - width)...(mean + width), correlation: 0.5)])
        }
        report.weekly = [
            ComparisonWeeks(
                measure: "waiting-first-appointment", group: MeasureGroup(), means: [[100, 110], [100, 200]])
        ]
        return report
    }

    private let shorter = ("first-appointment-wait-mean", "days", 40.0, 20.0)

    @Test(arguments: [
        (RunsToTell.runs(240), "About 240 runs of each would tell whether the wait for a first appointment differs"),
        (.runs(20_000), "it takes more than 10,000 runs of each to tell"),
        (.never, "More runs of this list would not tell"), (.told, ""),
    ])
    func howManyRunsWouldTell(_ runs: RunsToTell, _ words: String) {
        var report = report([shorter])
        report.rows[0].differences = [
            MeasureDifference(mean: -1, ci95: -3...1, correlation: 0.5, runsToTell: runs)
        ]
        let summary = ComparisonWords.summary(report)
        #expect(words.isEmpty ? !summary.contains("runs") : summary.contains(words), "\(summary)")
    }

    @Test func aShorterWaitAlone() {
        let words = ComparisonWords.summary(report([shorter]))
        #expect(words.hasPrefix("cut: the wait for a first appointment is 20.0 days shorter (18.0 to 22.0)."))
    }

    /// Each alone is enough to speak against it.
    @Test(arguments: [
        (("waiting-first-appointment-at-end", "people", 100.0, 900.0), "800 more wait for one at the end"),
        (("first-appointments", "people", 900.0, 100.0), "800 fewer were seen"),
        (("first-appointment-breaches-28", "people", 100.0, 700.0), "600 more pass 28 days"),
        (("first-appointment-breaches-35", "people", 100.0, 700.0), "600 more pass 35 days"),
    ])
    func aShorterWaitOfFewer(against: (String, String, Double, Double), words: String) {
        let report = report([shorter, ("referrals", "people", 1000, 1000), against])
        let text = ComparisonWords.summary(report)
        #expect(
            text.hasPrefix(
                "cut: of those who were seen, the wait for a first appointment is 20.0 days shorter (18.0 to 22.0), "
                    + "but \(words): not a gain"), "\(text)")
        let table = ComparisonTable.text(report)
        #expect(table.contains("†") && table.contains(ComparisonTable.footnote))
    }

    /// Every joint between two pieces of news follows their signs: the wait by what speaks against it, and each pair
    /// of lists and of promises.
    @Test(arguments: [0.0, 20, 60], [100.0, 900, 20]) func jointsFollowTheSigns(_ wait: Double, _ queue: Double) {
        for other in [100.0, 900, 20] {
            let text = ComparisonWords.summary(
                report([
                    ("first-appointment-wait-mean", "days", 40, wait == 0 ? 40 : wait),
                    ("waiting-first-appointment-at-end", "people", 100, queue),
                    ("waiting-treatment-low-at-end", "people", 100, other),
                    ("first-appointment-breaches-28", "people", 100, queue),
                    ("first-appointment-breaches-42", "people", 100, other),
                ]))
            let objects = queue > 100 || other > 100
            if objects {
                let joint = wait == 60 ? "(18.0 to 22.0) and " : wait == 20 ? "(18.0 to 22.0), but " : "differ, but "
                #expect(text.contains(joint), "\(text)")
            } else {
                #expect(!text.contains("of those who were seen"), "\(text)")
            }
            #expect(text.contains("not a gain") == (objects && wait == 20), "\(text)")
            let isMixed = queue != 100 && other != 100 && (queue > 100) != (other > 100)
            for end in text.split(separator: ". ").dropFirst() {
                #expect(end.contains(", but ") == isMixed, "\(end)")
            }
        }
    }

    /// Fewer are seen because fewer are referred: the wait is truly shorter.
    @Test func fewerReferrals() {
        let words = ComparisonWords.summary(
            report([shorter, ("referrals", "people", 1000, 800), ("first-appointments", "people", 900, 730)]))
        #expect(!words.contains("not a gain"), "\(words)")
    }

    /// Fewer are stepped up only because fewer are seen before: no gain.
    @Test func fewerComeSoFar() {
        let words = ComparisonWords.summary(
            report([
                ("step-up-wait-mean", "days", 20, 12), ("referrals", "people", 1000, 1000),
                ("step-ups", "people", 100, 50), ("step-up-first-sessions", "people", 90, 45),
            ]))
        #expect(words.contains("8.0 days shorter (7.2 to 8.8), but 45 fewer were seen: not a gain"), "\(words)")
    }

    @Test func queuesAndThosePastTheDay() {
        let words = ComparisonWords.summary(
            report([
                shorter, ("waiting-first-appointment-at-end", "people", 500, 1300),
                ("waiting-treatment-low-at-end", "people", 20, 20),
                ("first-appointment-breaches-126", "people", 10, 90),
            ]))
        #expect(
            words.contains(
                "At the end 1,300 people wait for a first appointment, 800 more; the other list does not "
                    + "clearly differ. Without a first appointment 90 pass 126 days, 80 more."), "\(words)")
    }

    @Test func theChangesAndTheCommandAreTold() {
        let report = report([shorter])
        let change = "teams.north.staff.pwp.count=1"
        #expect(ComparisonTable.text(report).contains("cut: Now, with \(change)"))
        #expect(ComparisonJSON.document(report).contains("\"changes\":\"\(change)\""))
        #expect(ComparisonJSON.document(report).contains("\"command\":\"stepcare compare a.yaml\""))
        #expect(ComparisonCSV.measures(report).text.contains(",\(change)\r\n"))
        let page = ComparisonHTML.page(report, chartScript: ReportHTMLTests.library)
        #expect(page.contains(change) && page.contains("stepcare compare a.yaml"))
        #expect(ManifestFile.text(report, files: ["a.csv"]).contains("change,\(change)\r\n"))
    }

    @Test func thePageNestsAndHasChartsWithTables() {
        let scanner = TagScanner(ComparisonHTML.page(report([shorter]), chartScript: ReportHTMLTests.library))
        #expect(scanner.faults.isEmpty, "\(scanner.faults.prefix(5))")
        #expect(scanner.counts["canvas"] == 2)
        #expect(scanner.counts["h1"] == 1)
    }
}
