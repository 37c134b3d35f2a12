extension StampedHeap {
    /// Places a key. The caller has made room.
    @inlinable @inline(__always)
    mutating func push(_ key: StampedKey) {
        guard key.rank <= later.lastNear else { return putOff(key) }
        let hole = keyCount
        keyCount &+= 1
        siftUp(key, from: hole)
    }

    @inlinable @inline(__always)
    mutating func siftUp(_ key: StampedKey, from start: Int) {
        var hole = start
        while hole > 0 {
            let parent = (hole &- 1) &>> 2
            let above = keys[parent]
            if above < key { break }
            keys[hole] = above
            hole = parent
        }
        keys[hole] = key
    }

    /// Removes the first key: the hole sinks to a leaf along the smallest children, then the last key rises from there,
    /// usually by a level or none (Wegener, "Bottom-up heapsort", 1993).
    @inlinable @inline(__always)
    mutating func removeFirstKey() {
        let last = keyCount &- 1
        keyCount = last
        let moved = keys[last]
        keys[last] = .sentinel
        if last > 0 { siftUp(moved, from: sinkHole(from: 0)) }
    }

    /// Sinks a hole to a leaf and returns where it ended.
    @inlinable @inline(__always)
    mutating func sinkHole(from start: Int) -> Int {
        var hole = start
        var child = 4 &* hole &+ 1
        while child < keyCount {
            let smallest = smallestSibling(from: child)
            keys[hole] = keys[smallest]
            hole = smallest
            child = 4 &* hole &+ 1
        }
        return hole
    }

    /// The position of the smallest of four siblings. Sentinels stand behind the last key, so all four can be read; and
    /// the choice is arithmetic, because no branch predictor can guess it.
    @inlinable @inline(__always)
    func smallestSibling(from child: Int) -> Int {
        let left = child &+ (keys[child &+ 1] < keys[child] ? 1 : 0)
        let right = child &+ (keys[child &+ 3] < keys[child &+ 2] ? 3 : 2)
        return keys[right] < keys[left] ? right : left
    }

    @inlinable
    mutating func siftDown(_ key: StampedKey, from start: Int) {
        var hole = start
        var child = 4 &* hole &+ 1
        while child < keyCount {
            let smallest = smallestSibling(from: child)
            if key < keys[smallest] { break }
            keys[hole] = keys[smallest]
            hole = smallest
            child = 4 &* hole &+ 1
        }
        keys[hole] = key
    }

    /// Orders the keys from scratch (Floyd, "Algorithm 245: Treesort 3", 1964). O(n).
    @inlinable
    mutating func orderAllKeys() {
        guard keyCount > 1 else { return }
        for parent in stride(from: (keyCount - 2) >> 2, through: 0, by: -1) { siftDown(keys[parent], from: parent) }
    }
}
