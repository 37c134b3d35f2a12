import Forecasting
import ScenarioFiles
import ServiceSimulation
import Testing

@testable import Experiments

/// A process remembers the runs of so many parts and no more.
@Suite struct RunShelvesTests {
    /// A memory of two parts, and whether a run of it had to be made.
    private struct Remembering {
        let memory = RunMemory.bounded(most: 2)
        let keys: [RunMemory.Key]
        let record: ReplicationRecord

        init() throws {
            let scenario = try ScenarioLoader.load(SmallService.source).scenario
            let experiment = Experiment(scenario, seed: 1, replications: 1, threads: 1)
            record = experiment.record(replication: 0, from: try #require(StartingPoint.make(for: experiment)).days[0])
            keys = try (1...3).map { try #require(RunMemory.Key(scenario, seed: $0, weeks: 4)) }
        }

        func makes(_ part: Int, _ number: Int = 0) -> Bool {
            var isMade = false
            _ = memory.run(keys[part], number) {
                isMade = true
                return record
            }
            return isMade
        }
    }

    @Test func whatWasNotUsedForLongestGoesFirst() throws {
        let runs = try Remembering()
        #expect(runs.makes(0))
        #expect(runs.makes(1))
        // The first is used once more: of the two it is the second that goes when a third comes.
        #expect(!runs.makes(0))
        #expect(runs.makes(2))
        #expect(!runs.makes(0))
        #expect(!runs.makes(2))
        #expect(runs.makes(1))
        #expect(!runs.makes(2))
        #expect(runs.makes(0))
    }

    @Test func manyRunsOfAPartTakeOnePlace() throws {
        let runs = try Remembering()
        for number in 0..<20 { #expect(runs.makes(0, number)) }
        #expect(runs.makes(1))
        for number in 0..<20 { #expect(!runs.makes(0, number)) }
        #expect(!runs.makes(1))
    }
}
