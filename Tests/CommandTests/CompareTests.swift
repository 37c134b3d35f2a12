import Foundation
import TestSupport
import Testing

/// `stepcare compare`: the same luck in every scenario, so that what differs is the scenario.
@Suite struct CompareTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private struct Row {
        let measure: String
        let team: String?
        let means: [Double?]
        let differences: [(mean: Double, low: Double, high: Double)?]
    }

    private func compare(_ arguments: String...) throws -> (manifest: [String: Any], rows: [Row]) {
        let all = ["compare"] + arguments + ["--replications", "6", "--weeks", "20", "--format", "json"]
        let outcome = try workspace.start(Workspace.program, all).outcome()
        try #require(outcome.code == 0, "\(outcome.err)")
        let document = try #require(JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
        let rows = try #require(document["measures"] as? [[String: Any]]).map { row in
            Row(
                measure: row["measure"] as? String ?? "", team: (row["group"] as? [String: String])?["team"],
                means: (row["means"] as? [Any] ?? []).map { $0 as? Double },
                differences: (row["differences"] as? [Any] ?? []).map { item in
                    guard let found = item as? [String: Any], let ends = found["ci95"] as? [Double] else { return nil }
                    return (found["mean"] as? Double ?? .nan, ends[0], ends[1])
                })
        }
        return (try #require(document["manifest"] as? [String: Any]), rows)
    }

    private func row(_ measure: String, _ rows: [Row]) throws -> Row {
        try #require(rows.first { $0.measure == measure && $0.team == nil })
    }

    @Test func aScenarioDoesNotDifferFromItself() throws {
        let (manifest, rows) = try compare("service.yaml", "service.yaml")
        #expect(manifest["same_first_days"] as? Bool == true)
        let names = (manifest["scenarios"] as? [[String: String]])?.compactMap { $0["name"] } ?? []
        #expect(Set(names).count == 2, "\(names)")
        for row in rows {
            #expect(row.means[0] == row.means[1], "\(row.measure)")
            if let difference = row.differences[0] {
                #expect(difference.mean == 0 && difference.low == 0 && difference.high == 0, "\(row.measure)")
            }
        }
    }

    @Test func aVariantDiffersWhereItShould() throws {
        let (_, rows) = try compare("service.yaml", "--variant", "more:teams.north.referrals.per-week=60")
        let referrals = try row("referrals", rows)
        let difference = try #require(referrals.differences[0])
        #expect(difference.low > 0 && difference.low <= difference.mean && difference.mean <= difference.high)
        let (base, more) = (try #require(referrals.means[0]), try #require(referrals.means[1]))
        #expect(abs(more - base - difference.mean) < 1e-6)
    }

    private static func team(_ name: String, _ pwps: String, _ rest: String = "") -> String {
        """
          - name: \(name)
            referrals: { per-week: \(name == "alpha" ? 16 : 11), age-bands: { 26-64: 1 } }
            staff:
              - { role: pwp, \(pwps) }
        \(rest)      - { role: hit, count: 3, modalities: [cbt, emdr, counselling, ipt, dit, couple-therapy] }

        """
    }

    private func write(_ file: String, _ teams: [String], _ more: String = "weeks: 20") throws {
        try workspace.write(
            file,
            """
            name: \(file.split(separator: ".")[0])
            starts: 2026-11-23
            \(more)
            start: { warm-up-weeks: 52, first-days: 2 }
            teams:
            \(teams.joined())
            """)
    }

    /// Each change of alpha's staff, with alpha before and after beta: of beta every number is that of before.
    @Test(arguments: ["count=5", "count=3", "wte=0.6", "caseload=3"], [false, true])
    func aChangeOfOneTeamIsNoneOfTheOther(change: String, isLast: Bool) throws {
        let teams = [Self.team("alpha", "count: 4"), Self.team("beta", "count: 3")]
        try write("two.yaml", isLast ? teams.reversed() : teams)
        let (manifest, rows) = try compare("two.yaml", "--variant", "other:teams.alpha.staff.pwp.\(change)")
        #expect(manifest["same_first_days"] as? Bool == true)
        for row in rows where row.team == "beta" {
            #expect(row.means[0] == row.means[1], "\(row.measure)")
        }
        #expect(rows.contains { $0.team == "alpha" && $0.means[0] != $0.means[1] })
    }

    private func said(_ arguments: String...) throws -> (out: String, err: String) {
        let outcome = try workspace.start(
            Workspace.program, ["compare"] + arguments + ["--replications", "4"]
        ).outcome()
        try #require(outcome.code == 0, "\(outcome.err)")
        return (outcome.out, outcome.err)
    }

    /// The same service in another order, or with staff who come when all is over, is the same.
    @Test func theOrderOfWritingIsNoMatter() throws {
        let (alpha, beta) = (Self.team("alpha", "count: 4"), Self.team("beta", "count: 3"))
        try write("two.yaml", [alpha, beta])
        try write("swapped.yaml", [beta, alpha])
        try write(
            "late.yaml", [Self.team("alpha", "count: 4", "      - { role: pwp, count: 3, from: 2027-09-06 }\n"), beta])
        #expect(
            try said("two.yaml", "swapped.yaml").out.contains("\nswapped: nothing changes; every run is the same.\n"))
        #expect(try said("two.yaml", "late.yaml").out.contains("\nlate: nothing changes; every run is the same.\n"))
    }

    /// Scenarios of other lengths, of other days and of other teams are compared as far as they can be, and it is said.
    @Test func scenariosThatAreNotAlike() throws {
        let (alpha, beta) = (Self.team("alpha", "count: 4"), Self.team("beta", "count: 3"))
        try write("two.yaml", [alpha, beta])
        try write("longer.yaml", [alpha, beta], "weeks: 30")
        let longer = try said("two.yaml", "longer.yaml")
        #expect(longer.out.contains("\nlonger: nothing changes; every run is the same.\n"))
        #expect(longer.err.contains("All are compared over 20 weeks, as two says."))
        #expect(try said("two.yaml", "--variant", "short:weeks=3").out.contains("short: nothing changes"))
        let later = try said("two.yaml", "--variant", "later:starts=2027-01-04", "--weeks", "6")
        #expect(later.err.contains("later begins on Monday 4 January 2027, two on Monday 23 November 2026"))
        try write("three.yaml", [Self.team("gamma", "count: 2"), alpha, beta])
        try write("one.yaml", [beta])
        let three = try said("two.yaml", "three.yaml", "one.yaml", "--weeks", "6")
        #expect(three.err.contains("two has no team gamma") && three.err.contains("one has no team alpha"))
        try write("none.yaml", [Self.team("gamma", "count: 2")])
        #expect(try said("two.yaml", "none.yaml", "--weeks", "6").err.contains("none has no team alpha, beta"))
    }

    @Test func whatIsComparedMustBeClear() throws {
        let alone = try workspace.start(Workspace.program, ["compare", "service.yaml"]).outcome()
        #expect(alone.code == 64 && alone.err.contains("--variant"))
        let faulty = try workspace.start(
            Workspace.program, ["compare", "service.yaml", "--variant", "x:weeks=none"]
        ).outcome()
        #expect(faulty.code == 65 && faulty.err.contains("weeks"))
        let malformed = try workspace.start(
            Workspace.program, ["compare", "service.yaml", "--variant", "nothing"]
        ).outcome()
        #expect(malformed.code == 64)
    }
}
