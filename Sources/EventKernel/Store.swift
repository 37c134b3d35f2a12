/// Things that are kept until somebody takes them: parts on a shelf, beds made ready, messages.
///
/// Who takes waits while there is nothing, who puts waits while there is no room. As with ``Resource`` the model goes
/// on with whom each call names; what a call makes possible for others is told by ``settleNext()``, to be called until
/// it returns nil after everything that was put or taken:
///
///     _ = shelf.put(part, for: machine)
///     while let settled = shelf.settleNext() { … }
@frozen
public struct Store<Item: BitwiseCopyable, Requester: BitwiseCopyable>: ~Copyable {
    /// Somebody who puts, and what.
    @frozen
    @usableFromInline
    struct Offer: BitwiseCopyable {
        @usableFromInline let item: Item
        @usableFromInline let requester: Requester

        @inlinable
        init(item: Item, requester: Requester) {
            self.item = item
            self.requester = requester
        }
    }

    @usableFromInline var items: WaitingLine<Item>
    @usableFromInline var takers: WaitingLine<Requester>
    @usableFromInline var givers: WaitingLine<Offer>

    /// Things that there is room for.
    public let capacity: Int
    /// Which thing is taken first.
    public let order: ServiceOrder

    /// An empty store.
    ///
    /// - Parameters:
    ///   - capacity: things that there is room for; at least 1.
    ///   - order: which thing is taken first; who takes and who puts goes in order of coming.
    @inlinable
    public init(capacity: Int = .max, order: ServiceOrder = .firstCome) {
        guard capacity > 0 else { misuse("a store has room for at least one thing", capacity) }
        self.capacity = capacity
        self.order = order
        items = WaitingLine(minimumCapacity: 16)
        takers = WaitingLine(minimumCapacity: 16)
        givers = WaitingLine(minimumCapacity: 16)
    }

    /// Things kept.
    @inlinable public var count: Int { items.count }
    /// How many wait to take.
    @inlinable public var takersWaiting: Int { takers.count }
    /// How many wait to put.
    @inlinable public var giversWaiting: Int { givers.count }

    /// What became of a wish to take.
    @frozen
    public enum Taken: BitwiseCopyable {
        /// The thing.
        case item(Item)
        /// There is nothing yet; the place withdraws the wish.
        case queued(QueuePlace)
    }

    /// What has come about for somebody who waited.
    @frozen
    public enum Settled: BitwiseCopyable {
        /// A thing is somebody's.
        case took(Item, Requester)
        /// Somebody's thing is in.
        case put(Requester)
    }

    /// Takes a thing, or waits for one. O(1).
    @inlinable
    public mutating func take(for requester: Requester, priority: EventPriority = .normal) -> Taken {
        if takers.count == 0, let item = items.removeFirst() { return .item(item) }
        return .queued(takers.append(requester, priority: priority))
    }

    /// Puts a thing in, or waits until there is room. O(1).
    ///
    /// - Parameters:
    ///   - item: the thing.
    ///   - requester: who puts it.
    ///   - priority: of who puts, where they wait.
    @inlinable
    public mutating func put(
        _ item: Item, for requester: Requester, priority: EventPriority = .normal
    ) -> RequestOutcome {
        if givers.count == 0, items.count < capacity {
            keep(item)
            return .granted
        }
        return .queued(givers.append(Offer(item: item, requester: requester), priority: priority))
    }

    /// Lets the next go on who waited and need not any more; nil if nobody can. O(1).
    @inlinable
    public mutating func settleNext() -> Settled? {
        if takers.count > 0, let item = items.removeFirst(), let requester = takers.removeFirst() {
            return .took(item, requester)
        }
        if items.count < capacity, let offer = givers.removeFirst() {
            keep(offer.item)
            return .put(offer.requester)
        }
        return nil
    }

    /// Withdraws a wish to take; nil, changing nothing, if it was granted or withdrawn before. O(1).
    @discardableResult
    @inlinable
    public mutating func renegeTaking(_ place: QueuePlace) -> Requester? { takers.remove(place) }

    /// Withdraws a wish to put; nil, changing nothing, if it was granted or withdrawn before. O(1).
    @discardableResult
    @inlinable
    public mutating func renegePutting(_ place: QueuePlace) -> Requester? { givers.remove(place)?.requester }

    @inlinable
    mutating func keep(_ item: Item) {
        _ =
            order == .firstCome
            ? items.append(item, priority: .normal) : items.prepend(item, priority: .normal)
    }
}

extension Store: Sendable where Item: Sendable, Requester: Sendable {}
extension Store.Offer: Sendable where Item: Sendable, Requester: Sendable {}
extension Store.Taken: Sendable where Item: Sendable {}
extension Store.Settled: Sendable where Item: Sendable, Requester: Sendable {}
