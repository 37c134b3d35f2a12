import CareModel
import Foundation
import ServiceSimulation
import TestSupport
import Testing

@testable import ScenarioFiles

/// Every value that a key allows runs: each end of each range, and many pairs of them. A trap ends only the process
/// that ran the value, and the value is named.
@Suite struct EveryValueTests {
    @Test("Both ends of every key run, or are refused with a place", arguments: ActiveService.sections)
    func bothEnds(section: String) async {
        let result = await #expect(processExitsWith: .success) { [section] in
            for values in ActiveService.values where values.key.hasPrefix(section) {
                for text in values.texts { ActiveService.run([(values.key, text)], section) }
            }
        }
        ActiveService.report(result, section)
    }

    @Test("Pairs of such values run, or are refused with a place", arguments: 0..<6)
    func pairs(part: Int) async {
        let result = await #expect(processExitsWith: .success) { [part] in
            var random = SplitMix(seed: UInt64(part) + 1)
            for _ in 0..<60 {
                let pair = (0..<2).compactMap { _ in ActiveService.values.randomElement(using: &random) }
                ActiveService.run(pair.map { ($0.key, $0.texts.randomElement(using: &random) ?? "") }, "pairs-\(part)")
            }
        }
        ActiveService.report(result, "pairs-\(part)")
    }
}

extension EveryValueTests {
    @Test("Whatever is typed is read, or refused with the key, and never ends the program", arguments: 0..<2)
    func whateverIsTyped(part: Int) async {
        let result = await #expect(processExitsWith: .success) { [part] in
            for (number, key) in ActiveService.someOfEachKind.enumerated() where number % 2 == part {
                for text in ActiveService.strange { ActiveService.run([(key, text)], "strange-\(part)", weeks: 1) }
            }
        }
        ActiveService.report(result, "strange-\(part)")
    }
}

/// A tiny service in which every rule is switched on, so that each key acts.
enum ActiveService {
    /// The keys as `--set` names them, with the texts to try.
    static let values: [(key: String, texts: [String])] =
        texts(ServiceKeys.table.keys, "") + texts(PracticeKeys.all, "")
        + texts(TeamKeys.own, "teams.one.") + texts(StaffKeys.table.keys, "teams.one.staff.pwp.")
        + texts(StaffKeys.table.keys, "teams.one.staff.trainee-pwp.") + texts(LeverKeys.table.keys, "levers.surge.")
        + PracticeKeys.all.map { key in
            let path = key.path.joined(separator: ".")
            return ("levers.surge.set", tried(key.facts).map { "{ \(path): \($0) }" })
        }

    /// A key of each kind.
    static let someOfEachKind = [
        "weeks", "starts", "attendance.late", "by-group", "closed-days", "teams.one.name", "teams.one.title",
        "teams.one.referrals.sources", "teams.one.opening-hours.from", "teams.one.staff.pwp.modalities",
        "teams.one.staff.pwp.role", "teams.one.staff", "teams", "levers", "levers.surge.set", "teams.one", "groups",
        "teams.one.staff-changes", "start", "", ".", "teams.[99].name", "teams.one.staff[0].wte", "no.such.key",
    ]

    /// What nobody means.
    static let strange = [
        "", " ", "=", "-", "~", "NaN", "inf", "-inf", "-0", "1e400", "-1e400", "1e-400", "0x1F", "1e18",
        "9223372036854775808", "-9223372036854775808", String(repeating: "9", count: 20_000), "[", "]", "{", "{}", "[]",
        "[[[]]]", "{ a: 1, a: 2 }", "<<: [1]", "*unknown", "&a [*a]", "'", "|", "!!binary x", "!policy", "? x", "- - -",
        "\t", "\u{0}", "\u{7}", "\u{202E}", "\u{FEFF}1", "2026-02-30", "0000-00-00", "9999-12-31", "24:01", "-1:00",
        "pwp 99999999999999999999", "[{ leaves: pwp 0, on: 2026-12-01 }]",
        "[{ away: pwp 1, from: 1900-01-01, until: "
            + "2200-12-31, cover: true }]", "[{ leaves: pwp 2, on: 1900-01-01 }]", "[{ joins: hit, on: 2200-12-31 }]",
        "[{ leaves: trainee-pwp, on: 2026-12-07 }, { leaves: pwp 1, on: 2026-12-07 }, { away: pwp 1, from: 2026-12-01, "
            + "until: 2026-12-24, cover: true }]",
    ]

    /// What the keys of each test begin with: every key is in one.
    static let sections = Array(
        Set(
            values.map { values in values.key.split(separator: ".").prefix(values.key.hasPrefix("teams") ? 3 : 1) }
                .map { $0.joined(separator: ".") })
    ).sorted()

    /// Runs a few weeks of the service with these values, and says which before it does.
    static func run(_ set: [(key: String, value: String)], _ batch: String, weeks: Int = 5) {
        let name = set.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        try? Data(name.utf8).write(to: URL(fileURLWithPath: note(batch)))
        do throws(ScenarioErrors) {
            let loaded = try load(set)
            for origin in [true, false] {
                let scenario = loaded.scenario
                let snapshot =
                    origin
                    ? InitialList.snapshot(of: scenario, seed: 1) : ServiceSnapshot(taken: scenario.starts.start)
                var simulation = Simulation(
                    scenario.asItMayTurnOut(seed: 1, replication: 0), from: snapshot, seed: 1, replication: 0,
                    weeks: weeks)
                simulation.checksInvariants = true
                simulation.run()
                _ = simulation.finish()
            }
        } catch {
            for diagnostic in error.diagnostics {
                precondition(!diagnostic.message.isEmpty, "a fault that says nothing")
            }
        }
    }

