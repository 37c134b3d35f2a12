extension StampedHeap {
    /// Room for `capacity` keys and three sentinels, the second key at the start of a cache line: siblings share one.
    @inlinable
    static func allocateKeys(_ capacity: Int) -> UnsafeMutablePointer<StampedKey> {
        let stride = MemoryLayout<StampedKey>.stride
        let raw = UnsafeMutableRawPointer.allocate(byteCount: (capacity + 6) * stride, alignment: 4 * stride)
        let keys = raw.advanced(by: 3 * stride).bindMemory(to: StampedKey.self, capacity: capacity + 3)
        keys.initialize(repeating: .sentinel, count: capacity + 3)
        return keys
    }

    @inlinable
    static func deallocate(_ keys: UnsafeMutablePointer<StampedKey>) {
        UnsafeMutableRawPointer(keys).advanced(by: -3 * MemoryLayout<StampedKey>.stride).deallocate()
    }

    /// Makes room for one more key and one more sequence number.
    @inlinable @inline(never)
    mutating func makeRoom() {
        if nextSequence == StampedKey.maximumSequence { renumber() }
        guard keyCount == capacity else { return }
        if keyCount + later.count > 2 * liveCount {
            compact()
            orderAllKeys()
        }
        if keyCount > capacity / 2 { growKeys() }
    }

    @inlinable
    mutating func growKeys() {
        let newCapacity = capacity * 2
        let newKeys = Self.allocateKeys(newCapacity)
        newKeys.update(from: keys, count: keyCount)
        Self.deallocate(keys)
        keys = newKeys
        capacity = newCapacity
    }

    @inlinable
    mutating func growSlots() {
        let newSlots = UnsafeMutablePointer<StampedSlot<Payload>>.allocate(capacity: slotCapacity * 2)
        newSlots.moveInitialize(from: slots, count: slotCount)
        slots.deallocate()
        slots = newSlots
        slotCapacity *= 2
    }

    /// Numbers the entries afresh, in their order. Once in 2³⁰ insertions; O(n log n).
    @inlinable
    mutating func renumber() {
        takeInAll()
        compact()
        var ordered = UnsafeMutableBufferPointer(start: keys, count: keyCount)
        ordered.sort { $0 < $1 }
        for position in 0..<keyCount {
            let key = keys[position]
            let sequence = UInt32(truncatingIfNeeded: position)
            keys[position] = StampedKey(
                rank: key.rank, priority: key.priority, sequence: sequence, slot: UInt32(truncatingIfNeeded: key.slot))
            slots[key.slot].sequence = sequence
        }
        nextSequence = UInt32(keyCount)
        putOffTheRest()
    }

    /// The keys of all entries, in order. O(n log n).
    @inlinable
    func orderedKeys() -> [StampedKey] {
        var current: [StampedKey] = []
        current.reserveCapacity(liveCount)
        for position in 0..<keyCount where isCurrent(keys[position]) { current.append(keys[position]) }
        if later.count > 0 {
            for place in 0...LaterKeys.beyond {
                later.visit(later.lists[place]) { if isCurrent($0) { current.append($0) } }
            }
        }
        current.sort { $0 < $1 }
        return current
    }

    /// Removes every entry; their handles name nothing from now on. O(n).
    @inlinable
    mutating func removeAll() {
        takeInAll()
        for position in 0..<keyCount {
            let key = keys[position]
            if isCurrent(key) { vacate(key.slot) }
            keys[position] = .sentinel
        }
        keyCount = 0
    }
}
