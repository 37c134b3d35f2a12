import CareModel
import ServiceSimulation
import Testing

@testable import ScenarioFiles

/// The list of keys is complete, and says of each what a reader needs.
@Suite struct KeyTests {
    @Test func everyKeySaysWhatItIs() {
        let all = ScenarioKeys.all
        #expect(all.count >= 170)
        #expect(Set(all.map(\.pattern)).count == all.count, "a key is listed twice")
        for key in all {
            #expect(!key.meaning.isEmpty && key.meaning.hasSuffix("."), "\(key.pattern) has no meaning")
            #expect(!key.rangeText.isEmpty, "\(key.pattern) has no range")
            #expect(!key.defaultText.isEmpty, "\(key.pattern) has no default")
            let mayHaveNone = key.isRequired || Self.optional.contains(key.pattern)
            #expect(key.defaultText != "none" || mayHaveNone, "\(key.pattern)")
            for rule in key.rules {
                let parts = rule.split(separator: "-")
                let isRule = parts.count == 2 && Self.lastRule[String(parts[0])] ?? 0 >= Int(parts[1]) ?? .max
                #expect(isRule, "\(key.pattern): \(rule) is no rule")
            }
        }
    }

    private static let optional = ["extends", "levers[].when.measure", "levers[].when.above"]
    /// The last number of each family of rules.
    private static let lastRule = [
        "RF": 15, "FA": 8, "KT": 11, "TX": 15, "AT": 11, "ST": 9, "CL": 18, "PO": 10, "PR": 4, "EQ": 5, "KP": 13,
        "BK": 12,
    ]

    @Test(arguments: [
        ("attendance.did-not-attend-first", "share", "0.096", "0 to 1", ValueSource.published, ["AT-9", "AT-1"]),
        ("teams[].staff[].wte", "number", "1", "above 0, up to 1", .assumed, ["CL-1"]),
        (
            "teams[].referrals.months", "list", "published", "published, or a list of 12 months, each 0 to 10",
            .published,
            ["RF-2"]
        ),
        ("starts", "date", "none", "a Monday as YYYY-MM-DD", .assumed, ["KP-1"]),
        ("diary.booking-round", "time of day", "\"08:30\"", "HH:MM from 06:00 to 22:00", .assumed, ["RF-10"]),
    ])
    func someKeysInFull(
        pattern: String, kind: String, text: String, range: String, source: ValueSource, rules: [String]
    ) throws {
        let key = try #require(ScenarioKeys.all.first { $0.pattern == pattern })
        #expect(key.kind == kind)
        #expect(key.defaultText == text)
        #expect(key.rangeText == range)
        #expect(key.source == source)
        #expect(key.rules == rules)
    }

    @Test func keysAreFoundByTextAndByRule() {
        #expect(ScenarioKeys.matching("did-not-attend").count == 3)
        #expect(ScenarioKeys.matching("KT-7").map(\.pattern).contains("waiting.shape"))
        #expect(ScenarioKeys.matching("").count == ScenarioKeys.all.count)
    }

    @Test func everyFieldIsReachedByAKey() throws {
        // People at step 3+ are treated at step 3: what they need is said there alone (ST-4).
        try expectReach(PracticeKeys.all, Practice(), except: ["low.neededSessionsPlus"])
        try expectReach(TeamKeys.own, TeamScenario(), except: ["staff", "practice"])
        // What befalls members of a group stands in staff-changes.
        try expectReach(StaffKeys.table.keys, StaffInput(), except: ["changes"])
        // What a database says of who and what is there has no key, nor what a part has of the whole.
        let elsewhere = ["teams", "levers", "presentPosts", "hiredPosts", "presentRooms", "diaryDaysOfWhole"]
        try expectReach(ServiceKeys.table.keys, ServiceScenario(), except: elsewhere)
    }

    /// Sets each key to its samples, and expects each to change a field and each field to be changed by some key.
    private func expectReach<Root>(_ keys: [Key<Root>], _ defaults: Root, except: [String] = []) throws {
        let fields = leaves(defaults)
        var reached: Set<String> = []
        for key in keys {
            var changed: Set<String> = []
            for sample in key.facts.samples {
                var root = defaults
                try set(key, sample, in: &root)
                let now = leaves(root)
                changed.formUnion(Set(fields.keys).union(now.keys).filter { fields[$0] != now[$0] })
            }
            #expect(!changed.isEmpty, "\(key.path) changes nothing")
            reached.formUnion(changed)
        }
        for field in fields.keys.sorted() where !except.contains(where: { field == $0 || field.hasPrefix($0 + ".") }) {
            let isReached = reached.contains(field)
            #expect(isReached, "no key reaches \(field)")
        }
    }

    private func set<Root>(_ key: Key<Root>, _ text: String, in root: inout Root) throws {
        var reader = ScenarioTree(file: "sample")
        let read = reader.read(text)
        let node = try #require(read)
        var faults: [ValueFault] = []
        let change = key.change(node, &faults)
        let isSound = faults.allSatisfy { $0.isWarning }
        #expect(isSound, "\(key.path): \(text) is not allowed: \(faults)")
        let applied = try #require(change)
        applied(&root)
    }

    /// Every field below a value, by path, with its text.
    private func leaves(_ value: Any, _ path: String = "") -> [String: String] {
        let mirror = Mirror(reflecting: value)
        let isLeaf = mirror.displayStyle != .struct || value is CivilDay
        if isLeaf { return [path: "\(value)"] }
        var all: [String: String] = [:]
        for child in mirror.children {
            let name = (path.isEmpty ? "" : path + ".") + (child.label ?? "?")
            all.merge(leaves(child.value, name)) { $1 }
        }
        return all
    }

    @Test func defaultsReadBackAsThemselves() throws {
        try expectRoundTrip(PracticeKeys.all, Practice())
        try expectRoundTrip(TeamKeys.own, TeamScenario())
        try expectRoundTrip(ServiceKeys.table.keys, ServiceScenario())
    }

    private func expectRoundTrip<Root>(_ keys: [Key<Root>], _ defaults: Root) throws {
        var root = defaults
        let absent = ["any day", "from the start", "nothing"]
        for key in keys {
            guard let text = key.text(defaults), !absent.contains(text) else { continue }
            try set(key, text, in: &root)
        }
        let (before, after) = (leaves(defaults), leaves(root))
        for field in before.keys { #expect(before[field] == after[field], "\(field)") }
    }
}
