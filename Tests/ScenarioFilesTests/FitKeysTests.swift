import CareModel
import ServiceSimulation
import TestSupport
import Testing

@testable import ScenarioFiles

/// A scenario says how near it is to the figures that it was fitted to, and whoever loads it is warned where it is not.
@Suite struct FitKeysTests {
    private static let base = """
        name: service
        starts: 2026-11-23
        teams:
          - name: north
            title: North
            fit: FIT
            staff:
              - { role: pwp, count: 3 }
              - { role: hit, count: 2, modalities: [cbt] }
        """

    private func loaded(_ fit: String) throws -> LoadedScenario {
        let folder = try Folder()
        try folder.write("service.yaml", Self.base.replacing("FIT", with: fit))
        return try folder.load()
    }

    private func warnings(_ fit: String) throws -> [String] {
        try loaded(fit).warnings.filter { $0.key.contains("fit") }.map(\.message)
    }

    @Test func whatDoesNotHoldIsWarnedOfWithTheMeasures() throws {
        let far = try warnings(
            "{ verdict: does-not-hold, doubtful: [recovery], does-not-hold: [waiting-first-appointment] }")
        #expect(far.count == 1)
        #expect(far.first?.contains("the fit of North") == true && far.first?.contains("does not hold") == true)
        #expect(far.first?.contains("(waiting-first-appointment)") == true, "\(far)")
        let doubtful = try warnings("{ verdict: doubtful, doubtful: [recovery] }")
        #expect(doubtful.first?.contains("is doubtful (recovery)") == true, "\(doubtful)")
    }

    @Test func whatHoldsOrWasNotFittedIsNotWarnedOf() throws {
        #expect(try warnings("{ verdict: holds }").isEmpty)
        #expect(try warnings("{}").isEmpty)
        // A figure that the verdict does not rest on.
        #expect(try warnings("{ verdict: holds, does-not-hold: [step-up-wait] }").isEmpty)
    }

    @Test func theVerdictIsWrittenAsItIsRead() throws {
        let scenario = try loaded("{ verdict: doubtful, doubtful: [recovery, referrals] }").scenario
        #expect(scenario.teams[0].fit.doubtful == ["recovery", "referrals"])
        let again = try ScenarioLoader.load(.text(ScenarioDraft(scenario).text)).scenario
        #expect(again.teams[0].fit == scenario.teams[0].fit)
    }
}
