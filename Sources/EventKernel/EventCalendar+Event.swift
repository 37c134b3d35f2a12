extension EventCalendar {
    /// An event that fired, or one that is pending.
    @frozen
    public struct Event: BitwiseCopyable {
        /// When it fires.
        public let time: Time
        /// What is to happen.
        public let payload: Payload
        /// The handle that `schedule` returned. Once the event has fired, it names nothing.
        public let handle: EventHandle

        /// Its rank among events at the same time.
        @inlinable public var priority: EventPriority { handle.priority }

        @inlinable
        init(time: Time, payload: Payload, handle: EventHandle) {
            self.time = time
            self.payload = payload
            self.handle = handle
        }
    }

    /// Every pending event in the order of firing: what a snapshot keeps. Scheduling them one by one in an empty
    /// calendar gives a calendar that fires alike. O(n log n).
    @inlinable
    public func pendingInOrder() -> [Event] {
        heap.orderedKeys().map { key in
            Event(
                time: Time(orderedBits: key.rank), payload: heap.slots[key.slot].payload, handle: heap.handle(of: key))
        }
    }

    /// Checks every rule that the calendar keeps, and traps at the first one broken. O(n); for tests.
    @inlinable
    public func checkInvariants() {
        heap.checkInvariants()
        precondition(heap.liveCount == 0 || heap.first.rank >= now.orderedBits, "no event is in the past")
    }
}

extension EventCalendar.Event: Sendable where Payload: Sendable {}
