/// What one more unit of room would be worth, at each slot, week and clinician of a solved batch, in the costs of the
/// first stage: what it would take off the best total, as a number of 0 or less.
///
/// These are the distances from the sink in the residual network: the cheapest way in which somebody would use the
/// room, with all that follows. They depend on the placement only, not on how it was found. Dijkstra's algorithm on
/// reduced costs, O(arcs · log nodes).
struct BatchPrices {
    /// By node; 0 where more room would be worth nothing.
    private(set) var values: [Int64]
    private let offsets: [Int64]
    private var heap: [(key: Int64, node: Int32)] = []

    init(_ graph: BatchGraph, _ flow: BatchFlow) {
        let sinkPotential = flow.potentials[graph.sink]
        offsets = flow.potentials.map { sinkPotential - $0 }
        // Room anywhere behind the people is worth nothing at worst.
        values = [Int64](repeating: 0, count: graph.sink + 1)
        for person in graph.people.indices { values[person] = Int64.max }
        for person in graph.people.indices where flow.flows[graph.firstUnplacedArc + person] > 0 {
            lower(person, to: -flow.costs[graph.firstUnplacedArc + person])
        }
        for node in graph.firstSlotNode...graph.sink { push(node) }
        let holders = BatchPrices.placedArcs(graph, flow)
        while let (key, node) = pop() {
            guard key == values[Int(node)] + offsets[Int(node)] else { continue }
            visit(Int(node), graph, flow, holders)
        }
    }

    /// The arcs with flow into each slot, slot by slot: where they start, and the arcs with their people.
    private static func placedArcs(
        _ graph: BatchGraph, _ flow: BatchFlow
    ) -> (first: [Int32], arcs: [(arc: Int32, person: Int32)]) {
        var first = [Int32](repeating: 0, count: graph.slots.count + 1)
        for arc in graph.fits.indices where flow.flows[arc] > 0 { first[Int(graph.fits[arc]) + 1] += 1 }
        for slot in graph.slots.indices { first[slot + 1] += first[slot] }
        var arcs = [(arc: Int32, person: Int32)](repeating: (0, 0), count: Int(first[graph.slots.count]))
        var next = first
        for person in graph.people.indices {
            for arc in graph.firstFit[person]..<graph.firstFit[person + 1] where flow.flows[arc] > 0 {
                let slot = Int(graph.fits[arc])
                arcs[Int(next[slot])] = (Int32(arc), Int32(person))
                next[slot] += 1
            }
        }
        return (first, arcs)
    }

    /// Carries a node's value over the residual arcs out of it.
    private mutating func visit(
        _ node: Int, _ graph: BatchGraph, _ flow: BatchFlow,
        _ holders: (first: [Int32], arcs: [(arc: Int32, person: Int32)])
    ) {
        let value = values[node]
        if node < graph.firstSlotNode {
            for arc in graph.firstFit[node]..<graph.firstFit[node + 1] where flow.flows[arc] == 0 {
                lower(graph.firstSlotNode + Int(graph.fits[arc]), to: value + flow.costs[arc])
            }
        } else if node < graph.firstWeekNode {
            let slot = node - graph.firstSlotNode
            if flow.flows[graph.firstSlotArc + slot] < graph.slots[slot].seats {
                lower(graph.firstWeekNode + Int(graph.weekOfSlot[slot]), to: value)
            }
            for index in holders.first[slot]..<holders.first[slot + 1] {
                let (arc, person) = holders.arcs[Int(index)]
                lower(Int(person), to: value - flow.costs[Int(arc)])
            }
        } else {
            visitWeeksAndClinicians(node, value, graph, flow)
        }
    }

    private mutating func visitWeeksAndClinicians(
        _ node: Int, _ value: Int64, _ graph: BatchGraph, _ flow: BatchFlow
    ) {
        if node < graph.firstClinicianNode {
            let week = node - graph.firstWeekNode
            if flow.flows[graph.firstWeekArc + week] < graph.weeks[week].most {
                lower(graph.node(after: week), to: value)
            }
            for slot in graph.slotsOfWeek(week) where flow.flows[graph.firstSlotArc + slot] > 0 {
                lower(graph.firstSlotNode + slot, to: value)
            }
        } else if node < graph.sink {
            for week in graph.weeksOfClinician(node - graph.firstClinicianNode)
            where flow.flows[graph.firstWeekArc + week] > 0 {
                lower(graph.firstWeekNode + week, to: value)
            }
        }
    }

    private mutating func lower(_ node: Int, to value: Int64) {
        guard value < values[node] else { return }
        values[node] = value
        push(node)
    }

    private mutating func push(_ node: Int) {
        heap.append((values[node] + offsets[node], Int32(node)))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].key < heap[parent].key else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func pop() -> (key: Int64, node: Int32)? {
        guard let top = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return top }
        heap[0] = last
        var parent = 0
        while true {
            var child = parent * 2 + 1
            guard child < heap.count else { return top }
            if child + 1 < heap.count, heap[child + 1].key < heap[child].key { child += 1 }
            guard heap[child].key < heap[parent].key else { return top }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}
