extension Resource {
    /// Whether the request still waits. O(1).
    @inlinable
    public func isWaiting(_ handle: EventHandle) -> Bool { queue.isWaiting(handle) }

    /// Withdraws a waiting request.
    ///
    /// - Returns: who had asked; nil, changing nothing, if the request has been granted or withdrawn.
    /// - Complexity: O(1).
    @discardableResult
    @inlinable
    public mutating func renege(_ handle: EventHandle) -> Requester? { queue.remove(handle) }

    /// Who would be served next; nil if nobody waits. O(1).
    @inlinable public var firstWaiting: Requester? { queue.firstPlace.map { queue.places[$0.index].requester } }

    /// Everyone who waits, with their handles, in the order in which they would be served. O(n).
    @inlinable
    public func waitingInOrder() -> [(requester: Requester, handle: EventHandle)] { queue.inOrder() }

    /// Checks every rule that the resource keeps, and traps at the first one broken. O(n); for tests.
    @inlinable
    public func checkInvariants() {
        queue.checkInvariants()
        precondition(inUse >= 0 && capacity >= 0, "units are counted from 0")
    }
}
