import CareModel

/// Batch allocation: the best placement of a whole waiting list in all free slots at once (PO-3).
///
/// Pure policy: the same problem, in whatever order its people and slots are given, has the same proposal on any
/// machine. Somebody who finds no place is left without one at a price, so there is always an answer. Minimum-cost flow
/// by network simplex, once for each group of criteria that fits in one number; see the decision record. 5,000 people
/// and a million fitting places take about a second.
public enum BatchAllocation {
    /// The best placement, with reasons and explanations (BK-3).
    ///
    /// Every slot keeps its seats, every week of a clinician its cap, every clinician the openings on the caseload
    /// (CL-1). The number of people times the number of slots must be below 2^31.
    public static func propose(_ problem: BatchProblem) -> BatchProposal {
        propose(problem, stageRange: PackedLevels.mostRange)
    }

    /// The same places without a word: who would be seen where, and who would not, in the order of the list. For rounds
    /// that nobody reads (CL-11).
    public static func places(_ problem: BatchProblem) -> (placed: [(person: UInt32, slot: BatchSlot)], left: [UInt32])
    {
        let graph = BatchGraph(problem)
        let flow = BatchFlow(graph, under: problem.policy, stageRange: PackedLevels.mostRange)
        var placed: [(person: UInt32, slot: BatchSlot)] = []
        var left: [UInt32] = []
        for (index, arc) in flow.places(graph).enumerated() {
            let person = graph.people[index].person
            if let arc { placed.append((person, graph.slots[Int(graph.fits[arc])])) } else { left.append(person) }
        }
        return (placed, left)
    }

    /// The same, with stages of at most so large a range, for tests of the stages.
    package static func propose(_ problem: BatchProblem, stageRange: Int64) -> BatchProposal {
        let graph = BatchGraph(problem)
        let flow = BatchFlow(graph, under: problem.policy, stageRange: stageRange)
        let explainer = BatchExplainer(problem, graph, flow)
        var proposal = BatchProposal()
        for (index, person) in graph.people.enumerated() {
            guard let arc = explainer.place[index] else {
                let cost = graph.unplaced[index]
                proposal.total.add(cost)
                proposal.unplaced.append(
                    BatchUnplaced(person: person.person, cost: cost, reason: explainer.whyUnplaced(index)))
                continue
            }
            proposal.total.add(graph.costs[arc])
            proposal.placements.append(placement(of: index, on: arc, problem, graph, explainer))
        }
        return proposal
    }

    private static func placement(
        of index: Int, on arc: Int, _ problem: BatchProblem, _ graph: BatchGraph, _ explainer: BatchExplainer
    ) -> BatchPlacement {
        let person = graph.people[index]
        let slot = graph.slots[Int(graph.fits[arc])]
        var reasons = slot.reasons
        // The fitting slots of a person are in order of start.
        if slot.start == graph.slots[Int(graph.fits[graph.firstFit[index]])].start { reasons.insert(.firstThatFits) }
        if slot.clinician == person.preferred { reasons.insert(.continuity) }
        if person.request.hasPriority { reasons.insert(.priority) }
        return BatchPlacement(
            person: person.person, slot: slot, reasons: reasons, dueInDays: Int(person.due - problem.today),
            priority: person.priority, cost: graph.costs[arc], notSooner: explainer.obstacle(for: index))
    }

    /// The network of each stage, for measurement beside other solvers.
    package static func networks(of problem: BatchProblem) -> [FlowNetwork] {
        var networks: [FlowNetwork] = []
        _ = BatchFlow(BatchGraph(problem), under: problem.policy) { networks.append($0) }
        return networks
    }
}
