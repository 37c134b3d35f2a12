import Foundation
import TestSupport
import Testing

/// A forecast from a database with other staff than it has: by `--set`, or by a scenario that has hired or let go.
@Suite struct OtherStaffTodayTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try workspace.write("two.yaml", Self.scenario([Self.alpha(4), Self.beta]))
        let made = try workspace.service(["init", "two.yaml", "two.db"])
        #expect(made.code == 0, "\(made.err)")
    }

    private static func alpha(_ count: Int) -> String { team("alpha", "{ role: pwp, count: \(count) }") }
    private static let beta = team("beta", "{ role: pwp, count: 3 }")

    private static func team(_ name: String, _ staff: String) -> String {
        """
          - name: \(name)
            referrals: { per-week: 12, age-bands: { 26-64: 1 } }
            staff:
              - \(staff)
              - { role: hit, count: 3, modalities: [cbt, emdr, counselling, ipt, dit, couple-therapy] }

        """
    }

    private static func scenario(_ teams: [String]) -> String {
        """
        name: two
        starts: 2026-11-23
        weeks: 8
        start: { warm-up-weeks: 40, first-days: 1 }
        teams:
        \(teams.joined())
        """
    }

    /// The measures of each team, as text, and what was said.
    private func forecast(_ arguments: String...) throws -> (teams: [String: [String]], said: String) {
        let all = ["forecast"] + arguments + ["--from", "two.db", "--now", "2026-11-23T09:00", "--replications", "3"]
        let outcome = try workspace.start(Workspace.program, all + ["--format", "json"]).outcome()
        try #require(outcome.code == 0, "\(outcome.err)")
        let document = try #require(JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
        var teams: [String: [String]] = [:]
        for row in try #require(document["measures"] as? [[String: Any]]) {
            let group = row["group"] as? [String: Any] ?? [:]
            guard let team = group["team"] as? String else { continue }
            let others = group.filter { $0.key != "team" }.map { "\($0)=\($1)" }.sorted()
            let text = "\(row["measure"] ?? "") \(others) \(row["mean"] ?? "") \(row["ci95"] ?? "")"
            teams[team, default: []].append(text)
        }
        return (teams.mapValues { $0.sorted() }, outcome.err)
    }

    @Test(arguments: [(5, "the scenario has 1 more clinician "), (3, "no post for 3, who hands over today")])
    func moreAndFewer(count: Int, says: String) throws {
        let today = try forecast()
        let set = try forecast("--set", "teams.alpha.staff.pwp.count=\(count)")
        #expect(set.said.contains(says), "\(set.said)")
        #expect(today.teams["beta"] == set.teams["beta"] && today.teams["beta"]?.isEmpty == false)
        #expect(today.teams["alpha"] != set.teams["alpha"])
        // The same by a scenario, in another order.
        try workspace.write("other.yaml", Self.scenario([Self.beta, Self.alpha(count)]))
        let other = try forecast("other.yaml")
        #expect(other.said.contains(says), "\(other.said)")
        #expect(other.teams == set.teams)
    }

    /// Who leaves, joins or is away in a scenario does so in a forecast from a database that knows nothing of it.
    @Test(arguments: [
        "{ leaves: pwp 2, on: 2026-12-11 }", "{ joins: pwp, on: 2026-12-07, wte: 1.0 }",
        "{ away: pwp 1, from: 2026-12-07, until: 2027-01-15 }",
    ])
    func changesOfTheScenarioHappen(change: String) throws {
        let today = try forecast()
        let alpha = Self.alpha(4) + "    staff-changes:\n      - \(change)\n"
        try workspace.write("changed.yaml", Self.scenario([alpha, Self.beta]))
        let changed = try forecast("changed.yaml")
        #expect(today.teams["beta"] == changed.teams["beta"] && today.teams["beta"]?.isEmpty == false)
        #expect(today.teams["alpha"] != changed.teams["alpha"], "\(change)")
        guard change.contains("leaves") else { return }
        func handovers(_ teams: [String: [String]]) -> String? {
            teams["alpha"]?.first { $0.hasPrefix("handovers ") }
        }
        #expect(handovers(today.teams) != handovers(changed.teams))
    }

    @Test func theOrderOfTeamsIsNoMatter() throws {
        try workspace.write("swapped.yaml", Self.scenario([Self.beta, Self.alpha(4)]))
        #expect(try forecast("swapped.yaml").teams == forecast().teams)
    }

    @Test func teamsAreThoseOfTheDatabase() throws {
        try workspace.write(
            "other.yaml", Self.scenario([Self.alpha(4), Self.team("gamma", "{ role: pwp, count: 3 }")]))
        let outcome = try workspace.stepcare(
            "forecast", "other.yaml", "--from", "two.db", "--now", "2026-11-23T09:00", "--replications", "2")
        #expect(outcome.code == 65)
        #expect(outcome.err.contains("the database has no team gamma; the scenario has no team beta"))
    }
}
