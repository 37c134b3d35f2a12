import CareModel
import Foundation
import ScenarioFiles
import ServiceSimulation
import Synchronization
import Testing

@testable import Experiments

/// Warm-ups that this process has made are not made twice, and change nothing.
@Suite("Warm-ups in memory")
struct WarmUpMemoryTests {
    private func experiment(_ change: (inout ServiceScenario) -> Void = { _ in }) throws -> Experiment {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Scenarios/north-essex.yaml")
        var scenario = try ScenarioLoader.load(path: file.path).scenario
        scenario.start.warmUpWeeks = 30
        scenario.start.firstDays = 2
        change(&scenario)
        var experiment = Experiment(scenario, seed: 5, replications: 2, threads: 2)
        experiment.weeks = 4
        return experiment
    }

    /// Remembers all, and counts.
    private final class Shelf: Sendable {
        let kept = Mutex<[(key: WarmUpMemory.Key, part: WarmUpPart)]>([])
        let found = Mutex(0)
        var memory: WarmUpMemory {
            WarmUpMemory(
                known: { key in
                    let part = self.kept.withLock { kept in kept.first { $0.key == key }?.part }
                    if part != nil { self.found.withLock { $0 += 1 } }
                    return part
                }, keep: { key, part in self.kept.withLock { $0.append((key, part)) } })
        }
    }

    private func compared(_ experiments: [Experiment], _ memory: WarmUpMemory?) throws -> [ExperimentResult] {
        let all = experiments.map { experiment in
            var experiment = experiment
            experiment.memory = memory
            return experiment
        }
        return try #require(Comparison(all, sharesFirstDays: false).run()).results
    }

    @Test("of variants that differ in one team the others are warmed up once")
    func variants() throws {
        let all = try [
            experiment(), experiment { $0.teams[1].referrals.perWeek *= 1.1 }, experiment { $0.title = "Another" },
        ]
        let shelf = Shelf()
        let teams = all[0].scenario.teams.count
        let kept = try compared(all, shelf.memory)
        let anew = try compared(all, nil)
        for (one, other) in zip(kept, anew) {
            #expect(one.records == other.records && one.events == other.events)
            #expect(one.start.waiting == other.start.waiting && one.start.origin == other.start.origin)
        }
        #expect(kept[0].records != kept[1].records && kept[0].records == kept[2].records)
        // Two first days of each team: but for one team the second has those of the first; the third has all.
        #expect(shelf.found.withLock { $0 } == 2 * (teams - 1) + 2 * teams)
        #expect(shelf.kept.withLock { $0.allSatisfy { $0.part.byteCount > 100_000 } && $0.count == 2 * (teams + 1) })
    }

    @Test("whatever a warm-up is made of tells it from others")
    func keys() throws {
        let scenario = try experiment().scenario.only([0])
        func words(_ change: (inout ServiceScenario) -> Void = { _ in }) -> String? {
            var other = scenario
            change(&other)
            return WarmUpMemory.words(other)
        }
        #expect(words() == words() && words() != nil && words { $0.weeks = 3 } == words())
        #expect(words { $0.start.warmUpWeeks = 31 } != words() && words { $0.starts = $0.starts + 7 } != words())
        #expect(words { $0.teams[0].practice.scores.noise += 0.000_000_1 } != words())
        #expect(words { $0.teams[0].name = "elsewhere" } != words())
        #expect(words { $0.teams[0].staff[0].count += 1 } != words())
        // What a lever does is code, and not told by words.
        let lever = Lever(name: "less missed", teams: [0], change: { $0.attendance.cancelledFirst = 0.02 })
        #expect(words { $0.levers = [lever] } == nil)
        typealias Key = WarmUpMemory.Key
        let key = Key(part: "a", seed: 5, number: 0)
        #expect(Key(part: "a", seed: 6, number: 0) != key && Key(part: "a", seed: 5, number: 1) != key)
    }
}
