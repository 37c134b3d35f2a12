import Foundation
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
