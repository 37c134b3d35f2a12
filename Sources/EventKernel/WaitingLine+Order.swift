/// The two ends of the line of one priority in a `WaitingLine`.
@frozen
@usableFromInline
struct PriorityLine: BitwiseCopyable {
    @usableFromInline var first: UInt32
    @usableFromInline var last: UInt32

    @inlinable
    init() {
        first = PriorityLine.none
        last = PriorityLine.none
    }

    /// No place.
    @inlinable static var none: UInt32 { .max }
    /// In the place of the previous link: this place is vacant.
    @inlinable static var vacant: UInt32 { .max - 1 }
}

/// One place in a `WaitingLine`: in a list, or in the chain of vacant places.
@frozen
@usableFromInline
struct LinePlace<Requester: BitwiseCopyable> {
    /// Counts the uses of the place, modulo 2³⁰.
    @usableFromInline var generation: UInt32
    @usableFromInline var previous: UInt32
    @usableFromInline var next: UInt32
    /// Units that are asked for; 1 where the place is vacant.
    @usableFromInline var units: UInt32 = 1
    @usableFromInline var requester: Requester

    @inlinable
    init(requester: Requester) {
        generation = 0
        previous = PriorityLine.vacant
        next = PriorityLine.none
        self.requester = requester
    }
}

extension WaitingLine {
    /// Everyone, in order. O(n).
    @inlinable
    func inOrder() -> [(requester: Requester, place: QueuePlace)] {
        var everyone: [(requester: Requester, place: QueuePlace)] = []
        everyone.reserveCapacity(count)
        for list in 0..<256 {
            var place = lists[list].first
            while place != PriorityLine.none {
                let handle = EventHandle(
                    slot: place, generation: places[Int(place)].generation,
                    priority: EventPriority(rawValue: UInt8(list)))
                everyone.append((places[Int(place)].requester, QueuePlace(handle)))
                place = places[Int(place)].next
            }
        }
        return everyone
    }

    /// Checks every rule that the line keeps, and traps at the first one broken. O(n).
    @inlinable
    func checkInvariants() {
        precondition(placeCount <= capacity && count <= placeCount, "counts within capacity")
        var (waiting, severalUnits) = (0, 0)
        for list in 0..<256 {
            let bit = occupied[list >> 6] >> (UInt64(list) & 63) & 1
            precondition((bit == 1) == (lists[list].first != PriorityLine.none), "a bit is set for each list in use")
            var previous = PriorityLine.none
            var place = lists[list].first
            while place != PriorityLine.none {
                precondition(places[Int(place)].previous == previous, "links lead back")
                waiting += 1
                precondition(waiting <= count, "no list has a loop")
                if places[Int(place)].units != 1 { severalUnits += 1 }
                previous = place
                place = places[Int(place)].next
            }
            precondition(lists[list].last == previous, "a list ends at its last")
        }
        precondition(waiting == count, "everyone is in a list")
        precondition(severalUnits == bulky, "who asks for several units is counted")
        var vacant = 0
        var place = firstVacant
        while place != PriorityLine.none {
            precondition(places[Int(place)].previous == PriorityLine.vacant, "a vacant place is marked")
            precondition(places[Int(place)].units == 1, "a vacant place asks for nothing")
            vacant += 1
            precondition(vacant <= placeCount, "the chain of vacant places has no loop")
            place = places[Int(place)].next
        }
        precondition(vacant + count == placeCount, "a place is in use or vacant")
    }
}
