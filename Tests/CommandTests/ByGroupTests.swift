import Foundation
import TestSupport
import Testing

/// `--by-group`: averages do not hide groups, and small numbers are not shared (EQ-1).
@Suite struct ByGroupTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func run(_ arguments: String...) throws -> String {
        let outcome = try workspace.start(Workspace.program, arguments).outcome()
        try #require(outcome.code == 0, "\(outcome.err)")
        return outcome.out
    }

    @Test func aForecastSplitsWhatIsCountedPersonByPerson() throws {
        let text = try run(
            "forecast", "service.yaml", "--by-group", "--replications", "3", "--weeks", "12", "--format", "json")
        let document = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let rows = try #require(document["measures"] as? [[String: Any]])
        func groups(_ measure: String, _ characteristic: String) -> [Double] {
            rows.compactMap { row in
                guard row["measure"] as? String == measure,
                    (row["group"] as? [String: String])?[characteristic] != nil
                else { return nil }
                return row["mean"] as? Double
            }
        }
        let whole = try #require(
            rows.first { $0["measure"] as? String == "referrals" && ($0["group"] as? [String: Any])?.isEmpty == true }?[
                "mean"] as? Double)
        let women = groups("referrals", "sex")
        #expect(women.count == 2 && abs(women.reduce(0, +) - whole) <= 10)
        for characteristic in [
            "sex", "age-band", "perinatal", "long-term-condition", "ethnicity", "deprivation", "veteran", "language",
            "accessibility-need",
        ] {
            let counts = groups("referrals", characteristic)
            #expect(!counts.isEmpty && counts.allSatisfy { $0 >= 5 && $0.remainder(dividingBy: 5) == 0 })
            #expect(!groups("first-appointment-wait-mean", characteristic).isEmpty, "\(characteristic)")
            #expect(!groups("entered-treatment", characteristic).isEmpty, "\(characteristic)")
        }
        // Recovery, access and waits have ranges (KP-12).
        for measure in ["recovery", "entered-treatment", "first-appointment-wait-mean"] {
            let row = try #require(
                rows.first { $0["measure"] as? String == measure && ($0["group"] as? [String: String])?["sex"] != nil },
                "\(measure)")
            #expect((row["ci95"] as? [Double])?.count == 2 && row["p05"] is Double && row["p95"] is Double)
        }
    }

    @Test func filesHaveTheColumnsOfGroupsAlways() throws {
        let plain = ["forecast", "service.yaml", "--replications", "2", "--weeks", "4", "--format", "csv"]
        let without = try workspace.start(Workspace.program, plain).outcome().out
        let with = try workspace.start(Workspace.program, plain + ["--by-group"]).outcome().out
        #expect(without.prefix(200).contains("reason,characteristic,value,mean") && !without.contains(",female,"))
        #expect(with.prefix(200).contains("reason,characteristic,value,mean"))
        #expect(with.contains("referrals,people,total,total,total,total,total,sex,female,"))
        #expect(with.contains("recovery,share,total,total,total,total,total,veteran,no,"))
    }

    @Test func comparisonsSplitToo() throws {
        let text = try run(
            "compare", "service.yaml", "--variant", "more:teams.north.referrals.per-week=60", "--by-group",
            "--replications", "3", "--weeks", "8", "--format", "csv")
        #expect(text.prefix(100).contains("team,characteristic,value,scenario"))
        #expect(text.contains("referrals,people,total,sex,female,more,"))
    }
}
