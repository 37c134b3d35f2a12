import Foundation
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
                if Self.reason(moved.pattern) != nil { break }
            }
            let reason = Self.reason(moved.pattern)
            switch (found, reason) {
            case (nil, nil): Issue.record("\(moved.pattern) does nothing: \(moved.from) → \(moved.to.map(\.value))")
            case (_?, _?): Issue.record("\(moved.pattern) does something: it leaves the list of those that do nothing")
            case (nil, let reason?):
                RuleEvidence.record(moved, to: "any", effect: "nothing that happens: " + reason.words)
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

    /// Why a key may change nothing that happens in the small service. A key that nothing reads has no reason here: it
    /// acts, or it goes to `FormerKeys`.
    private enum Reason {
        /// It names something, for sentences, tables and files.
        case names
        /// It says of the scenario how far to trust it.
        case said
        /// A report holds a measure against it.
        case reported
        /// The booking service asks for it, by this rule, which a test there names.
        case desk(String)
        /// Only one value can be said.
        case oneValue(String)
        /// It says what happens anyway, by this rule.
        case asItIs(String)
        /// It takes more than the small service has; this test switches it.
        case elsewhere(String)

        var words: String {
            switch self {
            case .names: "a name, or a heading"
            case .said: "a warning of how near a fit is, or what a forecast of it may promise"
            case .reported: "a share that a report holds a measure against"
            case .desk(let rule): "asked by the booking service (\(rule)): simulated people give no occasion for it"
            case .oneValue(let why), .asItIs(let why): why
            case .elsewhere(let test): "the small service has one team; \(test) switches it"
            }
        }
    }

    /// Why a key may change nothing; nil if it may not. What may be promised is a section for each published figure.
    private static func reason(_ pattern: String) -> Reason? {
        pattern.hasPrefix("teams[].trusted.") ? .said : idle[pattern]
    }

    /// Keys that change nothing that happens, with the reason.
    private static let idle: [String: Reason] = [
        "case-management.no-contact-days": .desk("CL-16"), "safeguards.discharge-agreed": .desk("ST-8"),
        "name": .names, "title": .names, "teams[].title": .names, "levers[].name": .names,
        "teams[].fit.verdict": .said, "teams[].fit.doubtful": .said, "teams[].fit.does-not-hold": .said,
        "standards.national-first-share": .reported, "standards.national-second-share": .reported,
        "standards.second-treatment-limit-share": .reported,
        "levers[].teams": .elsewhere("RuleEffectTests.leversKeepTheirDates"),
        "low-intensity.modalities": .oneValue("there is one therapy at step 2"),
        "teams[].referrals.matrix.chronicity": .asItIs("high chronicity stays in this service, as the matrix says"),
    ]

    @Test("What only the booking service asks for has a test there that names its rule")
    func theDeskAsks() throws {
        let tests = try Self.texts(below: "BookingServiceTests")
        for (pattern, reason) in Self.idle.sorted(by: { $0.key < $1.key }) {
            guard case .desk(let rule) = reason else { continue }
            #expect(MovedKey.all.contains { $0.pattern == pattern && $0.rules.contains(rule) }, "\(pattern): \(rule)")
            #expect(tests.contains { $0.contains("\(rule))") }, "no test at the desk names \(rule)")
        }
    }

    private static func texts(below folder: String) throws -> [String] {
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../\(folder)")
        return try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
    }
}

extension RuleEvidence {
    fileprivate static func record(_ moved: MovedKey, to: String, effect: String) {
        record(SwitchedKey(moved.pattern, from: moved.from, to: to), rules: moved.rules, effect: effect)
    }
}
