import CareModel
import Experiments
import ServiceSimulation
import TestSupport
import Testing

@testable import ScenarioFiles

/// A setting that is said to do nothing does nothing: the service runs the same, event by event.
@Suite struct IdleRunTests {
    /// Where people come from on the first day: whoever waits there may make keys act.
    @Test("What is said to do nothing changes nothing", arguments: [("list", 0), ("warm-up", 0), ("warm-up", 6)])
    func whatIsSaid(origin: String, waiting: Int) throws {
        let folder = try Folder()
        try folder.write("service.yaml", Self.text(origin, waiting: waiting))
        let usual = try run(folder.load())
        var idle = 0
        for key in ActiveService.values where !key.key.hasPrefix("levers.") && !key.key.contains("trainee-pwp") {
            for text in key.texts.suffix(1) {
                guard let loaded = try? folder.load(set: [(key.key, text)]) else { continue }
                let isIdle = loaded.warnings.contains {
                    $0.key == key.key && $0.message.hasPrefix("does nothing")
                }
                guard isIdle else { continue }
                idle += 1
                #expect(try run(loaded) == usual, "\(key.key) = \(text) is said to do nothing, and does something")
            }
        }
        #expect(idle >= 40, "only \(idle) settings are said to do nothing")
    }

    private func run(_ loaded: LoadedScenario) throws -> ReplicationRecord? {
        try #require(Experiment(loaded.scenario, seed: 3, replications: 1, threads: 1).run()).records.first
    }

    private static func text(_ origin: String, waiting: Int) -> String {
        """
        name: quiet
        starts: 2026-11-23
        weeks: 8
        start: { origin: \(origin), warm-up-weeks: 26, first-days: 1 }
        teams:
          - name: one
            referrals: { per-week: 14 }
            initial: { waiting-first-appointment: \(waiting), waiting-low: \(waiting) }
            staff:
              - { role: pwp, count: 3 }
              - { role: hit, count: 3 }

        """
    }
}