    /// Says which value a process ended at.
    static func report(_ result: ExitTest.Result?, _ batch: String) {
        let last = try? String(contentsOfFile: note(batch), encoding: .utf8)
        try? FileManager.default.removeItem(atPath: note(batch))
        if result == nil { Issue.record("the program ended at \(last ?? "nothing")") }
    }

    /// Where a process writes down which value it is about to run.
    private static func note(_ batch: String) -> String { NSTemporaryDirectory() + "every-value-\(batch).txt" }

    private static func texts<Root>(_ keys: [Key<Root>], _ prefix: String) -> [(key: String, texts: [String])] {
        keys.map { (prefix + $0.path.joined(separator: "."), tried($0.facts)) }
    }

    /// The texts to try of a key: its samples, which are the ends of its range, and what is special of its kind.
    private static func tried(_ facts: KeyFacts) -> [String] {
        let own = facts.samples.map { $0 == "200000" ? "2000" : $0 == "1000" ? "200" : $0 }
        switch facts.kind {
        case "date": return own + ["1900-01-01", "2200-12-29", "2026-11-23", "2026-11-30"]
        case "list": return own + ["[]"]
        case "number": return own + [facts.samples.last.map { _ in "1e-300" } ?? "1"]
        default: return own
        }
    }

    /// The service with some values laid over it.
    static func load(_ set: [(key: String, value: String)]) throws(ScenarioErrors) -> LoadedScenario {
        try ScenarioLoader.load(
            .text(text, name: "every-value.yaml"), changes: set.map { ScenarioChange(key: $0.key, value: $0.value) })
    }

    private static let text = """
        name: tiny
        starts: 2026-11-23
        weeks: 5
        by-group: true
        start: { origin: list, warm-up-weeks: 26, first-days: 1 }
        uncertainty: { referrals: 0.1, lost: 0.1, capacity: 0.1, aim: 0.1, high-share: 0.1, sessions: 0.1,
            leavers: 0.1, outcomes: 0.1 }
        contact: { clerks: 1, never-answers: 0.1, declines-per-day-of-wait: 0.003 }
        first-appointments: { self-help-first: 0.1 }
        low-intensity: { changes-without-improvement: 0.1, extension-before-session: 3, spaced-sessions: 1 }
        high-intensity: { changes-without-improvement: 0.1, extension-before-session: 3, spaced-sessions: 1 }
        step-up: { down-at-review: 0.1 }
        keeping-in-touch: { is-on: true, every-days: 7 }
        groups: { is-on: true, facilitators: 1, smallest: 1, every-weeks: 2, sessions: 2, plan-weeks-ahead: 3,
            taken-up-at-first-appointment: 0.5, taken-up-at-calls: 0.5, further-input: 0.5 }
        computerised: { is-on: true, taken-up-at-first-appointment: 0.5, taken-up-at-calls: 0.5 }
        risk: { found-at-contacts: 0.05, referred-on: 0.1 }
        employment: { advisers: 1, taken-up: 0.3 }
        attendance: { lateness-minutes: 10, aborted: 0.02, late-cancellation-hours: 24, confirmation-hours: 24 }
        diary: { follows-demand: true, overbooking: 0.05 }
        workforce: { declared-variation: 0.1, reallocation: { is-on: true }, parental-leave-per-year: 0.2,
            sickness: 0.2, low-leavers-per-year: 0.6, high-leavers-per-year: 0.6 }
        assessment-week: { is-on: true, fixed-weeks: [2026-12-07] }
        teams:
          - name: one
            referrals: { per-week: 14, depression-by-source: { self: 1, gp: -1 }, moved-in: 0.1,
                from: 2026-01-05, ramp-weeks: 10, growth: 0.1, growth-weeks: 20, ethnicity: [0, 1, 1],
                deprivation: [0, 1],
                asks: { languages: [0.1], interpreter: 0.5, female-therapist: 0.1, male-therapist: 0.1,
                face-to-face: 0.5, venues: [0.2, 0.2], accessible: 0.1 } }
            rooms: { per-venue: [2, 2], accessible-per-venue: [1, 1] }
            initial: { waiting-first-appointment: 12, waiting-low: 8, waiting-high: 8, waiting-step-up: 3,
                caseload-filled: 0.2 }
            staff:
              - { role: pwp, count: 3, sees-under-18: true, evenings-per-week: 1, languages: [1], venues: [1, 2,
                  0, 1, 1], top-up-from: 2026-11-30, top-up-days: 5 }
              - { role: senior-pwp, wte: 0.6, completed-hours: 8, saturdays: true }
              - { role: trainee-pwp, qualifies: 2026-12-14 }
              - { role: hit, count: 3, sees-under-18: true, modalities: [cbt, emdr, counselling, ipt, dit,
                  couple-therapy] }
        levers:
          - name: surge
            from: 2026-11-30
            set: { diary.low-first-share: 0.5 }
        """
}
