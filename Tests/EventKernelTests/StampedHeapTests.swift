import TestSupport
import Testing

@testable import EventKernel

@Suite("Heap with handles")
struct StampedHeapTests {
    @Test("Order holds when the sequence numbers run out and are dealt afresh", arguments: [0, 1])
    func renumbering(pageBits: Int) {
        var heap = StampedHeap<Int>(
            minimumCapacity: 0, firstSequence: StampedKey.maximumSequence - 700, pageBits: pageBits)
        var random = SplitMix(seed: 3)
        var handles: [EventHandle] = []
        for payload in 0..<1000 {
            handles.append(heap.insert(rank: UInt64(payload / 250), priority: .normal, payload: payload))
            if random.below(3) == 0 { _ = heap.remove(handles[random.below(handles.count)]) }
        }
        heap.checkInvariants()
        #expect(heap.nextSequence < 1000)
        let expected = handles.indices.filter { heap.isPending(handles[$0]) }
        var removed: [Int] = []
        while heap.liveCount > 0 { removed.append(heap.removeFirst().payload) }
        #expect(removed == expected)
    }

    @Test("Moving an entry at the last sequence number keeps it")
    func renumberingOnMove() {
        var heap = StampedHeap<Int>(minimumCapacity: 0, firstSequence: StampedKey.maximumSequence - 3)
        let handles = (0..<3).map { heap.insert(rank: 5, priority: .normal, payload: $0) }
        #expect(heap.move(handles[0], rank: 5) == true)
        heap.checkInvariants()
        #expect((0..<3).map { _ in heap.removeFirst().payload } == [1, 2, 0])
    }

    @Test("Cancelled entries do not accumulate, however long the run")
    func memoryIsBounded() {
        var heap = StampedHeap<Int>(minimumCapacity: 0)
        var handles = (0..<100).map { heap.insert(rank: UInt64($0), priority: .normal, payload: $0) }
        var random = SplitMix(seed: 5)
        for step in 0..<100_000 {
            let chosen = random.below(handles.count)
            if step % 2 == 0 {
                #expect(heap.remove(handles[chosen]) == true)
                handles[chosen] = heap.insert(rank: random.next() >> 1, priority: .normal, payload: step)
            } else {
                #expect(heap.move(handles[chosen], rank: random.next() >> 1) == true)
            }
        }
        heap.checkInvariants()
        #expect(heap.liveCount == 100)
        #expect(heap.slotCount <= 101)
        #expect(heap.capacity <= 512)
    }

    @Test("Nor do those that were put off")
    func memoryIsBoundedInPages() {
        var heap = StampedHeap<Int>(minimumCapacity: 0, pageBits: 50)
        var random = SplitMix(seed: 7)
        var handles = (0..<1000).map { heap.insert(rank: random.next() >> 1, priority: .normal, payload: $0) }
        for step in 0..<100_000 {
            let chosen = random.below(handles.count)
            #expect(heap.remove(handles[chosen]) == true)
            handles[chosen] = heap.insert(rank: random.next() >> 1, priority: .normal, payload: step)
        }
        heap.checkInvariants()
        #expect(heap.liveCount == 1000)
        #expect(heap.capacity <= 4096)
        #expect(heap.later.chunkCapacity <= 4096)
    }

    @Test("Keys order by rank, then priority, then sequence, at the ends of each range")
    func keyOrder() {
        let ranks: [UInt64] = [0, 1, .max]
        let priorities: [UInt8] = [0, 1, 255]
        let sequences: [UInt32] = [0, 1, StampedKey.maximumSequence]
        var previous: StampedKey?
        for rank in ranks {
            for priority in priorities {
                for sequence in sequences {
                    let slot = UInt32(StampedKey.maximumSlots - 1) - sequence % 2
                    let key = StampedKey(
                        rank: rank, priority: EventPriority(rawValue: priority), sequence: sequence, slot: slot)
                    #expect(key.rank == rank && key.priority.rawValue == priority)
                    #expect(key.sequence == sequence && key.slot == Int(slot))
                    #expect(key < .sentinel)
                    if let previous { #expect(previous < key) }
                    previous = key
                }
            }
        }
    }
}
