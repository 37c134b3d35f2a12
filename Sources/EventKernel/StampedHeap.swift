/// A priority queue with handles: the machinery under `EventCalendar`.
///
/// A four-ary implicit heap of 16-byte keys (Johnson, "Priority queues with update and finding minimum spanning trees",
/// 1975), four siblings to a cache line (LaMarca and Ladner, "The influence of caches on the performance of heaps",
/// 1996). Payloads stay put in a table of slots, so sifting moves keys only. Removal is lazy: a cancelled entry gives
/// its slot back at once and leaves its key behind, to be dropped when it surfaces, or when room runs out and leftovers
/// outnumber entries. What is not due for a while may be kept out of the heap, in the pages of `LaterKeys`.
///
/// The first key is always current, so looking at it needs no clearing.
@frozen
@usableFromInline
struct StampedHeap<Payload: BitwiseCopyable>: ~Copyable {
    @usableFromInline var keys: UnsafeMutablePointer<StampedKey>
    @usableFromInline var slots: UnsafeMutablePointer<StampedSlot<Payload>>
    /// Keys held, leftovers included.
    @usableFromInline var keyCount: Int
    /// Entries, that is, keys that are not leftovers.
    @usableFromInline var liveCount: Int
    @usableFromInline var slotCount: Int
    @usableFromInline var capacity: Int
    @usableFromInline var slotCapacity: Int
    @usableFromInline var nextSequence: UInt32
    @usableFromInline var firstVacant: UInt32
    /// What is beyond the present page.
    @usableFromInline var later: LaterKeys

    @inlinable
    init(minimumCapacity: Int, firstSequence: UInt32 = 0, firstRank: UInt64 = 0, pageBits: Int = 0) {
        capacity = max(64, minimumCapacity)
        slotCapacity = capacity
        later = LaterKeys(from: firstRank, pageBits: pageBits)
        keys = Self.allocateKeys(capacity)
        slots = .allocate(capacity: capacity)
        keyCount = 0
        liveCount = 0
        slotCount = 0
        nextSequence = firstSequence
        firstVacant = noVacantSlot
    }

    @inlinable
    deinit {
        Self.deallocate(keys)
        slots.deallocate()
    }

    /// The smallest key. The heap must not be empty.
    @inlinable var first: StampedKey {
        @inline(__always) get { keys[0] }
    }

    @inlinable @inline(__always)
    func isCurrent(_ key: StampedKey) -> Bool { slots[key.slot].sequence == key.sequence }

    @inlinable @inline(__always)
    func isPending(_ handle: EventHandle) -> Bool {
        handle.slot < slotCount && slots[handle.slot].generation == handle.generation
            && slots[handle.slot].sequence & vacantSlotBit == 0
    }

    @inlinable
    func handle(of key: StampedKey) -> EventHandle {
        EventHandle(
            slot: UInt32(truncatingIfNeeded: key.slot), generation: slots[key.slot].generation, priority: key.priority)
    }

    /// Adds an entry. O(log n); O(1) on average when ranks come at random.
    @inlinable @inline(__always)
    mutating func insert(rank: UInt64, priority: EventPriority, payload: Payload) -> EventHandle {
        if keyCount == capacity || nextSequence == StampedKey.maximumSequence { makeRoom() }
        if firstVacant == noVacantSlot { addSlot(payload) }
        let sequence = nextSequence
        nextSequence &+= 1
        let slot = firstVacant & ~vacantSlotBit
        let generation = slots[Int(slot)].generation
        firstVacant = slots[Int(slot)].sequence
        slots[Int(slot)].sequence = sequence
        slots[Int(slot)].payload = payload
        liveCount &+= 1
        push(StampedKey(rank: rank, priority: priority, sequence: sequence, slot: slot))
        return EventHandle(slot: slot, generation: generation, priority: priority)
    }

    /// Adds a vacant slot, where there is none.
    @inlinable @inline(never)
    mutating func addSlot(_ payload: Payload) {
        guard slotCount < StampedKey.maximumSlots else { misuse("more than 67,108,863 events are pending") }
        if slotCount == slotCapacity { growSlots() }
        slots.advanced(by: slotCount).initialize(
            to: StampedSlot(generation: 0, sequence: noVacantSlot, payload: payload))
        firstVacant = vacantSlotBit | UInt32(slotCount)
        slotCount += 1
    }

    /// Removes the smallest entry and returns its key and payload. The heap must not be empty. O(log n).
    @inlinable @inline(__always)
    mutating func removeFirst() -> (key: StampedKey, handle: EventHandle, payload: Payload) {
        let key = keys[0]
        let payload = slots[key.slot].payload
        let issued = handle(of: key)
        vacate(key.slot)
        removeFirstKey()
        dropLeadingLeftovers()
        return (key, issued, payload)
    }
}

// The pointers are owned by one value that cannot be copied.
extension StampedHeap: @unchecked Sendable where Payload: Sendable {}
