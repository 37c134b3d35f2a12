import Forecasting
import Foundation
import Reporting
import ScenarioFiles
import Testing

/// Comparisons as a page asks for them.
@Suite struct ComparisonTests {
    private func variant(_ name: String, _ key: String, _ value: String) -> ComparisonRequest.Variant {
        ComparisonRequest.Variant(name: name, changes: [ScenarioChange(key: key, value: value)])
    }

    @Test func aVariantIsComparedWithItsScenarioOverTheSameLuck() throws {
        var request = ComparisonRequest(
            [SmallService.source],
            variants: [variant("as-it-is", "weeks", "4"), variant("more", "teams.north.staff.pwp.count", "5")])
        request.replications = 4
        let prepared = try request.prepare()
        #expect(prepared.names == ["small", "as-it-is", "more"] && prepared.sharesFirstDays)
        #expect(prepared.notes.isEmpty)
        let outcome = try prepared.run()
        #expect(outcome.replications == 4 && outcome.weeks == 4)
        let report = outcome.report()
        #expect(report.scenarios.map(\.name) == ["small", "as-it-is", "more"])
        #expect(report.scenarios[2].changes.map(\.text) == ["teams.north.staff.pwp.count=5"])
        // As it is, nothing differs; with more staff the same people are referred, and other things become of them.
        let referrals = try #require(report.rows.first { $0.measure == "referrals" && $0.group.team == nil })
        #expect(referrals.differences.map { $0?.mean } == [0, 0])
        #expect(report.rows.allSatisfy { ($0.differences[0]?.mean ?? 0) == 0 })
        let others = report.rows.compactMap { $0.differences[1] }.filter { $0.mean != 0 }
        #expect(!others.isEmpty && others.allSatisfy { $0.ci95.contains($0.mean) })
    }

    @Test func scenariosOfOtherTeamsAndDaysAreSaidToBe() throws {
        let other = SmallService.text.replacingOccurrences(of: "starts: 2026-11-23", with: "starts: 2026-11-30")
            .replacingOccurrences(of: "name: north", with: "name: south")
            .replacingOccurrences(of: "weeks: 4", with: "weeks: 3")
        let prepared = try ComparisonRequest([SmallService.source, .text(other)]).prepare()
        #expect(prepared.names == ["small", "small-2"] && !prepared.sharesFirstDays)
        #expect(prepared.notes.count == 3, "\(prepared.notes)")
    }

    @Test func servicesWhoseFitsDoNotHoldAreMarkedAndChangesOfOneAreNot() throws {
        let fit = "name: north\n    fit: { verdict: does-not-hold, does-not-hold: [recovery] }"
        let far = SmallService.text.replacingOccurrences(of: "name: north", with: fit)
        let apart = try ComparisonRequest([SmallService.source, .text(far)]).prepare()
        #expect(apart.notes.count == 1, "\(apart.notes)")
        #expect(
            apart.notes.first?.contains("The fit of small-2 to its published figures does not hold (recovery)") == true)
        #expect(apart.notes.first?.contains("in costs and staff too") == true)
        let same = try ComparisonRequest(
            [.text(far)], variants: [variant("more", "teams.north.staff.pwp.count", "5")]
        ).prepare()
        #expect(same.notes.isEmpty, "\(same.notes)")
    }

    @Test func progressNamesTheScenarioAndCancellingEndsIt() throws {
        var request = ComparisonRequest([SmallService.source], variants: [variant("same", "weeks", "4")])
        request.replications = 2
        let told = Notebook<RunProgress>()
        _ = try request.prepare().run(RunWatch(progress: { told.add($0) }))
        #expect(told.values.contains(.replications(scenario: 0, done: 2, planned: 2)))
        #expect(told.values.last == .replications(scenario: 1, done: 2, planned: 2))
        let error = #expect(throws: ForecastingError.self) {
            _ = try request.prepare().run(RunWatch(isCancelled: { true }))
        }
        guard case .cancelled? = error else { throw WrongError("\(String(describing: error))") }
    }

    @Test func aVariantThatCannotBeAndTooFewScenariosAreRefused() throws {
        let bad = ComparisonRequest([SmallService.source], variants: [variant("bad", "weeks", "none")])
        let error = #expect(throws: ForecastingError.self) { _ = try bad.prepare() }
        guard case .scenario? = error else { throw WrongError("\(String(describing: error))") }
        var one = ComparisonRequest([SmallService.source])
        one.replications = 1
        #expect(
            one.faults.map { "\($0)" } == [
                "replications is 2 to 100000, not 1", "scenarios is 2 to 20, not 1",
            ])
    }
}
