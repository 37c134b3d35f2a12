/// Those who wait for a resource, by priority and then in the order of their list: a doubly linked list for each
/// priority, threaded through one table, and a set of bits that says which lists are not empty. Joining, leaving from
/// the front and leaving from the middle are all O(1), and a place that is left is used again at once.
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
    /// Requests here for more than one unit: where there are none, as a rule, no place is asked how many.
    @usableFromInline var bulky = 0

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

    /// Takes a vacant place for somebody, in no list yet.
    @inlinable @inline(__always)
    mutating func occupyPlace(_ requester: Requester, units: Int) -> UInt32 {
        if firstVacant == PriorityLine.none { addPlace(requester) }
        let place = firstVacant
        firstVacant = places[Int(place)].next
        places[Int(place)].requester = requester
        if units != 1 { setUnits(units, at: Int(place)) }
        count &+= 1
        return place
    }

    /// Joins at the back of the list of `priority`.
    @inlinable @inline(__always)
    mutating func append(_ requester: Requester, units: Int = 1, priority: EventPriority) -> QueuePlace {
        let place = occupyPlace(requester, units: units)
        let index = Int(place)
        let list = Int(priority.rawValue)
        let last = lists[list].last
        places[index].previous = last
        places[index].next = PriorityLine.none
        if last == PriorityLine.none {
            lists[list].first = place
            occupied[list &>> 6] |= 1 &<< (UInt64(list) & 63)
        } else {
            places[Int(last)].next = place
        }
        lists[list].last = place
        return QueuePlace(EventHandle(slot: place, generation: places[index].generation, priority: priority))
    }

    /// Joins at the front of the list of `priority`.
    @inlinable
    mutating func prepend(_ requester: Requester, units: Int = 1, priority: EventPriority) -> QueuePlace {
        let place = occupyPlace(requester, units: units)
        let index = Int(place)
        let list = Int(priority.rawValue)
        let first = lists[list].first
        places[index].previous = PriorityLine.none
        places[index].next = first
        if first == PriorityLine.none {
            lists[list].last = place
            occupied[list &>> 6] |= 1 &<< (UInt64(list) & 63)
        } else {
            places[Int(first)].previous = place
        }
        lists[list].first = place
        return QueuePlace(EventHandle(slot: place, generation: places[index].generation, priority: priority))
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

    /// The place of whoever is last of the least urgent; nobody is there if it is nil.
    @inlinable var lastPlace: (index: Int, list: Int)? {
        for word in (0..<4).reversed() where occupied[word] != 0 {
            let list = word &<< 6 | (63 &- occupied[word].leadingZeroBitCount)
            return (Int(lists[list].last), list)
        }
        return nil
    }

    /// Takes out whoever has the place; nil if nobody has.
    @inlinable
    mutating func remove(_ place: QueuePlace) -> Requester? {
        isWaiting(place) ? remove(at: place.handle.slot, from: Int(place.priority.rawValue)) : nil
    }

    @inlinable
    func isWaiting(_ place: QueuePlace) -> Bool {
        let handle = place.handle
        return handle.slot < placeCount && places[handle.slot].generation == handle.generation
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
        if bulky != 0 { forgetUnits(at: index) }
        return places[index].requester
    }

    /// How many units whoever is at a place asks for. O(1).
    @inlinable @inline(__always)
    func units(at index: Int) -> Int { bulky == 0 ? 1 : Int(places[index].units) }

    @inlinable @inline(never)
    mutating func setUnits(_ units: Int, at index: Int) {
        places[index].units = UInt32(truncatingIfNeeded: units)
        bulky += 1
    }

    @inlinable @inline(never)
    mutating func forgetUnits(at index: Int) {
        if places[index].units != 1 { bulky -= 1 }
        places[index].units = 1
    }

    /// Adds a vacant place, where there is none.
    @inlinable @inline(never)
    mutating func addPlace(_ requester: Requester) {
        guard placeCount < StampedKey.maximumSlots else { misuse("more than 67,108,863 requests wait") }
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
