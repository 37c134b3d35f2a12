import ScenarioFiles
import Testing

/// What a scenario says of the service, however it is written and whenever it is looked at.
@Suite struct SaidTests {
    private static let text = """
        name: small
        title: Small
        starts: 2026-12-07
        start: { origin: list }
        teams:
          - name: north
            title: North
            referrals: { per-week: 12, sources: { self: 0.8, gp: 0.2 }, months: published }
            staff: [{ role: pwp, count: 2 }, { role: hit, count: 1 }]
        """

    private static func said(_ changes: [(String, String)] = [], _ text: String = text) throws -> String {
        try ScenarioLoader.load(
            .text(text, name: "small.yaml"), changes: changes.map { ScenarioChange(key: $0.0, value: $0.1) }
        ).said
    }

    @Test(arguments: [
        ("title", "Another"), ("weeks", "9"), ("starts", "2026-12-14"), ("by-group", "true"), ("name", "other"),
        ("teams.north.title", "The North"), ("teams.north.referrals.per-week", "12.0"),
        ("teams.north.fit.verdict", "holds"), ("teams.north.trusted.from", "2026-12-01"),
        ("attendance.reminders", "true"), ("teams.north.attendance.reminders", "true"),
    ]) func itIsTheSame(key: String, value: String) throws {
        #expect(try Self.said([(key, value)]) == Self.said())
    }

    @Test(arguments: [
        ("teams.north.referrals.per-week", "12.5"), ("teams.north.staff.pwp.count", "3"),
        ("attendance.reminders", "false"), ("teams.north.attendance.reminders", "false"),
        ("standards.first-appointment-days", "20"), ("closed-days", "[2026-12-24]"),
        ("uncertainty.referrals", "0.1"), ("start.origin", "warm-up"),
    ]) func itIsAnother(key: String, value: String) throws {
        #expect(try Self.said([(key, value)]) != Self.said())
    }

    @Test func whoLeavesAndWhatALeverSetsAreSaid() throws {
        let leaver = "\n    staff-changes: [{ leaves: pwp 2, on: 2027-01-31 }]"
        let lever = "\nlevers:\n  - { name: surge, from: 2027-01-04, set: { attendance.reminders: false } }"
        let all = try [Self.text, Self.text + leaver, Self.text + lever, Self.text + leaver + lever].map {
            try Self.said([], $0)
        }
        #expect(Set(all).count == 4)
    }

    /// What is written reads back as what says the same.
    @Test func aDraftSaysWhatItsTextSays() throws {
        let loaded = try ScenarioLoader.load(.text(Self.text, name: "small.yaml"))
        let draft = ScenarioDraft(loaded.scenario)
        #expect(draft.said == loaded.said)
        #expect(try Self.said([], draft.text) == loaded.said)
    }
}
