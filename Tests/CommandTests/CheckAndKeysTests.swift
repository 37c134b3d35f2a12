import TestSupport
import Testing

/// What `check` and `keys` print.
@Suite struct CheckAndKeysTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    @Test func aSoundScenario() throws {
        let outcome = try workspace.stepcare("check", "service.yaml")
        #expect(outcome.code == 0)
        #expect(outcome.err == "")
        let lines = outcome.out.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.dropLast(2) == [
                "A Small Service: nothing is wrong.",
                "  From Monday 23 November 2026, 6 weeks.",
                "  North: 20 referrals a week, 4 clinicians (4.0 WTE).",
            ])
        let counts = try #require(lines.dropLast().last)
        #expect(counts.contains(" numbers differ from the defaults (0 policy, 0 published, 1 measured, "))
        #expect(counts.hasSuffix(" are left at them."))
        #expect(lines.last == "")
    }

    @Test func aScenarioWithValuesFromTheCommandLine() throws {
        let outcome = try workspace.stepcare(
            "check", "service.yaml", "--set", "weeks=26", "--set", "teams.north.staff.pwp.count=5")
        #expect(outcome.code == 0)
        #expect(outcome.out.contains("\n  From Monday 23 November 2026, 26 weeks.\n"))
        #expect(outcome.out.contains("\n  North: 20 referrals a week, 7 clinicians (7.0 WTE).\n"))
    }

    @Test func everyKeyIsDescribed() throws {
        let outcome = try workspace.stepcare("keys")
        #expect(outcome.code == 0)
        #expect(outcome.err == "")
        #expect(outcome.out.hasSuffix("\n"))
        let lines = outcome.out.split(separator: "\n").map { String($0) }
        #expect(lines.count % 3 == 0)
        for first in stride(from: 0, to: lines.count, by: 3) {
            #expect(lines[first].wholeMatch(of: /[a-z][a-z0-9.\[\]<>*-]*/) != nil, "\(lines[first])")
            #expect(lines[first + 1].hasPrefix("    ") && lines[first + 1].hasSuffix("."), "\(lines[first + 1])")
            let facts = /\ {4}(required|default .+?);.* (policy|published|measured|assumed)(;( [A-Z]{2,3}-\d+)+)?/
            #expect(lines[first + 2].wholeMatch(of: facts) != nil, "\(lines[first + 2])")
        }
    }

    @Test func someKeys() throws {
        let one = try workspace.stepcare("keys", "start.origin")
        #expect(
            one.out == """
                start.origin
                    How the first day is made: by a warm-up, from empty or from the teams' lists where they have \
                any, or as those lists.
                    default warm-up; warm-up, list; assumed; KT-8

                """)
        let byRule = try workspace.stepcare("keys", "KT-8")
        #expect(byRule.out.contains(one.out))
        let all = try workspace.stepcare("keys")
        #expect(byRule.out.count < all.out.count)
    }

    @Test func noKey() throws {
        let outcome = try workspace.stepcare("keys", "nothing-like-it")
        #expect(outcome.code == 66)
        #expect(outcome.out == "")
        #expect(outcome.err == "No key matches 'nothing-like-it'. 'stepcare keys' lists them all.\n")
    }
}
