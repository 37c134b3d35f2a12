extension StampedHeap {
    /// Puts off a key beyond the present page. It goes into the heap all the same where it comes before all that is
    /// there: the first key of the heap is the first of all.
    @inlinable @inline(never)
    mutating func putOff(_ key: StampedKey) {
        if key < keys[0] {
            let hole = keyCount
            keyCount &+= 1
            return siftUp(key, from: hole)
        }
        if later.isFull, later.count > 2 * liveCount { sweepLater() }
        later.append(key)
    }

    /// Drops leftovers until the first key is current, and turns pages until it is in the present one.
    @inlinable @inline(never)
    mutating func settleFirst() {
        while true {
            while keyCount > 0, !isCurrent(keys[0]) { removeFirstKey() }
            guard keys[0].rank > later.lastNear, later.count > 0 else { return }
            // What is in the heap now came before its page was turned.
            for position in 0..<keyCount {
                if isCurrent(keys[position]) { later.append(keys[position]) }
                keys[position] = .sentinel
            }
            keyCount = 0
            takeIn(later.turnPage())
            orderAllKeys()
        }
    }

    /// Takes the current keys of a list into the heap, in no order.
    @inlinable
    mutating func takeIn(_ list: ChunkList) {
        let slots = slots
        var taken = 0
        later.visit(list) { if slots[$0.slot].sequence == $0.sequence { taken += 1 } }
        while keyCount + taken > capacity { growKeys() }
        let keys = keys
        var position = keyCount
        later.drain(list) { _, key in
            guard slots[key.slot].sequence == key.sequence else { return }
            keys[position] = key
            position += 1
        }
        keyCount = position
    }

    /// Forgets leftovers among what was put off.
    @inlinable
    mutating func sweepLater() {
        let slots = slots
        for place in 0...LaterKeys.beyond {
            later.drain(later.takeList(place)) { later, key in
                if slots[key.slot].sequence == key.sequence { later.append(key) }
            }
        }
    }

    /// Takes everything that was put off into the heap, in no order.
    @inlinable
    mutating func takeInAll() {
        guard later.count > 0 else { return }
        for place in 0...LaterKeys.beyond { takeIn(later.takeList(place)) }
    }

    /// Puts off again what is beyond the present page, but for the first of all. The keys are sorted.
    @inlinable
    mutating func putOffTheRest() {
        while keyCount > 1, keys[keyCount - 1].rank > later.lastNear {
            keyCount -= 1
            later.append(keys[keyCount])
            keys[keyCount] = .sentinel
        }
    }
}
