import CareModel

extension BatchFlow {
    /// The arc on which each person is placed; nil without a place.
    func places(_ graph: BatchGraph) -> [Int?] {
        graph.people.indices.map { person in
            (graph.firstFit[person]..<graph.firstFit[person + 1]).first { flows[$0] > 0 }
        }
    }
}

/// Says of a solved batch what stands between a person and a better place (BK-3).
struct BatchExplainer {
    private let problem: BatchProblem
    private let graph: BatchGraph
    private let flow: BatchFlow
    private let prices: BatchPrices
    /// The arc on which each person is placed; nil without a place.
    let place: [Int?]
    /// The person last in the list of those placed in each slot; -1 if it is empty.
    private let holder: [Int32]

    init(_ problem: BatchProblem, _ graph: BatchGraph, _ flow: BatchFlow) {
        self.problem = problem
        self.graph = graph
        self.flow = flow
        prices = BatchPrices(graph, flow)
        place = flow.places(graph)
        var holder = [Int32](repeating: -1, count: graph.slots.count)
        for (person, arc) in place.enumerated() {
            if let arc { holder[Int(graph.fits[arc])] = Int32(person) }
        }
        self.holder = holder
    }

    func whyUnplaced(_ person: Int) -> UnplacedReason {
        if let obstacle = obstacle(for: person) { return .obstacle(obstacle) }
        let closest = graph.slots.compactMap { problem.misfit(graph.people[person], $0) }.max()
        return .nothingFits(closest ?? .elsewhere)
    }

    /// What stands against the places on an earlier day that cost less under the criteria of the first stage.
    func obstacle(for person: Int) -> BatchObstacle? {
        let now = place[person]
        let cost = flow.costs[now ?? graph.firstUnplacedArc + person]
        let day = now.map { graph.slots[Int(graph.fits[$0])].start.day }
        var counts = BatchLimitCounts()
        var best: Int?
        for arc in graph.firstFit[person]..<graph.firstFit[person + 1] {
            let slot = Int(graph.fits[arc])
            if let day, graph.slots[slot].start.day >= day { break }
            guard flow.costs[arc] < cost else { continue }
            counts[limit(at: slot)] += 1
            if best.map({ flow.costs[arc] < flow.costs[$0] }) ?? true { best = arc }
        }
        guard let best else { return nil }
        let slot = Int(graph.fits[best])
        let kind = limit(at: slot)
        return BatchObstacle(
            slot: graph.slots[slot], limit: named(kind, at: slot, for: person, on: best),
            alsoUsedUp: BatchLimitKind.allCases.filter { $0 != kind && isUsedUp($0, at: slot) },
            worth: worth(of: kind, at: slot), counts: counts)
    }

    /// The nodes before and after each limit on the way from a slot to the sink.
    private func nodes(of kind: BatchLimitKind, at slot: Int) -> (before: Int, after: Int) {
        let week = Int(graph.weekOfSlot[slot])
        switch kind {
        case .slot: return (graph.firstSlotNode + slot, graph.firstWeekNode + week)
        case .week: return (graph.firstWeekNode + week, graph.node(after: week))
        case .caseload: return (graph.node(after: week), graph.sink)
        }
    }

    /// What one more unit of room at a limit is worth, as a number of 0 or more.
    private func price(of kind: BatchLimitKind, at slot: Int) -> Int64 {
        let (before, after) = nodes(of: kind, at: slot)
        return prices.values[after] - prices.values[before]
    }

    /// The limit at which one more unit of room is worth most. Where a better place fits, one is worth something: else
    /// the person would have it.
    private func limit(at slot: Int) -> BatchLimitKind {
        var most = BatchLimitKind.slot
        for kind in BatchLimitKind.allCases where price(of: kind, at: slot) > price(of: most, at: slot) { most = kind }
        return most
    }

    private func isUsedUp(_ kind: BatchLimitKind, at slot: Int) -> Bool {
        let week = Int(graph.weekOfSlot[slot])
        let clinician = Int(graph.slots[slot].clinician)
        switch kind {
        case .slot: return flow.flows[graph.firstSlotArc + slot] == graph.slots[slot].seats
        case .week: return flow.flows[graph.firstWeekArc + week] == graph.weeks[week].most
        case .caseload:
            return graph.weeks[week].kind == .treatment
                && flow.flows[graph.firstClinicianArc + clinician] == graph.openings[clinician]
        }
    }

    private func worth(of kind: BatchLimitKind, at slot: Int) -> LevelAmounts {
        let (before, after) = nodes(of: kind, at: slot)
        return flow.stages[0].unpack(prices.values[after]) - flow.stages[0].unpack(prices.values[before])
    }

    private func named(_ kind: BatchLimitKind, at slot: Int, for person: Int, on arc: Int) -> BatchLimit {
        let clinician = graph.slots[slot].clinician
        switch kind {
        case .slot:
            let other = Int(holder[slot])
            return .slot(takenBy: graph.people[other].person, decidedBy: decision(between: person, on: arc, and: other))
        case .week: return .week(graph.weeks[Int(graph.weekOfSlot[slot])])
        case .caseload: return .caseload(clinician: clinician, openings: graph.openings[Int(clinician)])
        }
    }

    /// The first criterion under which it would cost more if a person had the place of another, and the other had the
    /// person's place, or none if it does not fit.
    private func decision(between person: Int, on arc: Int, and other: Int) -> PlacementLevel? {
        var change = LevelAmounts()
        change.add(graph.costs[arc])
        change.subtract(place[person].map { graph.costs[$0] } ?? graph.unplaced[person])
        let freed = place[person].map { graph.fits[$0] }
        let fit = (graph.firstFit[other]..<graph.firstFit[other + 1]).first { graph.fits[$0] == freed }
        change.add(fit.map { graph.costs[$0] } ?? graph.unplaced[other])
        if let held = place[other] { change.subtract(graph.costs[held]) }
        return change.first(under: problem.policy)
    }
}
