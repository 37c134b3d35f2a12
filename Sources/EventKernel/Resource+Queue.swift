extension Resource {
    /// Whether the request still waits. O(1).
    @inlinable
    public func isWaiting(_ place: QueuePlace) -> Bool { queue.isWaiting(place) }

    /// Withdraws a waiting request. Where it was first and asked for more units than were free, others may start: call
    /// ``grantNext()`` until it returns nil.
    ///
    /// - Returns: who had asked; nil, changing nothing, if the request has been granted or withdrawn.
    /// - Complexity: O(1).
    @discardableResult
    @inlinable
    public mutating func renege(_ place: QueuePlace) -> Requester? { queue.remove(place) }

    /// Puts somebody at the head of those of their priority, as one who was sent away goes first. No limit holds.
    /// O(1).
    ///
    /// - Parameters:
    ///   - requester: who waits.
    ///   - units: how many units they ask for; at least 1.
    ///   - priority: smaller is served first.
    /// - Returns: the place that withdraws them.
    @inlinable
    public mutating func putFirst(
        _ requester: Requester, units: Int = 1, priority: EventPriority = .normal
    ) -> QueuePlace {
        guard units > 0, units <= UInt32.max else { misuse("a request is for at least one unit, below 2³²", units) }
        return queue.prepend(requester, units: units, priority: priority)
    }

    /// Who would be served next; nil if nobody waits. O(1).
    @inlinable public var firstWaiting: Requester? { queue.firstPlace.map { queue.places[$0.index].requester } }

    /// How many units whoever would be served next asks for; nil if nobody waits. O(1).
    @inlinable public var firstWaitingUnits: Int? { queue.firstPlace.map { queue.units(at: $0.index) } }

    /// Everyone who waits, with their places, in the order in which they would be served. O(n).
    @inlinable
    public func waitingInOrder() -> [(requester: Requester, place: QueuePlace)] { queue.inOrder() }

    /// Checks every rule that the resource keeps, and traps at the first one broken. O(n); for tests.
    @inlinable
    public func checkInvariants() {
        queue.checkInvariants()
        precondition(inUse >= 0 && capacity >= 0, "units are counted from 0")
    }
}
