extension StampedHeap {
    /// Gives a slot back; handles and keys that name its last use are void from now on.
    @inlinable @inline(__always)
    mutating func vacate(_ slot: Int) {
        slots[slot].generation = (slots[slot].generation &+ 1) & StampedKey.maximumSequence
        slots[slot].sequence = firstVacant
        firstVacant = vacantSlotBit | UInt32(truncatingIfNeeded: slot)
        liveCount &-= 1
    }

    /// Makes sure that the first key is current, and the first of all.
    @inlinable @inline(__always)
    mutating func dropLeadingLeftovers() {
        if keys[0].rank > later.lastNear { return settleFirst() }
        if keyCount &+ later.count > liveCount, keyCount > 0, !isCurrent(keys[0]) { settleFirst() }
    }

    /// Removes the entry that `handle` names; false if it names none. O(log n) amortised.
    @discardableResult
    @inlinable
    mutating func remove(_ handle: EventHandle) -> Bool {
        guard isPending(handle) else { return false }
        vacate(handle.slot)
        dropLeadingLeftovers()
        return true
    }

    /// Gives the entry that `handle` names another rank, behind all entries equal to it; false if it names none.
    /// O(log n) amortised.
    @inlinable
    mutating func move(_ handle: EventHandle, rank: UInt64) -> Bool {
        guard isPending(handle) else { return false }
        if keyCount == capacity || nextSequence == StampedKey.maximumSequence { makeRoom() }
        slots[handle.slot].sequence = nextSequence
        push(
            StampedKey(
                rank: rank, priority: handle.priority, sequence: nextSequence,
                slot: UInt32(truncatingIfNeeded: handle.slot)))
        nextSequence &+= 1
        dropLeadingLeftovers()
        return true
    }

    /// Keeps the current keys only, in no order.
    @inlinable
    mutating func compact() {
        var kept = 0
        for position in 0..<keyCount where isCurrent(keys[position]) {
            keys[kept] = keys[position]
            kept += 1
        }
        for position in kept..<keyCount { keys[position] = .sentinel }
        keyCount = kept
    }
}
