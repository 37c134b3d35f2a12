/// The best placement of a batch, found one group of criteria after another.
///
/// A flow is best if and only if it puts nothing on arcs whose reduced cost is above 0 and fills those whose reduced
/// cost is below 0, for any best potentials. So after each stage these arcs are settled, and the next stage chooses
/// among all flows that are best so far: the criteria are compared exactly, however many there are.
struct BatchFlow {
    /// The flow on each arc of the batch's network.
    private(set) var flows: [Int32]
    /// The criteria of each stage.
    private(set) var stages: [PackedLevels] = []
    /// The costs of the first stage, by arc, and its potentials, by node.
    private(set) var costs: [Int64] = []
    private(set) var potentials: [Int64] = []
    /// Arcs that are not settled.
    private var open: [Int32]
    /// What each node must still send on open arcs.
    private var supplies: [Int32]

    /// The best placement under a policy.
    /// - Parameters:
    ///   - stageRange: the largest range of a stage; less makes more stages, and never another total.
    ///   - record: called with the network of each stage before it is solved.
    init(
        _ graph: BatchGraph, under policy: PlacementPolicy, stageRange: Int64 = PackedLevels.mostRange,
        record: (FlowNetwork) -> Void = { _ in }
    ) {
        let network = graph.network()
        flows = [Int32](repeating: 0, count: network.tails.count)
        open = (0..<Int32(network.tails.count)).map { $0 }
        supplies = network.supplies
        let (least, spans) = graph.leastCosts()
        var levels = policy.levels[...]
        repeat {
            let stage = PackedLevels(&levels, spans: spans, most: stageRange)
            let packed = BatchFlow.costs(graph, stage, least)
            let part = self.part(of: network, costs: packed)
            record(part)
            let solution = part.solve()
            if stages.isEmpty {
                costs = packed
                potentials = solution.potentials
            }
            stages.append(stage)
            settle(part, solution, isLast: levels.isEmpty)
        } while !levels.isEmpty
    }

    /// The cost of each arc of the batch's network in a stage; those behind the slots cost nothing.
    private static func costs(_ graph: BatchGraph, _ stage: PackedLevels, _ least: [SIMD8<Int32>]) -> [Int64] {
        var costs = [Int64](repeating: 0, count: graph.firstClinicianArc + graph.openings.count)
        for person in graph.people.indices {
            for fit in graph.firstFit[person]..<graph.firstFit[person + 1] {
                costs[fit] = stage.pack(graph.costs[fit], less: least[person])
            }
            costs[graph.firstUnplacedArc + person] = stage.pack(graph.unplaced[person], less: least[person])
        }
        return costs
    }

    /// The network of the arcs that are open.
    private func part(of network: FlowNetwork, costs: [Int64]) -> FlowNetwork {
        var part = FlowNetwork(nodeCount: supplies.count)
        part.supplies = supplies
        part.tails = open.map { network.tails[Int($0)] }
        part.heads = open.map { network.heads[Int($0)] }
        part.capacities = open.map { network.capacities[Int($0)] }
        part.costs = open.map { costs[Int($0)] }
        return part
    }

    /// Settles what every best flow of a stage has in common; in the last stage, everything.
    private mutating func settle(_ part: FlowNetwork, _ solution: FlowNetwork.Solution, isLast: Bool) {
        var stillOpen: [Int32] = []
        for (index, arc) in open.enumerated() {
            let tail = Int(part.tails[index])
            let head = Int(part.heads[index])
            let reduced = part.costs[index] + solution.potentials[tail] - solution.potentials[head]
            if reduced == 0, !isLast {
                stillOpen.append(arc)
                continue
            }
            let flow = solution.flows[index]
            flows[Int(arc)] = flow
            supplies[tail] -= flow
            supplies[head] += flow
        }
        open = stillOpen
    }
}
