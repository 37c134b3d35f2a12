import Allocation
import CLemon
import TestSupport
import Testing

/// The flow solver, by the certificate that it gives with each answer, and by its refusals.
@Suite("Minimum-cost flow")
struct FlowSolverTests {
    /// A random network in which a dear arc leads from each source to the sink, so that there is an answer.
    private func network(_ random: inout SplitMix) -> FlowNetwork {
        let nodes = 2 + random.below(12)
        var network = FlowNetwork(nodeCount: nodes)
        func add(_ tail: Int, _ head: Int, _ capacity: Int, _ cost: Int64) {
            network.tails.append(Int32(tail))
            network.heads.append(Int32(head))
            network.capacities.append(Int32(capacity))
            network.costs.append(cost)
        }
        for _ in 0..<random.below(60) {
            add(random.below(nodes), random.below(nodes), random.below(5), Int64(random.below(2_000)) - 300)
        }
        for node in 0..<nodes - 1 where random.below(2) == 0 {
            let supply = random.below(6)
            network.supplies[node] += Int32(supply)
            network.supplies[nodes - 1] -= Int32(supply)
            add(node, nodes - 1, supply, 1 << 40)
        }
        return network
    }

    @Test("flows keep capacities and supplies, and the potentials prove that none is cheaper")
    func certificate() {
        for seed: UInt64 in 1...500 {
            var random = SplitMix(seed: seed)
            let network = network(&random)
            let solution = network.solve()
            var balance = network.supplies
            var cost: Int64 = 0
            for arc in network.tails.indices {
                let (tail, head) = (Int(network.tails[arc]), Int(network.heads[arc]))
                let flow = solution.flows[arc]
                balance[tail] -= flow
                balance[head] += flow
                cost += Int64(flow) * network.costs[arc]
                let reduced = network.costs[arc] + solution.potentials[tail] - solution.potentials[head]
                #expect(flow >= 0 && flow <= network.capacities[arc], "seed \(seed)")
                #expect(reduced >= 0 || flow == network.capacities[arc], "seed \(seed)")
                #expect(reduced <= 0 || flow == 0, "seed \(seed)")
            }
            #expect(balance.allSatisfy { $0 == 0 } && cost == solution.cost, "seed \(seed)")
        }
    }

    private func status(
        _ tails: [Int32], _ heads: [Int32], _ capacities: [Int32], _ costs: [Int64], _ supplies: [Int32]
    ) -> clemon_status {
        var flows = [Int32](repeating: 0, count: tails.count)
        var potentials = [Int64](repeating: 0, count: supplies.count)
        var total: Int64 = 0
        return clemon_min_cost_flow(
            Int32(supplies.count), Int32(tails.count), tails, heads, capacities, costs, supplies, &flows, &potentials,
            &total)
    }

    @Test("what cannot be met is infeasible, and what makes no sense is refused")
    func refusals() {
        #expect(status([0], [1], [2], [5], [2, -2]) == CLEMON_OPTIMAL)
        #expect(status([0], [1], [1], [5], [2, -2]) == CLEMON_INFEASIBLE)
        #expect(status([], [], [], [], [0]) == CLEMON_OPTIMAL)
        #expect(status([], [], [], [], []) == CLEMON_BAD_INPUT)
        #expect(status([0], [2], [1], [5], [1, -1]) == CLEMON_BAD_INPUT)
        #expect(status([-1], [1], [1], [5], [1, -1]) == CLEMON_BAD_INPUT)
        #expect(status([0], [1], [-1], [5], [1, -1]) == CLEMON_BAD_INPUT)
        #expect(status([0], [1], [2], [5], [2, -1]) == CLEMON_BAD_INPUT)
        #expect(status([0], [1], [2], [1 << 61], [1, -1]) == CLEMON_BAD_INPUT)
        #expect(status([0], [1], [9], [1 << 60], [9, -9]) == CLEMON_BAD_INPUT)
        #expect(status([0, 0], [1, 1], [.max, .max], [5, 5], [.max, -.max]) == CLEMON_BAD_INPUT)
    }
}
