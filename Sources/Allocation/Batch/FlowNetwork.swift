import CLemon

/// A minimum-cost flow problem as arrays: an entry for each arc, and supplies for each node.
package struct FlowNetwork {
    /// Where each arc starts.
    package var tails: [Int32] = []
    /// Where each arc ends.
    package var heads: [Int32] = []
    /// Most flow on each arc, 0 or more.
    package var capacities: [Int32] = []
    /// Cost of a unit of flow on each arc.
    package var costs: [Int64] = []
    /// What each node sends out, negative for what it takes in; they add up to 0.
    package var supplies: [Int32]

    /// A network without arcs.
    package init(nodeCount: Int) { supplies = [Int32](repeating: 0, count: nodeCount) }

    /// A flow of least cost.
    package struct Solution {
        /// The flow on each arc.
        package var flows: [Int32]
        /// With cost + potential of the tail - potential of the head as the reduced cost of an arc: no arc with room
        /// has less than 0, none with flow has more.
        package var potentials: [Int64]
        /// The total cost.
        package var cost: Int64
    }

    /// A flow of least cost; the same for the same arrays, always.
    ///
    /// The caller sees to it that there is one and that costs stay in bounds, so anything else is a bug, or the end of
    /// memory.
    package func solve() -> Solution {
        precondition(
            tails.count == heads.count && tails.count == capacities.count && tails.count == costs.count,
            "an arc has a tail, a head, a capacity and a cost")
        var solution = Solution(
            flows: [Int32](repeating: 0, count: tails.count), potentials: [Int64](repeating: 0, count: supplies.count),
            cost: 0)
        let status = clemon_min_cost_flow(
            Int32(supplies.count), Int32(tails.count), tails, heads, capacities, costs, supplies, &solution.flows,
            &solution.potentials, &solution.cost)
        precondition(status == CLEMON_OPTIMAL, "the flow solver ended with status \(status.rawValue)")
        return solution
    }
}
