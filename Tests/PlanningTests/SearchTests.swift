// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModels
import Synchronization
import Testing

@Suite("A search is the same on any number of threads, goes on where it was stopped, and keeps its budget")
struct SearchTests {
    private static let queue = StaffedQueue(
        arrivalRates: [6, 9], share: 0.8, waitLimit: 0.2, chance: 0.9, hasEstimate: false, luck: 5)

    private func settings(threads: Int = 1, budget: Int = 1_500) -> PlanSettings {
        var settings = PlanSettings()
        settings.threads = threads
        settings.budget = budget
        return settings
    }

    @Test("Threads change the time and nothing else")
    func threads() throws {
        let one = try PlanSearch(Self.queue, seed: 3, settings: settings()).run()
        let four = try PlanSearch(Self.queue, seed: 3, settings: settings(threads: 4)).run()
        #expect(one.chosen == four.chosen && one.finalists == four.finalists && one.simulated == four.simulated)
        #expect(one.state == four.state && one.runs == four.runs && one.frontier == four.frontier)
    }

    @Test("Stopped anywhere and resumed, it ends as if it had not been stopped, and simulates nothing twice")
    func resume() throws {
        let whole = try PlanSearch(Self.queue, seed: 3, settings: settings()).run()
        for stop in [1, 70, 200, whole.runs - 5] {
            let asked = Atomic<Int>(0)
            let part = try PlanSearch(Self.queue, seed: 3, settings: settings()).run(isCancelled: {
                asked.wrappingAdd(1, ordering: .relaxed).newValue > stop
            })
            #expect(part.ending == .cancelled && part.runs <= stop)
            let counted = Counted(Self.queue)
            let rest = try PlanSearch(counted, seed: 3, settings: settings()).run(state: part.state)
            #expect(rest.chosen == whole.chosen && rest.state == whole.state && rest.runs == whole.runs)
            #expect(counted.calls.load(ordering: .relaxed) == whole.runs - part.runs, "stopped at \(stop)")
        }
    }

    @Test("The budget is never passed, and its end is said", arguments: [60, 100, 250, 600])
    func budget(_ budget: Int) throws {
        let counted = Counted(Self.queue)
        let outcome = try PlanSearch(counted, seed: 4, settings: settings(budget: budget)).run()
        #expect(counted.calls.load(ordering: .relaxed) == outcome.runs && outcome.runs <= budget)
        if outcome.chosen?.verdict == .accepted {
            #expect(outcome.guarantee.hasPrefix("With 95% confidence"))
        } else {
            #expect(outcome.ending == .budget || outcome.chosen == nil, "\(outcome.guarantee)")
            #expect(outcome.guarantee.hasPrefix("No") || outcome.guarantee.hasPrefix("Nothing"))
        }
    }

    @Test("What is said around the choice holds together")
    func account() throws {
        let outcome = try PlanSearch(Self.queue, seed: 3, settings: settings()).run()
        let chosen = try #require(outcome.chosen)
        #expect(chosen.verdict == .accepted && chosen.cost == Double(chosen.point.reduce(0, +)))
        #expect(chosen.targets.map(\.name) == ["share 1", "share 2"])
        #expect(outcome.marginal.filter { $0.step == 1 }.allSatisfy { $0.cost == 1 && ($0.values.min() ?? 0) > -0.05 })
        let refused = try #require(outcome.refusedNearby)
        #expect(refused.cost < chosen.cost && ["share 1", "share 2"].contains(refused.target))
        let costs = outcome.frontier.map(\.cost)
        #expect(costs.count > 2 && zip(costs, costs.dropFirst()).allSatisfy { $0 <= $1 }, "\(costs)")
        // What the plan reached in runs of its own costs no more than the plan, whatever is fitted.
        let reached = outcome.frontier.filter { $0.atLeast <= chosen.targets[0].value }
        #expect(!reached.isEmpty && reached.allSatisfy { $0.cost <= chosen.cost }, "\(chosen.targets[0].value)")
        #expect(outcome.simulated.allSatisfy { $0.runs > 0 && $0.values.count == 2 })
        // Fresh runs are none of the search's.
        #expect(outcome.state.entries.contains { $0.firstNumber >= 1 << 19 && $0.point == chosen.point })
    }
}

/// A problem that counts its runs.
private final class Counted: PlanningProblem {
    let base: StaffedQueue
    let calls = Atomic<Int>(0)

    init(_ base: StaffedQueue) { self.base = base }

    var variables: [PlanVariable] { base.variables }
    var targets: [PlanTarget] { base.targets }
    var objective: PlanObjective { base.objective }
    var identity: String { base.identity }

    func run(_ point: [Int], _ number: Int) -> [Double] {
        calls.wrappingAdd(1, ordering: .relaxed)
        return base.run(point, number)
    }
}
