/// A ``Resource`` that measures itself: how long its queue is, how many units are in use, how long those who were
/// served had waited, and how many went away.
///
/// Each call says what time it is. Measures begin with the resource, or at the latest ``resetMonitors(at:)``, as at the
/// end of a warm-up.
@frozen
public struct MonitoredResource<Time: SimulationTime, Requester: BitwiseCopyable>: ~Copyable {
    /// Somebody who waits, and since when.
    @frozen
    @usableFromInline
    struct Waiter: BitwiseCopyable {
        @usableFromInline let requester: Requester
        @usableFromInline let since: Time

        @inlinable
        init(requester: Requester, since: Time) {
            self.requester = requester
            self.since = since
        }
    }

    @usableFromInline var resource: Resource<Waiter>
    @usableFromInline var _queueLength: TimeWeightedMonitor<Time>
    @usableFromInline var _unitsInUse: TimeWeightedMonitor<Time>
    @usableFromInline var _waits = TallyMonitor()
    @usableFromInline var _reneged = 0
    @usableFromInline var _refused = 0

    /// A resource that nobody has asked; the first two as in ``Resource``.
    /// - Parameter start: when its measures begin.
    @inlinable
    public init(capacity: Int, queueLimit: Int = .max, startingAt start: Time) {
        resource = Resource(capacity: capacity, queueLimit: queueLimit)
        _queueLength = TimeWeightedMonitor(at: start)
        _unitsInUse = TimeWeightedMonitor(at: start)
    }

    /// How many waited, over time.
    @inlinable public var queueLength: TimeWeightedMonitor<Time> { _queueLength }
    /// How many units were held, over time.
    @inlinable public var unitsInUse: TimeWeightedMonitor<Time> { _unitsInUse }
    /// How long those who were served had waited, 0 for whoever found a unit free; in the clock's unit.
    @inlinable public var waits: TallyMonitor { _waits }
    /// Requests that were withdrawn.
    @inlinable public var reneged: Int { _reneged }
    /// Requests that found the queue full.
    @inlinable public var refused: Int { _refused }
    /// Units in existence.
    @inlinable public var capacity: Int { resource.capacity }
    /// Units that are held.
    @inlinable public var inUse: Int { resource.inUse }
    /// How many requests wait.
    @inlinable public var waiting: Int { resource.waiting }

    /// Asks for units at a time, as in ``Resource/request(_:units:priority:)``. O(1).
    @inlinable @inline(__always)
    public mutating func request(
        _ requester: Requester, units: Int = 1, priority: EventPriority = .normal, at now: Time
    ) -> RequestOutcome {
        let waiter = Waiter(requester: requester, since: now)
        return noted(resource.request(waiter, units: units, priority: priority), at: now)
    }

    /// Asks for units at a time, ahead of those of the same priority, as in
    /// ``Resource/requestAhead(_:units:priority:)``. O(1).
    @inlinable
    public mutating func requestAhead(
        _ requester: Requester, units: Int = 1, priority: EventPriority = .normal, at now: Time
    ) -> RequestOutcome {
        let waiter = Waiter(requester: requester, since: now)
        return noted(resource.requestAhead(waiter, units: units, priority: priority), at: now)
    }

    @inlinable @inline(__always)
    mutating func noted(_ outcome: RequestOutcome, at now: Time) -> RequestOutcome {
        switch outcome {
        case .granted:
            _waits.record(0)
            _unitsInUse.update(to: Double(inUse), at: now)
        case .queued: _queueLength.update(to: Double(waiting), at: now)
        case .refused: _refused += 1
        }
        return outcome
    }

    /// Gives units back at a time, as in ``Resource/release(units:)``. O(1).
    @inlinable @inline(__always)
    public mutating func release(units: Int = 1, at now: Time) -> Requester? {
        granted(resource.release(units: units), at: now)
    }

    /// Gives free units to the first in the queue, as in ``Resource/grantNext()``. O(1).
    @inlinable
    public mutating func grantNext(at now: Time) -> Requester? { granted(resource.grantNext(), at: now) }

    @inlinable @inline(__always)
    mutating func granted(_ waiter: Waiter?, at now: Time) -> Requester? {
        _unitsInUse.update(to: Double(inUse), at: now)
        guard let waiter else { return nil }
        _waits.record(now.elapsed(since: waiter.since))
        _queueLength.update(to: Double(waiting), at: now)
        return waiter.requester
    }

    /// Withdraws a waiting request, as in ``Resource/renege(_:)``. O(1).
    @discardableResult
    @inlinable
    public mutating func renege(_ place: QueuePlace, at now: Time) -> Requester? {
        guard let waiter = resource.renege(place) else { return nil }
        _reneged += 1
        _queueLength.update(to: Double(waiting), at: now)
        return waiter.requester
    }

    /// Changes the number of units, as in ``Resource/setCapacity(_:)``: call ``grantNext(at:)`` until it returns nil.
    @inlinable
    public mutating func setCapacity(_ newCapacity: Int) { resource.setCapacity(newCapacity) }

    /// Measures anew from a time on, as at the end of a warm-up; who waits and who is served stays.
    @inlinable
    public mutating func resetMonitors(at now: Time) {
        _queueLength.reset(at: now)
        _unitsInUse.reset(at: now)
        _waits.reset()
        (_reneged, _refused) = (0, 0)
    }

    /// Checks every rule that the resource keeps, and traps at the first one broken. O(n); for tests.
    @inlinable
    public func checkInvariants() { resource.checkInvariants() }
}

extension MonitoredResource: Sendable where Requester: Sendable {}
extension MonitoredResource.Waiter: Sendable where Requester: Sendable {}
