import RuleEvidence
import ServiceSimulation
import Testing

@testable import ScenarioFiles

/// No setting does nothing: moved alone, where its rule is on, each changes a measure or the record of a small service.
@Suite struct KeyActsTests {
    @Test("Each key, moved alone, changes something, or it is listed with the reason", arguments: 0..<4)
    func eachKeyActs(part: Int) throws {
        var usual: [String: MovedOutcome] = [:]  // lookup only
        func base(_ set: [(key: String, value: String)], weeks: Int) throws -> MovedOutcome {
            let name = "\(set) \(weeks)"
            if let known = usual[name] { return known }
            let made = try #require(MovedOutcome(set, weeks: weeks), "\(set) is refused")
            usual[name] = made
            return made
        }
        for (number, moved) in MovedKey.all.enumerated() where number % 4 == part {
            var found: (to: String, change: String)?
            for weeks in [5, 40] where found == nil {
                let before = try base(moved.given + moved.before, weeks: weeks)
                for (key, value) in moved.to.prefix(6) {
                    guard let after = MovedOutcome(moved.given + [(key, value)], weeks: weeks), after != before else {
                        continue
                    }
                    found = (value, before.change(to: after))
                    break
                }
                if Self.idle[moved.pattern] != nil { break }
            }
            let reason = Self.idle[moved.pattern]
            switch (found, reason) {
            case (nil, nil): Issue.record("\(moved.pattern) does nothing: \(moved.from) → \(moved.to.map(\.value))")
            case (_?, _?): Issue.record("\(moved.pattern) does something: it leaves the list of those that do nothing")
            case (nil, let reason?): RuleEvidence.record(moved, to: "any", effect: "nothing that happens: " + reason)
            case (let found?, nil): RuleEvidence.record(moved, to: found.to, effect: found.change)
            }
        }
    }

    @Test("What is listed as doing nothing is a key")
    func theListNamesKeys() {
        for pattern in Self.idle.keys.sorted() {
            let isKey = MovedKey.all.contains { $0.pattern == pattern }
            #expect(isKey, "\(pattern) is no key")
        }
    }

    @Test("Every key that carries out a rule is moved")
    func everyKeyIsMoved() {
        let moved = Set(MovedKey.all.map(\.pattern))
        let left = ScenarioKeys.all.filter { !$0.rules.isEmpty && !moved.contains($0.pattern) }.map(\.pattern)
        #expect(left == [])
    }

    /// Keys that change nothing that happens, with the reason.
    private static let idle: [String: String] = [
        "case-management.no-contact-days": "only the desk's list of cases asks: simulated people are always booked for",
        "name": "a name for files and tables",
        "title": "a heading",
        "safeguards.discharge-agreed": "asked by the booking service, of whoever ends an episode",
        "teams[].title": "a heading",
        "standards.national-first-share": "a share that a report holds a measure against",
        "standards.national-second-share": "a share that a report holds a measure against",
        "standards.second-treatment-limit-share": "a share that a report holds a measure against",
        "levers[].name": "a name for tables and sentences",
        "levers[].teams": "the small service has one team; RuleEffectTests.leversKeepTheirDates switches it",
        "low-intensity.modalities": "there is one therapy at step 2",
        "teams[].referrals.matrix.chronicity": "high chronicity stays in this service, as the matrix says",
        "first-appointments.thresholds.lowest": "nothing reads it: whoever is below it is at step 2 too",
        "low-intensity.needed-sessions-plus": "nothing reads it: people at step 3+ are treated at step 3",
        "teams[].extended-hours.from": "nothing reads it: long days run into the evening, none begins early",
        "workforce.handover-minutes": "nothing reads it: a handover takes no time from diaries",
    ]
}

extension RuleEvidence {
    fileprivate static func record(_ moved: MovedKey, to: String, effect: String) {
        record(SwitchedKey(moved.pattern, from: moved.from, to: to), rules: moved.rules, effect: effect)
    }
}
