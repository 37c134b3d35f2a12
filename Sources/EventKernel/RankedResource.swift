/// A number of identical units, and requests that are served in the order of a number of their own: the length of the
/// service for the shortest first, a due date for the earliest first, a random number for service by chance.
///
/// As ``Resource``, with a heap for its queue: whoever asks says their rank, and the lowest goes first; of equal ranks
/// whoever came first. A request takes one unit.
@frozen
public struct RankedResource<Rank: SimulationTime, Requester: BitwiseCopyable>: ~Copyable {
    @usableFromInline var size: ResourceSize
    @usableFromInline var _inUse: Int = 0
    @usableFromInline var queue: StampedHeap<Requester>

    /// Requests that may wait at most; whoever comes then is refused.
    @inlinable public var queueLimit: Int { size.queueLimit }

    /// A resource that nobody has asked.
    ///
    /// - Parameters:
    ///   - capacity: units in existence; at least 0.
    ///   - queueLimit: requests that may wait; at least 0.
    @inlinable
    public init(capacity: Int, queueLimit: Int = .max) {
        size = ResourceSize(capacity: capacity, queueLimit: queueLimit)
        queue = StampedHeap(minimumCapacity: 64)
    }

    /// Units in existence; may drop below ``inUse``, and then nobody is stopped.
    @inlinable public var capacity: Int { size.capacity }
    /// Units that are held.
    @inlinable public var inUse: Int { _inUse }
    /// How many requests wait.
    @inlinable public var waiting: Int { queue.liveCount }

    /// Asks for a unit. O(log n).
    ///
    /// - Parameters:
    ///   - requester: who asks.
    ///   - rank: the lowest of those who wait is served first.
    @inlinable
    public mutating func request(_ requester: Requester, rank: Rank) -> RequestOutcome {
        if inUse < capacity, waiting == 0 {
            _inUse &+= 1
            return .granted
        }
        guard waiting < queueLimit else { return .refused }
        return .queued(QueuePlace(queue.insert(rank: rank.orderedBits, priority: .normal, payload: requester)))
    }

    /// Gives a unit back, and returns the request that has it from now on, if any. O(log n).
    @inlinable
    public mutating func release() -> Requester? {
        guard inUse > 0 else { misuse("a unit is released that nobody holds") }
        _inUse &-= 1
        return grantNext()
    }

    /// Gives a free unit to the request of the lowest rank, and returns it; nil if no unit is free or nobody waits. To
    /// be called until it returns nil after the capacity has risen. O(log n).
    @inlinable
    public mutating func grantNext() -> Requester? {
        guard inUse < capacity, waiting > 0 else { return nil }
        _inUse &+= 1
        return queue.removeFirst().payload
    }

    /// Changes the number of units. Grants nothing by itself: call `grantNext` until it returns nil.
    /// - Parameter newCapacity: at least 0.
    @inlinable
    public mutating func setCapacity(_ newCapacity: Int) { size.setCapacity(newCapacity) }

    /// Whether the request still waits. O(1).
    @inlinable
    public func isWaiting(_ place: QueuePlace) -> Bool { queue.isPending(place.handle) }

    /// Withdraws a waiting request.
    ///
    /// - Returns: who had asked; nil, changing nothing, if the request has been granted or withdrawn.
    /// - Complexity: O(log n) amortised.
    @discardableResult
    @inlinable
    public mutating func renege(_ place: QueuePlace) -> Requester? {
        guard isWaiting(place) else { return nil }
        let requester = queue.slots[place.handle.slot].payload
        queue.remove(place.handle)
        return requester
    }
}

extension RankedResource: Sendable where Requester: Sendable {}
