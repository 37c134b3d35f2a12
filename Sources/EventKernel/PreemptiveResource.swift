/// A number of identical units that can be taken away from whoever has them: a request of a more urgent priority stops
/// the least urgent that is being served, and capacity that shrinks stops those who are left over.
///
/// As with ``Resource`` the model starts and stops: each call says whom. What becomes of somebody who was stopped is
/// the model's to decide; as a rule it cancels their event, remembers what is left of their service and puts them first
/// in the queue again:
///
///     switch machine.request(job, priority: urgent) {
///     case .granted(let unit): start(job, on: unit)
///     case .interrupts(let stopped, let unit):
///         remaining[stopped.requester] = ends[stopped.requester] - calendar.now
///         calendar.withdraw(endings[stopped.requester])
///         machine.putFirst(stopped.requester, priority: stopped.priority)
///         start(job, on: unit)
///     case .queued(let place): places[job] = place
///     case .refused: lost += 1
///     }
///
/// Stopped is whoever has the least urgent priority, and of these whoever started last; never one of the same priority.
/// A request takes one unit.
@frozen
public struct PreemptiveResource<Requester: BitwiseCopyable>: ~Copyable {
    @usableFromInline var size: ResourceSize
    @usableFromInline var queue: WaitingLine<Requester>
    /// Those who are served, as a line: by priority, then in the order in which they started.
    @usableFromInline var holders: WaitingLine<Requester>

    /// Requests that may wait at most; whoever comes then is refused. Whoever was stopped finds room all the same.
    @inlinable public var queueLimit: Int { size.queueLimit }

    /// A resource that nobody has asked.
    ///
    /// - Parameters:
    ///   - capacity: units in existence; at least 0.
    ///   - queueLimit: requests that may wait; at least 0.
    @inlinable
    public init(capacity: Int, queueLimit: Int = .max) {
        size = ResourceSize(capacity: capacity, queueLimit: queueLimit)
        queue = WaitingLine(minimumCapacity: 16)
        holders = WaitingLine(minimumCapacity: 16)
    }

    /// Units in existence.
    @inlinable public var capacity: Int { size.capacity }
    /// Units that are held; more than ``capacity`` only between ``setCapacity(_:)`` and ``stopNext()``.
    @inlinable public var inUse: Int { holders.count }
    /// How many requests wait.
    @inlinable public var waiting: Int { queue.count }

    /// What became of a request.
    @frozen
    public enum Outcome: BitwiseCopyable {
        /// It has a unit from now on.
        case granted(HeldUnit)
        /// It has the unit of somebody who is to be stopped.
        case interrupts(Stopped, HeldUnit)
        /// It waits; the place withdraws it.
        case queued(QueuePlace)
        /// The queue is full, and nothing has changed.
        case refused
    }

    /// Somebody whose unit was taken away.
    @frozen
    public struct Stopped: BitwiseCopyable {
        /// Who it was.
        public let requester: Requester
        /// The priority that they were served with.
        public let priority: EventPriority

        @inlinable
        init(requester: Requester, priority: EventPriority) {
            self.requester = requester
            self.priority = priority
        }
    }

    /// Somebody who waited, and has a unit from now on.
    @frozen
    public struct Grant: BitwiseCopyable {
        /// Who it is.
        public let requester: Requester
        /// What they give back.
        public let unit: HeldUnit

        @inlinable
        init(requester: Requester, unit: HeldUnit) {
            self.requester = requester
            self.unit = unit
        }
    }

    /// Asks for a unit. O(1).
    ///
    /// - Parameters:
    ///   - requester: who asks.
    ///   - priority: smaller is more urgent; whoever is less urgent may be stopped for it.
    @inlinable
    public mutating func request(_ requester: Requester, priority: EventPriority = .normal) -> Outcome {
        if holders.count < capacity, queue.count == 0 { return .granted(hold(requester, priority)) }
        if holders.count == capacity, let (index, list) = holders.lastPlace, list > Int(priority.rawValue) {
            let stopped = stop(at: index, from: list)
            return .interrupts(stopped, hold(requester, priority))
        }
        guard queue.count < queueLimit else { return .refused }
        return .queued(queue.append(requester, priority: priority))
    }

    /// Gives a unit back, and returns who has it from now on, if anybody. O(1).
    /// - Parameter unit: one that is held; the program ends with words where it was given back or taken away before.
    @inlinable
    public mutating func release(_ unit: HeldUnit) -> Grant? {
        guard holders.remove(unit.place) != nil else { misuse("the unit was given back, or taken away, before") }
        return grantNext()
    }

    /// Gives a free unit to the first request in the queue, and returns it; nil if no unit is free or nobody waits.
    /// To be called until it returns nil after the capacity has risen. O(1).
    @inlinable
    public mutating func grantNext() -> Grant? {
        guard holders.count < capacity, let (index, list) = queue.firstPlace else { return nil }
        let requester = queue.remove(at: index, from: list)
        let unit = hold(requester, EventPriority(rawValue: UInt8(truncatingIfNeeded: list)))
        return Grant(requester: requester, unit: unit)
    }

    @inlinable
    mutating func hold(_ requester: Requester, _ priority: EventPriority) -> HeldUnit {
        HeldUnit(holders.append(requester, priority: priority))
    }

    @inlinable
    mutating func stop(at index: Int, from list: Int) -> Stopped {
        Stopped(
            requester: holders.remove(at: index, from: list),
            priority: EventPriority(rawValue: UInt8(truncatingIfNeeded: list)))
    }
}

/// A unit of a ``PreemptiveResource`` in somebody's hands. It names nothing once it was given back or taken away.
@frozen
public struct HeldUnit: Hashable, BitwiseCopyable, Sendable {
    @usableFromInline let place: QueuePlace

    @inlinable init(_ place: QueuePlace) { self.place = place }

    /// A unit that nobody holds, for storage that needs a value.
    @inlinable public static var none: HeldUnit { HeldUnit(.none) }
}

extension PreemptiveResource: Sendable where Requester: Sendable {}
extension PreemptiveResource.Outcome: Sendable where Requester: Sendable {}
extension PreemptiveResource.Stopped: Sendable where Requester: Sendable {}
extension PreemptiveResource.Grant: Sendable where Requester: Sendable {}
