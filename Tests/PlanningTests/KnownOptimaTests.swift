// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModels
import Testing

/// Statistical: each search has a chance of at most some percent to miss, and the seeds are fixed.
@Suite("Known optima are found")
struct KnownOptimaTests {
    private func settings(budget: Int, zone: PlanZone = .around) -> PlanSettings {
        var settings = PlanSettings()
        settings.budget = budget
        settings.zone = zone
        settings.threads = 2
        return settings
    }

    @Test("The line's chain has the throughput that the literature has, and the simulation has the chain's")
    func exact() {
        let best = FlowLine.exactThroughput([6, 7, 7, 12, 8])
        #expect(abs(best - 5.7767) < 5e-5 && abs(FlowLine.exactThroughput([7, 7, 6, 8, 12]) - best) < 1e-9)
        #expect(abs(FlowLine.exactThroughput([6, 7, 7, 13, 7]) - 5.7721) < 5e-5)
        let line = FlowLine(.mostThroughput, luck: 1)
        for point in [[6, 7, 7, 12, 8], [7, 8, 7, 4, 4], [3, 9, 5, 1, 2]] {
            let mean = (0..<400).reduce(0) { $0 + line.run(point, $1)[0] } / 400
            #expect(abs(mean - FlowLine.exactThroughput(point)) < 0.006, "\(point) \(mean)")
        }
    }

    @Test("The line with the most throughput, or its mirror", arguments: [1, 2, 3] as [UInt64])
    func mostThroughput(_ seed: UInt64) throws {
        var settings = settings(budget: 20_000)
        settings.objectiveTolerance = 0.004
        let line = FlowLine(.mostThroughput, luck: seed + 1_000)
        let outcome = try PlanSearch(line, seed: seed, settings: settings).run()
        #expect([[6, 7, 7, 12, 8], [7, 7, 6, 8, 12]].contains(outcome.chosen?.point), "seed \(seed)")
        #expect(outcome.ending == .decided)
    }

    @Test("The cheapest line with a throughput of 5.7: there is one, which has 5.7009", arguments: [1, 2] as [UInt64])
    func leastCost(_ seed: UInt64) throws {
        let line = FlowLine(.leastCost(rateCost: 2, throughput: 5.7, tolerance: 0.001), luck: seed + 1_000)
        let outcome = try PlanSearch(line, seed: seed, settings: settings(budget: 60_000)).run()
        #expect(outcome.chosen?.point == [7, 8, 7, 4, 4] && outcome.chosen?.cost == 52, "seed \(seed)")
    }

    @Test("The cheapest line with a throughput of 5.5 costs 72", arguments: [1, 2, 3] as [UInt64])
    func leastCostOfDearRates(_ seed: UInt64) throws {
        let line = FlowLine(.leastCost(rateCost: 3, throughput: 5.5, tolerance: 0.002), luck: seed + 1_000)
        let outcome = try PlanSearch(line, seed: seed, settings: settings(budget: 20_000)).run()
        #expect(outcome.chosen?.cost == 72, "seed \(seed)")
    }

    @Test("The fewest servers by Erlang's formula", arguments: [1, 2, 3, 4] as [UInt64])
    func servers(_ seed: UInt64) throws {
        let rates = [4.0, 8, 16]
        let queue = StaffedQueue(
            arrivalRates: rates, share: 0.8, waitLimit: 0.1, chance: nil, hasEstimate: seed % 2 == 0, luck: seed)
        let outcome = try PlanSearch(queue, seed: seed, settings: settings(budget: 10_000)).run()
        let fewest = rates.map { rate in
            (Int(rate) + 1...100).first {
                StaffedQueue.exactShare(servers: $0, arrivalRate: rate, waitLimit: 0.1) >= 0.8
            }
        }
        #expect(outcome.chosen?.point.map(Optional.some) == fewest, "seed \(seed)")
    }
}
