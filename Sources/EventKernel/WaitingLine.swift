/// Those who wait for a resource, by priority and then by arrival: a doubly linked list for each priority, threaded
/// through one table, and a set of bits that says which lists are not empty. Joining, leaving from the front and
/// leaving from the middle are all O(1), and a place that is left is used again at once.
@frozen
@usableFromInline
struct WaitingLine<Requester: BitwiseCopyable>: ~Copyable {
    @usableFromInline var places: UnsafeMutablePointer<LinePlace<Requester>>
    /// One list for each of the 256 priorities.
    @usableFromInline var lists: UnsafeMutablePointer<PriorityLine>
    /// A bit for each priority, set if its list is not empty.
    @usableFromInline var occupied: InlineArray<4, UInt64>
    @usableFromInline var count: Int
    @usableFromInline var placeCount: Int
    @usableFromInline var capacity: Int
    @usableFromInline var firstVacant: UInt32

    @inlinable
    init(minimumCapacity: Int) {
        capacity = max(16, minimumCapacity)
        places = .allocate(capacity: capacity)
        lists = .allocate(capacity: 256)
        lists.initialize(repeating: PriorityLine(), count: 256)
        occupied = InlineArray(repeating: 0)
        count = 0
        placeCount = 0
        firstVacant = PriorityLine.none
    }

    @inlinable
    deinit {
        places.deallocate()
        lists.deallocate()
    }

    /// Joins at the back of the list of `priority`.
    @inlinable @inline(__always)
    mutating func append(_ requester: Requester, priority: EventPriority) -> EventHandle {
        if firstVacant == PriorityLine.none { addPlace(requester) }
        let place = firstVacant
        let index = Int(place)
        let list = Int(priority.rawValue)
        let last = lists[list].last
        firstVacant = places[index].next
        places[index].requester = requester
        places[index].previous = last
        places[index].next = PriorityLine.none
        if last == PriorityLine.none {
            lists[list].first = place
            occupied[list &>> 6] |= 1 &<< (UInt64(list) & 63)
        } else {
            places[Int(last)].next = place
        }
        lists[list].last = place
        count &+= 1
        return EventHandle(slot: place, generation: places[index].generation, priority: priority)
    }

    /// The place of whoever is first; nobody waits if it is nil.
    @inlinable var firstPlace: (index: Int, list: Int)? {
        @inline(__always) get {
            for word in 0..<4 where occupied[word] != 0 {
                let list = word &<< 6 | occupied[word].trailingZeroBitCount
                return (Int(lists[list].first), list)
            }
            return nil
        }
    }

    /// Takes out whoever is first.
    @inlinable @inline(__always)
    mutating func removeFirst() -> Requester? {
        guard let (index, list) = firstPlace else { return nil }
        return remove(at: index, from: list)
    }

    /// Takes out whoever has the handle; nil if nobody has.
    @inlinable
    mutating func remove(_ handle: EventHandle) -> Requester? {
        isWaiting(handle) ? remove(at: handle.slot, from: Int(handle.priority.rawValue)) : nil
    }

    @inlinable
    func isWaiting(_ handle: EventHandle) -> Bool {
        handle.slot < placeCount && places[handle.slot].generation == handle.generation
            && places[handle.slot].previous != PriorityLine.vacant
    }

    @inlinable @inline(__always)
    mutating func remove(at index: Int, from list: Int) -> Requester {
        let (previous, next) = (places[index].previous, places[index].next)
        if previous == PriorityLine.none { lists[list].first = next } else { places[Int(previous)].next = next }
        if next == PriorityLine.none { lists[list].last = previous } else { places[Int(next)].previous = previous }
        if lists[list].first == PriorityLine.none { occupied[list &>> 6] &= ~(1 &<< (UInt64(list) & 63)) }
        places[index].generation = (places[index].generation &+ 1) & StampedKey.maximumSequence
        places[index].previous = PriorityLine.vacant
        places[index].next = firstVacant
        firstVacant = UInt32(truncatingIfNeeded: index)
        count &-= 1
        return places[index].requester
    }

    /// Adds a vacant place, where there is none.
    @inlinable @inline(never)
    mutating func addPlace(_ requester: Requester) {
        precondition(placeCount < StampedKey.maximumSlots, "more than 67,108,863 requests wait")
        if placeCount == capacity {
            let larger = UnsafeMutablePointer<LinePlace<Requester>>.allocate(capacity: capacity * 2)
            larger.moveInitialize(from: places, count: placeCount)
            places.deallocate()
            places = larger
            capacity *= 2
        }
        places.advanced(by: placeCount).initialize(to: LinePlace(requester: requester))
        firstVacant = UInt32(placeCount)
        placeCount += 1
    }
}

// The pointers are owned by one value that cannot be copied.
extension WaitingLine: @unchecked Sendable where Requester: Sendable {}
