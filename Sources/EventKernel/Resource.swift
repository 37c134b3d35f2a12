/// A number of identical units, and the requests that wait for some.
///
/// A resource decides whom to serve and nothing else: it has no clock and schedules no event. Each call returns whom to
/// start, and the model starts them:
///
///     switch desk.request(customer) {
///     case .granted: calendar.schedule(at: calendar.now + serviceTime, …)
///     case .queued(let place): places[customer] = place
///     case .refused: lost += 1
///     }
///     …
///     if let following = desk.release() { … }
///
/// Requests wait by priority, then first come first served, or last come where ``requestAhead(_:units:priority:)``
/// asks. The first in the queue is never overtaken, also where it asks for more units than are free and the next would
/// be content with fewer. Orders by a number (the shortest service, the earliest due date, by chance) are
/// ``RankedResource``'s, units that can be taken away are ``PreemptiveResource``'s, and ``MonitoredResource`` measures
/// itself.
@frozen
public struct Resource<Requester: BitwiseCopyable>: ~Copyable {
    @usableFromInline var size: ResourceSize
    @usableFromInline var _inUse: Int = 0

    @usableFromInline var queue: WaitingLine<Requester>

    /// Requests that may wait at most; whoever comes then is refused.
    @inlinable public var queueLimit: Int { size.queueLimit }

    /// Units in existence. May drop below `inUse`: nobody is interrupted, and no request is granted until enough units
    /// have been released.
    @inlinable public var capacity: Int { size.capacity }
    /// Units that are held.
    @inlinable public var inUse: Int { _inUse }

    /// A resource that nobody has asked.
    ///
    /// - Parameters:
    ///   - capacity: units in existence; at least 0.
    ///   - queueLimit: requests that may wait; at least 0.
    ///   - minimumQueueCapacity: requests to make room for at once.
    @inlinable
    public init(capacity: Int, queueLimit: Int = .max, minimumQueueCapacity: Int = 16) {
        size = ResourceSize(capacity: capacity, queueLimit: queueLimit)
        queue = WaitingLine(minimumCapacity: minimumQueueCapacity)
    }

    /// How many requests wait.
    @inlinable public var waiting: Int { queue.count }

    /// Whether a unit could be taken at once: one is free and nobody waits for it.
    @inlinable public var hasFreeUnit: Bool { inUse < capacity && queue.count == 0 }

    /// Asks for units. O(1).
    ///
    /// - Parameters:
    ///   - requester: who asks.
    ///   - units: how many, all together; at least 1. More than there are wait until there are more.
    ///   - priority: smaller is served first.
    @inlinable @inline(__always)
    public mutating func request(
        _ requester: Requester, units: Int = 1, priority: EventPriority = .normal
    ) -> RequestOutcome {
        guard units > 0, units <= UInt32.max else { misuse("a request is for at least one unit, below 2³²", units) }
        if units <= capacity &- inUse, queue.count == 0 {
            _inUse &+= units
            return .granted
        }
        guard queue.count < queueLimit else { return .refused }
        return .queued(queue.append(requester, units: units, priority: priority))
    }

    /// Asks for units, and waits ahead of all of the same priority where there are too few: the last to come is served
    /// first. Else as ``request(_:units:priority:)``. O(1).
    @inlinable
    public mutating func requestAhead(
        _ requester: Requester, units: Int = 1, priority: EventPriority = .normal
    ) -> RequestOutcome {
        if queue.count > 0 || units > capacity &- inUse {
            return queue.count < queueLimit ? .queued(putFirst(requester, units: units, priority: priority)) : .refused
        }
        return request(requester, units: units, priority: priority)
    }

    /// Gives units back, and returns the request that has its units from now on, if any. Where several may start,
    /// because units of one request serve many, call ``grantNext()`` until it returns nil. O(1).
    ///
    /// - Parameter units: how many; at least 1 and at most ``inUse``.
    @inlinable @inline(__always)
    public mutating func release(units: Int = 1) -> Requester? {
        guard units > 0 else { misuse("at least one unit is released", units) }
        guard units <= inUse else { misuse("more units are released than are held; held are", inUse) }
        _inUse &-= units
        return grantNext()
    }

    /// Gives free units to the first request in the queue, and returns it; nil if it asks for more than are free, or
    /// nobody waits. To be called until it returns nil after the capacity has risen. O(1).
    @inlinable @inline(__always)
    public mutating func grantNext() -> Requester? {
        guard queue.count > 0, let (index, list) = queue.firstPlace else { return nil }
        let units = queue.units(at: index)
        guard units <= capacity &- inUse else { return nil }
        _inUse &+= units
        return queue.remove(at: index, from: list)
    }

    /// Changes the number of units. Grants nothing by itself: call `grantNext` until it returns nil.
    /// - Parameter newCapacity: at least 0.
    @inlinable
    public mutating func setCapacity(_ newCapacity: Int) { size.setCapacity(newCapacity) }
}

extension Resource: Sendable where Requester: Sendable {}
