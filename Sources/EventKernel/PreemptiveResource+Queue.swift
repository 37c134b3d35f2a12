extension PreemptiveResource {
    /// Changes the number of units. Then call ``stopNext()`` until it returns nil, where it has shrunk, or
    /// ``grantNext()``, where it has risen.
    /// - Parameter newCapacity: at least 0.
    @inlinable
    public mutating func setCapacity(_ newCapacity: Int) { size.setCapacity(newCapacity) }

    /// Takes a unit away from the least urgent who has one, where more are held than exist, and returns who is to be
    /// stopped; nil where all who are served may go on. O(1).
    @inlinable
    public mutating func stopNext() -> Stopped? {
        guard holders.count > capacity, let (index, list) = holders.lastPlace else { return nil }
        return stop(at: index, from: list)
    }

    /// Puts somebody at the head of those of their priority, as one who was stopped goes first. No limit holds. O(1).
    ///
    /// - Parameters:
    ///   - requester: who waits.
    ///   - priority: smaller is served first.
    /// - Returns: the place that withdraws them.
    @discardableResult
    @inlinable
    public mutating func putFirst(_ requester: Requester, priority: EventPriority = .normal) -> QueuePlace {
        queue.prepend(requester, priority: priority)
    }

    /// Who holds a unit; nil if it was given back or taken away. O(1).
    @inlinable
    public func holder(of unit: HeldUnit) -> Requester? {
        holders.isWaiting(unit.place) ? holders.places[unit.place.handle.slot].requester : nil
    }

    /// Whether the request still waits. O(1).
    @inlinable
    public func isWaiting(_ place: QueuePlace) -> Bool { queue.isWaiting(place) }

    /// Withdraws a waiting request.
    ///
    /// - Returns: who had asked; nil, changing nothing, if the request has been granted or withdrawn.
    /// - Complexity: O(1).
    @discardableResult
    @inlinable
    public mutating func renege(_ place: QueuePlace) -> Requester? { queue.remove(place) }

    /// Everyone who waits, with their places, in the order in which they would be served. O(n).
    @inlinable
    public func waitingInOrder() -> [(requester: Requester, place: QueuePlace)] { queue.inOrder() }

    /// Checks every rule that the resource keeps, and traps at the first one broken. O(n); for tests.
    @inlinable
    public func checkInvariants() {
        queue.checkInvariants()
        holders.checkInvariants()
    }
}
