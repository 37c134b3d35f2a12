extension Resource {
    /// Whether the request still waits. O(1).
    @inlinable
    public func isWaiting(_ handle: EventHandle) -> Bool { queue.isPending(handle) }

    /// Withdraws a waiting request.
    ///
    /// - Returns: who had asked; nil, changing nothing, if the request has been granted or withdrawn.
    /// - Complexity: O(log n) amortised.
    @discardableResult
    @inlinable
    public mutating func renege(_ handle: EventHandle) -> Requester? {
        guard queue.isPending(handle) else { return nil }
        let requester = queue.slots[handle.slot].payload
        _ = queue.remove(handle)
        return requester
    }

    /// Who would be served next; nil if nobody waits. O(1).
    @inlinable public var firstWaiting: Requester? {
        queue.liveCount == 0 ? nil : queue.slots[queue.first.slot].payload
    }

    /// Everyone who waits, with their handles, in the order in which they would be served. O(n log n).
    @inlinable
    public func waitingInOrder() -> [(requester: Requester, handle: EventHandle)] {
        queue.orderedKeys().map { key in (queue.slots[key.slot].payload, queue.handle(of: key)) }
    }

    /// Checks every rule that the resource keeps, and traps at the first one broken. O(n); for tests.
    @inlinable
    public func checkInvariants() {
        queue.checkInvariants()
        precondition(inUse >= 0 && capacity >= 0, "units are counted from 0")
    }
}
