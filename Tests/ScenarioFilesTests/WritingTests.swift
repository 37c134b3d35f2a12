import CareModel
import Foundation
import ServiceSimulation
import Testing

@testable import ScenarioFiles

/// What is written reads back as the same scenario.
@Suite struct WritingTests {
    /// Everything that a scenario says, levers by what they do to a usual practice and to another.
    private static func digest(_ loaded: LoadedScenario) -> String {
        var text = ""
        dump(loaded.scenario, to: &text)
        for lever in loaded.scenario.levers {
            for var practice in [Practice()] + loaded.scenario.teams.map(\.practice) {
                lever.change(&practice)
                dump(practice, to: &text)
            }
        }
        dump(loaded.assumptions, to: &text)
        return text
    }

    /// The first line in which two texts differ.
    private static func difference(_ one: String, _ other: String) -> String {
        let lines = zip(one.split(separator: "\n"), other.split(separator: "\n"))
        return lines.first { $0 != $1 }.map { "\($0) became \($1)" } ?? "one is longer"
    }

    private func expectSame(_ loaded: LoadedScenario, _ what: String, _ layout: ScenarioDraft.Layout = .keyByKey) {
        var draft = ScenarioDraft(loaded)
        draft.layout = layout
        let text = draft.text
        do {
            let again = try ScenarioLoader.load(.text(text, name: "written.yaml"))
            let (one, other) = (Self.digest(loaded), Self.digest(again))
            #expect(one == other, "\(what): \(Self.difference(one, other))\n\(text)")
            var second = ScenarioDraft(again)
            second.layout = layout
            #expect(second.text == text, "\(what): \(Self.difference(text, second.text))")
        } catch {
            Issue.record("\(what): \(error)\n\(text)")
        }
    }

    @Test(
        "Every shipped scenario",
        arguments: [
            "bnssg", "bnssg-25", "case-management", "doncaster", "england", "ieso", "ltc", "newham",
            "north-essex", "waitlist-procedure",
        ])
    func shipped(name: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appendingPathComponent("Scenarios/\(name).yaml").path
        let loaded = try ScenarioLoader.load(.file(path))
        expectSame(loaded, name)
        expectSame(loaded, name, .sectionBySection)
    }

    @Test("Every key at a value that is not its default, as many at once as go together")
    func everyKey() {
        var written = Set<String>()
        for end in [\[String].first, \[String].last] {
            let values = ActiveService.values.compactMap { values in values.texts[keyPath: end].map { (values.key, $0) }
            }
            for start in stride(from: 0, to: values.count, by: 64) {
                together(values[start..<min(values.count, start + 64)], &written)
            }
        }
        let keys = Set(ActiveService.values.map(\.key))
        // Alone at either end these are refused: hours without length, a PWP or a support worker who qualifies, and
        // hours that can be booked without those that are completed, where a batch ends between the two.
        let refused: Set = [
            "teams.one.opening-hours.from", "teams.one.opening-hours.to", "teams.one.staff.pwp.qualifies",
            "teams.one.staff.pwp.bookable-hours", "teams.one.staff.trainee-pwp.bookable-hours",
            "teams.one.staff.trainee-pwp.role",
        ]
        #expect(keys.subtracting(written).subtracting(refused).sorted() == [])
    }

    /// Writes a service with these values; where they do not go together, with each half of them.
    private func together(_ values: ArraySlice<(String, String)>, _ written: inout Set<String>) {
        guard let loaded = try? ActiveService.load(values.map { (key: $0.0, value: $0.1) }) else {
            guard values.count > 1 else { return }
            let middle = values.startIndex + values.count / 2
            together(values[..<middle], &written)
            together(values[middle...], &written)
            return
        }
        expectSame(loaded, values.map { "\($0.0)=\($0.1)" }.joined(separator: " "))
        for value in values { written.insert(value.0) }
    }

    @Test("Who leaves, joins and is away, levers with conditions, notes, tags and titles")
    func words() throws {
        let text = """
            name: words
            title: 'A "title" with \\ and: # colons'
            starts: 2026-11-23
            sources: { teams.one.staff-changes: 'From "HR"', attendance: measured by hand }
            attendance: !measured { did-not-attend-first: 0.123456789012345, late: 0.1 }
            teams:
              - name: one
                referrals: { per-week: !published 22, sources: { self: 0.7, gp: 0.3 } }
                opening-hours: { from: "08:30", to: "17:45" }
                staff: [{ role: pwp, count: 4 }, { role: pwp, name: evening, count: 2 }, { role: hit, count: 2 }]
                staff-changes:
                  - { leaves: pwp 5, on: 2027-02-01 }
                  - { joins: hit, on: 2027-01-11, wte: !policy 0.5, modalities: [cbt, emdr] }
                  - { away: hit 2, from: 2026-12-01, until: 2027-03-30, cover: true }
                attendance: { late: 0.2 }
              - name: two
                staff: [{ role: pwp }, { role: hit }]
            levers:
              - name: surge
                teams: [two]
                from: 2026-12-07
                when: { measure: first-appointment-wait-p90, above: 28 }
                set: { diary.low-first-share: !policy 0.6, attendance.misses-that-end: 3 }
            """
        expectSame(try ScenarioLoader.load(.text(text)), "words")
        expectSame(try ScenarioLoader.load(.text(text)), "words", .sectionBySection)
    }

    @Test("A scenario that no text said: what all teams share stands at the top")
    func made() throws {
        var loaded = try ActiveService.load([])
        loaded.scenario.levers = []
        let lastDay = loaded.scenario.starts + Int32(30)
        loaded.scenario.teams[0].staff[0].changes = [StaffChange(member: 1, lastDay: lastDay)]
        var other = loaded.scenario.teams[0]
        other.name = "two"
        other.practice.attendance.late = 0.25
        loaded.scenario.teams.append(other)
        var draft = ScenarioDraft(loaded.scenario)
        draft.sources = ["teams.one.referrals": .published, "attendance.late": .measured, "scores.noise": .policy]
        draft.notes = [ScenarioDraft.Note(key: "attendance", words: "By hand.")]
        draft.head = ["A beginning.", ""]
        draft.tail = ["An end."]
        let text = draft.text
        let again = try ScenarioLoader.load(.text(text))
        var (one, two) = ("", "")
        dump(loaded.scenario, to: &one)
        dump(again.scenario, to: &two)
        #expect(one == two, "\(Self.difference(one, two))\n\(text)")
        #expect(text.hasPrefix("# A beginning.\n#\n") && text.hasSuffix("\n# An end.\n"))
        func source(_ key: String) -> ValueSource? { again.assumptions.first { $0.key == key }?.source }
        #expect(source("teams.one.referrals.per-week") == .published)
        #expect(source("teams.two.attendance.late") == .measured)
        #expect(source("scores.noise") == .policy)
        #expect(again.assumptions.first { $0.key == "attendance.aborted" }?.note == "By hand.")
    }
}
