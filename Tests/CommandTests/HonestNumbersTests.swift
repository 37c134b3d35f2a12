import Foundation
import TestSupport
import Testing

/// Numbers that a forecast prints are possible, no surer than its runs, and named by the limits in force.
@Suite struct HonestNumbersTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    /// What a forecast of the small service writes.
    private func forecast(_ arguments: String...) throws -> (out: String, read: (String) throws -> String) {
        let all = ["forecast", "service.yaml", "--output", "out"] + arguments
        let outcome = try workspace.start(Workspace.program, all).outcome()
        try #require(outcome.code == 0, "\(outcome.err)")
        return (outcome.out, { try workspace.read("out/" + $0) })
    }

    @Test func aSingleRunHasNoIntervalNoChanceAndNoVerdict() throws {
        let (out, read) = try forecast("--replications", "1")
        #expect(out.contains("(–)"))
        let texts = [out, try read("summary.txt"), try read("report.html")]
        for text in texts {
            for word in ["almost certain", "chance of any", "chance that", "> 19", "≥ 9", "(standard 75, "] {
                #expect(!text.contains(word) || text.contains("<html"), "\(word)")
            }
            #expect(!text.contains("class=\"verdict"))
        }
        #expect(!out.split(separator: "\n").contains { $0.hasSuffix(" meets") || $0.hasSuffix(" misses") })
        let measures = try CSVTable(try read("measures.csv"))
        let mean = try #require(measures.heading.firstIndex(of: "mean"))
        let names = ["ci95_low", "ci95_high", "p05", "p95"]
        let columns = names.compactMap { measures.heading.firstIndex(of: $0) }
        #expect(columns.count == 4 && measures.rows.count > 20)
        #expect(measures.rows.allSatisfy { row in columns.allSatisfy { row[$0].isEmpty } && !row[mean].isEmpty })
        let weekly = try CSVTable(try read("weekly.csv"))
        let chance = try #require(weekly.heading.firstIndex(of: "probability_any"))
        #expect(weekly.rows.allSatisfy { $0[chance].isEmpty })
        let json = try read("forecast.json")
        #expect(json.contains("\"ci95\":null") && !json.contains("\"ci95\":["))
    }

    @Test(arguments: [2, 5, 18]) func fewRunsShowLittle(runs: Int) throws {
        let (out, read) = try forecast("--replications", "\(runs)")
        for text in [out, try read("summary.txt")] {
            #expect(!text.contains("almost certain") && !text.contains("19 in 20"))
            let lines = text.split(separator: "\n")
            #expect(!lines.contains { $0.hasSuffix(" meets") || $0.hasSuffix(" misses") || $0.contains(", met)") })
        }
        #expect(out.contains(" of \(runs)"))
    }

    /// Two or three runs of a service that sees few people: the widest intervals there are.
    @Test func intervalsStayWithinWhatIsPossible() throws {
        for runs in ["2", "9"] {
            let (_, read) = try forecast("--replications", runs, "--set", "teams.north.referrals.per-week=3")
            let table = try CSVTable(try read("measures.csv"))
            let places = try ["unit", "measure", "mean", "ci95_low", "ci95_high"].map {
                try #require(table.heading.firstIndex(of: $0))
            }
            var wide = 0
            for row in table.rows {
                guard let mean = Double(row[places[2]]), let low = Double(row[places[3]]),
                    let high = Double(row[places[4]])
                else { continue }
                #expect(low >= 0 && low <= mean && mean <= high, "\(row)")
                let isRate = ["access-rate", "leavers-a-year-share"].contains(row[places[1]])
                #expect(row[places[0]] != "share" || isRate || high <= 1, "\(row)")
                wide += high - low > mean ? 1 : 0
            }
            #expect(wide > 5)
        }
        let compared = try workspace.stepcare(
            "compare", "service.yaml", "--variant", "other:teams.north.referrals.per-week=60", "--replications", "2",
            "--format", "csv")
        let table = try CSVTable(compared.out)
        let low = try #require(table.heading.firstIndex(of: "ci95_low"))
        let shares = table.rows.filter { $0[1] == "share" && $0[0] != "access-rate" && !$0[low].isEmpty }
        #expect(shares.count > 5)
        #expect(shares.allSatisfy { (Double($0[low]) ?? -9) >= -1 && (Double($0[low + 1]) ?? 9) <= 1 })
    }

    @Test func limitsAreNamedByTheirValue() throws {
        let values = [
            "first-appointment-days": 21, "national-first-days": 35, "national-second-days": 100,
            "second-treatment-days": 15, "second-treatment-limit-days": 60, "perinatal-assessment-days": 10,
            "perinatal-treatment-days": 20,
        ].sorted { $0.key < $1.key }.flatMap { ["--set", "standards.\($0.key)=\($0.value)"] }
        let all = ["forecast", "service.yaml", "--output", "out", "--replications", "2"] + values
        let outcome = try workspace.start(Workspace.program, all).outcome()
        try #require(outcome.code == 0, "\(outcome.err)")
        let measures = try workspace.read("out/measures.csv")
        for name in [
            "first-appointment-within-21-days", "first-appointment-within-35-days", "first-appointment-breaches-100",
            "second-treatment-within-15-days", "second-treatment-over-60-days", "first-treatment-within-100-days",
        ] {
            #expect(measures.contains(name + ","), "\(name)")
        }
        #expect(
            try workspace.read("out/waiting-list.csv").hasPrefix(
                "team,queue,step,modality,people,mean_days,longest_days,over_promise,over_national_first,"
                    + "over_national_second,promise_days,national_first_days,national_second_days\r\n"))
        #expect(try workspace.read("out/waiting-list.csv").contains(",21,35,100\r\n"))
        let report = try workspace.read("out/report.html")
        let told = report.components(separatedBy: "id=\"assumptions\"")[0].components(separatedBy: "<main>").last ?? ""
        for text in [measures, outcome.out, try workspace.read("out/summary.txt"), told] {
            let old = text.matches(
                of: /\b(?:28|42|126|90)[ -]days?\b|(?:within|after|over|beyond|breaches)[ -](?:28|42|126|90|14)\b/)
            #expect(old.isEmpty, "\(old.map(\.output))")
        }
    }

    @Test func theListOfTheFirstDayIsOneNumber() throws {
        let (out, read) = try forecast("--replications", "8")
        let list = try CSVTable(try read("waiting-list.csv"))
        let waiting = list.rows.filter { $0[1] == "first-appointment" }.compactMap { Int($0[4]) }.reduce(0, +)
        #expect(waiting > 0)
        #expect(try read("summary.txt").contains("Waiting on that day: \(waiting) "))
        #expect(try read("report.html").contains("\(waiting) people"))
        let line = try #require(out.split(separator: "\n").first { $0.contains("  A first appointment ") })
        #expect(line.contains(" \(waiting) → "), "\(line)")
    }

    @Test func twoScenariosOfOtherLimitsAreComparedAtTheDaysOfEach() throws {
        let outcome = try workspace.stepcare(
            "compare", "service.yaml", "--variant", "sooner:standards.first-appointment-days=21", "--replications", "3",
            "--format", "csv")
        #expect(outcome.code == 0, "\(outcome.err)")
        let table = try CSVTable(outcome.out)
        let scenario = try #require(table.heading.firstIndex(of: "scenario"))
        for (days, who) in [(28, "small"), (21, "sooner")] {
            let rows = table.rows.filter { $0[0] == "first-appointment-within-\(days)-days" && $0[2] == "total" }
            #expect(rows.count == 2)
            for row in rows { #expect(row[scenario + 1].isEmpty == (row[scenario] != who), "\(row)") }
        }
    }
}
