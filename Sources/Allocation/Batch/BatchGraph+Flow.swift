import CareModel

/// The numbers of nodes and arcs of a batch, and the batch as a network without costs.
extension BatchGraph {
    /// The node of the first slot; people come before.
    var firstSlotNode: Int { people.count }
    /// The node of the first week.
    var firstWeekNode: Int { firstSlotNode + slots.count }
    /// The node of the first clinician.
    var firstClinicianNode: Int { firstWeekNode + weeks.count }
    /// The node into which everything flows.
    var sink: Int { firstClinicianNode + openings.count }

    /// The arc on which the first person stays without a place; those to the fitting slots come before.
    var firstUnplacedArc: Int { fits.count }
    /// The arc from the first slot to its week.
    var firstSlotArc: Int { firstUnplacedArc + people.count }
    /// The arc out of the first week.
    var firstWeekArc: Int { firstSlotArc + slots.count }
    /// The arc from the first clinician to the sink.
    var firstClinicianArc: Int { firstWeekArc + weeks.count }

    /// The node that a week's arc leads to: only treatment takes a place on the caseload (CL-1).
    func node(after week: Int) -> Int {
        weeks[week].kind == .treatment ? firstClinicianNode + Int(weeks[week].clinician) : sink
    }

    /// Everybody sends one unit of flow to the sink. Capacities are as given, costs 0.
    func network() -> FlowNetwork {
        var network = FlowNetwork(nodeCount: sink + 1)
        let arcCount = firstClinicianArc + openings.count
        network.tails.reserveCapacity(arcCount)
        network.heads.reserveCapacity(arcCount)
        network.capacities.reserveCapacity(arcCount)
        func add(_ tail: Int, _ head: Int, _ capacity: Int32) {
            network.tails.append(Int32(tail))
            network.heads.append(Int32(head))
            network.capacities.append(min(capacity, BatchGraph.uncapped))
        }
        for person in people.indices {
            for fit in firstFit[person]..<firstFit[person + 1] { add(person, firstSlotNode + Int(fits[fit]), 1) }
        }
        for person in people.indices {
            add(person, sink, 1)
            network.supplies[person] = 1
        }
        for slot in slots.indices {
            add(firstSlotNode + slot, firstWeekNode + Int(weekOfSlot[slot]), slots[slot].seats)
        }
        for week in weeks.indices { add(firstWeekNode + week, node(after: week), weeks[week].most) }
        for clinician in openings.indices { add(firstClinicianNode + clinician, sink, openings[clinician]) }
        network.supplies[sink] = -Int32(people.count)
        network.costs = [Int64](repeating: 0, count: arcCount)
        return network
    }

    /// The least under each criterion over what may befall each person, and how far the sums over the batch can differ.
    func leastCosts() -> (least: [SIMD8<Int32>], spans: LevelAmounts) {
        var spans = LevelAmounts()
        let least = people.indices.map { person in
            var low = unplaced[person].lanes
            var high = low
            for fit in firstFit[person]..<firstFit[person + 1] {
                low = pointwiseMin(low, costs[fit].lanes)
                high = pointwiseMax(high, costs[fit].lanes)
            }
            spans.add(PlacementCost(lanes: high &- low))
            return low
        }
        return (least, spans)
    }
}
