/// A number of identical units, and the requests that wait for one.
///
/// A resource decides whom to serve and nothing else: it has no clock and schedules no event. Each call returns whom to
/// start, and the model starts them:
///
///     switch desk.request(customer) {
///     case .granted: calendar.schedule(at: calendar.now + serviceTime, …)
///     case .queued(let place): places[customer] = place
///     }
///     …
///     if let following = desk.release() { … }
///
/// Requests wait by priority, then first come first served. A request takes one unit.
@frozen
public struct Resource<Requester: BitwiseCopyable>: ~Copyable {
    @usableFromInline var _capacity: Int
    @usableFromInline var _inUse: Int = 0

    @usableFromInline var queue: WaitingLine<Requester>

    /// Units in existence. May drop below `inUse`: nobody is interrupted, and no request is granted until enough units
    /// have been released.
    @inlinable public var capacity: Int { _capacity }
    /// Units that are held.
    @inlinable public var inUse: Int { _inUse }

    /// - Parameter capacity: units in existence; at least 0.
    @inlinable
    public init(capacity: Int, minimumQueueCapacity: Int = 16) {
        precondition(capacity >= 0, "a resource has at least no unit")
        self._capacity = capacity
        queue = WaitingLine(minimumCapacity: minimumQueueCapacity)
    }

    /// How many requests wait.
    @inlinable public var waiting: Int { queue.count }

    /// Whether a unit could be taken at once: one is free and nobody waits for it.
    @inlinable public var hasFreeUnit: Bool { inUse < capacity && queue.count == 0 }

    /// What became of a request.
    @frozen
    public enum Outcome: Hashable, BitwiseCopyable, Sendable {
        /// It holds a unit from now on.
        case granted
        /// It waits; the handle withdraws it.
        case queued(EventHandle)
    }

    /// Asks for a unit. O(1).
    @inlinable @inline(__always)
    public mutating func request(_ requester: Requester, priority: EventPriority = .normal) -> Outcome {
        if hasFreeUnit {
            _inUse &+= 1
            return .granted
        }
        return .queued(queue.append(requester, priority: priority))
    }

    /// Gives a unit back, and returns the request that holds it from now on, if any. O(1).
    @inlinable @inline(__always)
    public mutating func release() -> Requester? {
        precondition(inUse > 0, "a unit is released that nobody holds")
        _inUse &-= 1
        return grantNext()
    }

    /// Gives a free unit to the first request in the queue, and returns it; nil if no unit is free or nobody waits.
    /// To be called until it returns nil after the capacity has risen. O(1).
    @inlinable @inline(__always)
    public mutating func grantNext() -> Requester? {
        guard inUse < capacity, queue.count > 0 else { return nil }
        _inUse &+= 1
        return queue.removeFirst()
    }

    /// Changes the number of units. Grants nothing by itself: call `grantNext` until it returns nil.
    @inlinable
    public mutating func setCapacity(_ newCapacity: Int) {
        precondition(newCapacity >= 0, "a resource has at least no unit")
        _capacity = newCapacity
    }
}

extension Resource: Sendable where Requester: Sendable {}
