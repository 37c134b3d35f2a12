/// The pending events of a simulation and its clock.
///
/// Events fire in a total order: time, then priority, then the order in which they were scheduled. A payload says what
/// is to happen; the model keeps its own state and switches on the payload:
///
///     var calendar = EventCalendar<Double, Payload>(startingAt: 0)
///     calendar.schedule(at: 1.5, Payload(kind: .arrival, subject: 0))
///     while let event = calendar.next(until: .time(1000)) {
///         switch event.payload.kind { … }
///     }
///
/// Each pending event takes 24 bytes and the size of its payload; one calendar holds up to 67 million. Scheduling,
/// firing, cancelling and rescheduling are O(log n) or better. Nothing is allocated except when the calendar doubles.
@frozen
public struct EventCalendar<Time: SimulationTime, Payload: BitwiseCopyable>: ~Copyable {
    @usableFromInline var _now: Time
    @usableFromInline var _processed: UInt64 = 0

    @usableFromInline var heap: StampedHeap<Payload>

    /// The clock: the time of the latest event that fired, or where `advance(to:)` put it.
    @inlinable public var now: Time { _now }
    /// How many events have fired.
    @inlinable public var processed: UInt64 { _processed }

    /// An empty calendar.
    ///
    /// - Parameters:
    ///   - start: where the clock stands.
    ///   - minimumCapacity: how many pending events to make room for at once.
    ///   - pageBits: events further ahead than 2 to this power units of the clock, or so, are kept in no order until
    ///     they come nearer, which is faster where most are far ahead, or are cancelled before their time; for clocks
    ///     that count in whole units. 0 keeps everything in order, 0 … 59.
    @inlinable
    public init(startingAt start: Time, minimumCapacity: Int = 64, pageBits: Int = 0) {
        _now = start
        heap = StampedHeap(minimumCapacity: minimumCapacity, firstRank: start.orderedBits, pageBits: pageBits)
    }

    /// How many events are pending.
    @inlinable public var count: Int { heap.liveCount }

    /// Whether no event is pending. O(1).
    @inlinable public var isEmpty: Bool { heap.liveCount == 0 }

    /// When the next event fires; nil if none is pending. O(1).
    @inlinable public var peekTime: Time? {
        heap.liveCount == 0 ? nil : Time(orderedBits: heap.first.rank)
    }

    /// What the next event is to do; nil if none is pending. O(1).
    @inlinable public var peekPayload: Payload? {
        @inline(__always) get { heap.liveCount == 0 ? nil : heap.slots[heap.first.slot].payload }
    }

    /// Adds an event, behind all others of the same time and priority.
    ///
    /// - Parameters:
    ///   - time: when it fires; not before `now`.
    ///   - priority: its rank among events at the same time, smaller first.
    ///   - payload: what is to happen.
    /// - Returns: a handle to cancel or reschedule it by; costs nothing when not used.
    /// - Complexity: O(log n); O(1) on average when times come at random.
    @discardableResult
    @inlinable @inline(__always)
    public mutating func schedule(
        at time: Time, priority: EventPriority = .normal, _ payload: Payload
    ) -> EventHandle {
        guard time >= now else { misuse("an event cannot be scheduled in the past", time, now: now) }
        return heap.insert(rank: time.orderedBits, priority: priority, payload: payload)
    }

    /// Removes the next event and moves the clock to it; nil if none is pending. O(log n).
    @inlinable @inline(__always)
    public mutating func next() -> Event? {
        guard heap.liveCount > 0 else { return nil }
        let (key, handle, payload) = heap.removeFirst()
        let time = Time(orderedBits: key.rank)
        _now = time
        _processed &+= 1
        return Event(time: time, payload: payload, handle: handle)
    }

    /// Moves the clock without firing anything, as at the end of a run.
    ///
    /// - Parameter time: not before `now`, and not after the next event.
    @inlinable
    public mutating func advance(to time: Time) {
        guard time >= now else { misuse("the clock does not go back", time, now: now) }
        guard heap.liveCount == 0 || heap.first.rank >= time.orderedBits else {
            misuse("the clock does not pass an event", Time(orderedBits: heap.first.rank), now: now)
        }
        _now = time
    }
}

extension EventCalendar: Sendable where Payload: Sendable {}
