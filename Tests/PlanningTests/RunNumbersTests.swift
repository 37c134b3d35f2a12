// SPDX-License-Identifier: GPL-3.0-or-later

import RandomStreams
import Testing

@testable import Planning

/// The numbers of runs: no two tests share one, and every run can have its own.
@Suite struct RunNumbersTests {
    private var firsts: [Int] {
        [0] + (0..<RunNumbers.rounds).map(RunNumbers.round) + (0..<RunNumbers.steps).map(RunNumbers.step)
    }

    @Test func testsShareNoRunAndEachNumberIsOneThatARunCanHave() {
        var next = 0
        for first in firsts {
            #expect(first == next, "one after the other")
            #expect(RunNumbers.room(from: first) > 10_000)
            next = first + RunNumbers.room(from: first)
        }
        #expect(next - 1 <= Int(RandomStream.lastReplication))
    }

    /// Where the numbers of a test end it ends, as where the budget does; it never takes those of the next.
    @Test func aTestTakesNoNumbersOfTheNext() throws {
        let ledger = RunLedger(
            Everything(),
            settings: {
                var settings = PlanSettings()
                settings.budget = 1 << 20
                return settings
            }(), mark: 1, earlier: nil, sharedWork: nil, progress: { _ in }, isCancelled: { false })
        let first = RunNumbers.step(RunNumbers.steps - 1)
        let room = RunNumbers.room(from: first)
        #expect {
            try ledger.take([([1], room + 1)], from: first)
        } throws: {
            if case SearchEnd.budget = $0 { true } else { false }
        }
        #expect(ledger.count([1], from: first) == room)
        #expect(ledger.values(0, of: [1], from: first).last == Double(first + room - 1))
    }

    /// A run's value is its number.
    private struct Everything: PlanningProblem {
        var variables: [PlanVariable] { [PlanVariable(name: "one", range: 0...1)] }
        var targets: [PlanTarget] { [PlanTarget(name: "number", atLeast: 0, chance: 0.9)] }
        var objective: PlanObjective { .known([1]) }
        var identity: String { "its number" }

        func run(_ point: [Int], _ number: Int) -> [Double] { [Double(number)] }
    }
}
