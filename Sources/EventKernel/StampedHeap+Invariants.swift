extension StampedHeap {
    /// Checks every rule that the heap keeps, and traps at the first one broken. O(n).
    @inlinable
    func checkInvariants() {
        precondition(keyCount <= capacity && slotCount <= capacity, "counts within capacity")
        var current = 0
        for position in 0..<keyCount {
            precondition(position == 0 || keys[(position - 1) / 4] < keys[position], "a parent is before its children")
            precondition(keys[position].slot < slotCount, "a key names a slot")
            if isCurrent(keys[position]) { current += 1 }
        }
        for position in keyCount..<(capacity + 3) {
            precondition(keys[position].bits == .max, "sentinels stand behind the keys")
        }
        precondition(current == liveCount, "each entry has one current key")
        precondition(keyCount == 0 || isCurrent(keys[0]), "the first key is current")
        precondition(vacantSlotCount() + liveCount == slotCount, "a slot is in use or vacant")
    }

    @inlinable
    func vacantSlotCount() -> Int {
        var vacant = 0
        var link = firstVacant
        while link != noVacantSlot {
            precondition(link & vacantSlotBit != 0, "vacant slots link to vacant slots")
            vacant += 1
            precondition(vacant <= slotCount, "the chain of vacant slots has no loop")
            link = slots[Int(link & ~vacantSlotBit)].sequence
        }
        return vacant
    }
}
