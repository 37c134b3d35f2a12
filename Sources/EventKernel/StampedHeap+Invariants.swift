extension StampedHeap {
    /// Checks every rule that the heap keeps, and traps at the first one broken. O(n).
    @inlinable
    func checkInvariants() {
        precondition(keyCount <= capacity && slotCount <= slotCapacity, "counts within capacity")
        var current = 0
        for position in 0..<keyCount {
            precondition(position == 0 || keys[(position - 1) / 4] < keys[position], "a parent is before its children")
            precondition(keys[position].slot < slotCount, "a key names a slot")
            if isCurrent(keys[position]) { current += 1 }
        }
        for position in keyCount..<(capacity + 3) {
            precondition(keys[position].bits == .max, "sentinels stand behind the keys")
        }
        current += currentLater()
        precondition(current == liveCount, "each entry has one current key")
        precondition(keyCount == 0 || isCurrent(keys[0]), "the first key is current")
        precondition(keyCount > 0 || liveCount == 0, "the first of all is in the heap")
        precondition(vacantSlotCount() + liveCount == slotCount, "a slot is in use or vacant")
    }

    /// Checks what was put off, and counts the entries among it.
    @inlinable
    func currentLater() -> Int {
        guard later.pageBits > 0 else { return 0 }
        var (held, current) = (0, 0)
        for place in 0...LaterKeys.beyond {
            later.visit(later.lists[place]) { key in
                held += 1
                precondition(later.place(of: key) == place, "a key is in its page")
                guard isCurrent(key) else { return }
                current += 1
                precondition(key.rank > later.lastNear && keys[0] < key, "what is put off comes later")
            }
        }
        precondition(held == later.count, "what is put off is counted")
        return current
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
