import CareModel
import Foundation
import ScenarioFiles
import ServiceSimulation
import Synchronization
import Testing

@testable import Experiments

/// Runs that this process has made are not made twice, and change nothing.
@Suite("Runs in memory")
struct RunMemoryTests {
    private func experiment(_ change: (inout Experiment) -> Void = { _ in }) throws -> Experiment {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Scenarios/north-essex.yaml")
        var scenario = try ScenarioLoader.load(path: file.path).scenario
        scenario.start.warmUpWeeks = 30
        scenario.start.firstDays = 2
        var experiment = Experiment(scenario, seed: 5, replications: 2, threads: 2)
        experiment.weeks = 4
        change(&experiment)
        return experiment
    }

    private func more(_ experiment: inout Experiment) { experiment.scenario.teams[1].referrals.perWeek *= 1.1 }

    @Test("a question that is asked again, or with more runs, weeks or something changed, gives what it gives alone")
    func questions() throws {
        let base = try experiment()
        let start = try #require(StartingPoint.make(for: base))
        let questions = try [
            base, base, experiment(more), experiment { $0.replications = 3 }, experiment { $0.weeks = 5 },
            experiment {
                more(&$0)
                $0.replications = 3
            }, experiment { $0.scenario.teams[0].name = "elsewhere" },
        ]
        let memory = Memory()
        for question in questions {
            var remembering = question
            remembering.runMemory = memory.runs
            let isElsewhere = question.scenario.teams[0].name == "elsewhere"
            let own = isElsewhere ? try #require(StartingPoint.make(for: question)) : start
            let found = try #require(remembering.run(from: own))
            let alone = try #require(question.run(from: own))
            #expect(found.records == alone.records && found.events == alone.events)
        }
        // Three teams, two runs; of the changed team two more; a third run of each, and of the changed one; five weeks.
        let teams = base.scenario.teams.count
        #expect(memory.count == 2 * teams + 2 + teams + 2 * teams + 1 + 2)
    }

    /// Remembers all.
    private final class Memory: Sendable {
        private let kept = Mutex<[(key: RunMemory.Key, number: Int, record: ReplicationRecord)]>([])
        var count: Int { kept.withLock { $0.count } }
        var runs: RunMemory {
            RunMemory(
                known: { key, number in
                    self.kept.withLock { kept in
                        kept.first { $0.key == key && $0.number == number }?.record
                    }
                }, keep: { key, number, record in self.kept.withLock { $0.append((key, number, record)) } })
        }
    }

    @Test("a part of which words do not say all is not remembered")
    func levers() throws {
        var part = try experiment().scenario.only([0])
        #expect(RunMemory.Key(part, seed: 5, weeks: 1) == RunMemory.Key(part, seed: 5, weeks: 1))
        #expect(RunMemory.Key(part, seed: 5, weeks: 1) != RunMemory.Key(part, seed: 6, weeks: 1))
        #expect(RunMemory.Key(part, seed: 5, weeks: 1) != RunMemory.Key(part, seed: 5, weeks: 2))
        part.levers = [Lever(name: "less missed", teams: [0], change: { $0.attendance.cancelledFirst = 0.02 })]
        #expect(RunMemory.Key(part, seed: 5, weeks: 1) == nil)
    }
}
