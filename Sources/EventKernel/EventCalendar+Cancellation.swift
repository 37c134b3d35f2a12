extension EventCalendar {
    /// Whether the event is still to fire. O(1).
    @inlinable
    public func isPending(_ handle: EventHandle) -> Bool { heap.isPending(handle) }

    /// What a pending event is to do; nil if it has fired or been cancelled. O(1).
    @inlinable
    public func payload(of handle: EventHandle) -> Payload? {
        heap.isPending(handle) ? heap.slots[handle.slot].payload : nil
    }

    /// Withdraws a pending event.
    ///
    /// - Returns: false, changing nothing, if it has already fired or been cancelled.
    /// - Complexity: O(log n) amortised. Memory stays in proportion to the largest number of events ever pending.
    @discardableResult
    @inlinable
    public mutating func cancel(_ handle: EventHandle) -> Bool { heap.remove(handle) }

    /// Withdraws an event that the model knows to be pending, and ends the program with words where it is not: where
    /// it may have fired, ask ``cancel(_:)``.
    ///
    /// - Returns: what it was to do.
    /// - Complexity: O(log n) amortised.
    @discardableResult
    @inlinable
    public mutating func withdraw(_ handle: EventHandle) -> Payload {
        guard let payload = payload(of: handle) else { misuse("the event has fired, or was cancelled before") }
        heap.remove(handle)
        return payload
    }

    /// Moves a pending event to another time. It keeps its handle, payload and priority, and goes behind the events
    /// already there, as if it had been scheduled now.
    ///
    /// - Parameter time: not before `now`.
    /// - Returns: false, changing nothing, if the event has already fired or been cancelled.
    /// - Complexity: O(log n) amortised.
    @discardableResult
    @inlinable
    public mutating func reschedule(_ handle: EventHandle, at time: Time) -> Bool {
        guard time >= now else { misuse("an event cannot be scheduled in the past", time, now: now) }
        return heap.move(handle, rank: time.orderedBits)
    }

    /// Withdraws every pending event; the clock and the count of fired events stay. O(n).
    @inlinable
    public mutating func cancelAll() { heap.removeAll() }
}
