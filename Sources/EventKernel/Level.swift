/// An amount of something that is not counted in pieces: fuel in a tank, money, energy.
///
/// Who takes waits while there is too little, who puts waits while there is too little room. Nobody overtakes the first
/// of those who wait for the same. After each call that changed the amount, call ``settleNext()`` until it returns nil:
/// it says who goes on.
@frozen
public struct Level<Requester: BitwiseCopyable>: ~Copyable {
    /// Somebody who waits, and the amount.
    @frozen
    @usableFromInline
    struct Wish: BitwiseCopyable {
        @usableFromInline let requester: Requester
        @usableFromInline let amount: Double

        @inlinable
        init(requester: Requester, amount: Double) {
            self.requester = requester
            self.amount = amount
        }
    }

    @usableFromInline var _amount: Double
    @usableFromInline var takers: WaitingLine<Wish>
    @usableFromInline var givers: WaitingLine<Wish>

    /// The most there is room for, in the model's unit.
    public let capacity: Double

    /// A level.
    ///
    /// - Parameters:
    ///   - amount: what there is at first; 0 … `capacity`.
    ///   - capacity: the most there is room for; above 0.
    @inlinable
    public init(amount: Double = 0, capacity: Double = .infinity) {
        guard capacity > 0 else { misuse("a level has room for something", capacity) }
        guard amount >= 0, amount <= capacity else { misuse("an amount is between nothing and the room", amount) }
        _amount = amount
        self.capacity = capacity
        takers = WaitingLine(minimumCapacity: 16)
        givers = WaitingLine(minimumCapacity: 16)
    }

    /// What there is.
    @inlinable public var amount: Double { _amount }
    /// How many wait to take.
    @inlinable public var takersWaiting: Int { takers.count }
    /// How many wait to put.
    @inlinable public var giversWaiting: Int { givers.count }

    /// What has come about for somebody who waited.
    @frozen
    public enum Settled: BitwiseCopyable {
        /// Somebody has what they wanted to take.
        case took(Requester)
        /// What somebody wanted to put is in.
        case put(Requester)
    }

    /// Takes an amount, or waits for it. O(1).
    /// - Parameter amount: at least 0; at most ``capacity``, for more is never there.
    @inlinable
    public mutating func take(
        _ amount: Double, for requester: Requester, priority: EventPriority = .normal
    ) -> RequestOutcome {
        guard amount >= 0, amount <= capacity else { misuse("what is taken is between nothing and the room", amount) }
        if takers.count == 0, amount <= _amount {
            _amount -= amount
            return .granted
        }
        return .queued(takers.append(Wish(requester: requester, amount: amount), priority: priority))
    }

    /// Puts an amount in, or waits until there is room for all of it. O(1).
    /// - Parameter amount: at least 0; at most ``capacity``.
    @inlinable
    public mutating func put(
        _ amount: Double, for requester: Requester, priority: EventPriority = .normal
    ) -> RequestOutcome {
        guard amount >= 0, amount <= capacity else { misuse("what is put is between nothing and the room", amount) }
        if givers.count == 0, amount <= capacity - _amount {
            _amount += amount
            return .granted
        }
        return .queued(givers.append(Wish(requester: requester, amount: amount), priority: priority))
    }

    /// Lets the next go on who waited and need not any more, takers first; nil if nobody can. O(1).
    @inlinable
    public mutating func settleNext() -> Settled? {
        if let (index, list) = takers.firstPlace, takers.places[index].requester.amount <= _amount {
            let wish = takers.remove(at: index, from: list)
            _amount -= wish.amount
            return .took(wish.requester)
        }
        if let (index, list) = givers.firstPlace, givers.places[index].requester.amount <= capacity - _amount {
            let wish = givers.remove(at: index, from: list)
            _amount += wish.amount
            return .put(wish.requester)
        }
        return nil
    }

    /// Withdraws a wish to take; nil, changing nothing, if it was granted or withdrawn before. O(1).
    @discardableResult
    @inlinable
    public mutating func renegeTaking(_ place: QueuePlace) -> Requester? { takers.remove(place)?.requester }

    /// Withdraws a wish to put; nil, changing nothing, if it was granted or withdrawn before. O(1).
    @discardableResult
    @inlinable
    public mutating func renegePutting(_ place: QueuePlace) -> Requester? { givers.remove(place)?.requester }
}

extension Level: Sendable where Requester: Sendable {}
extension Level.Wish: Sendable where Requester: Sendable {}
extension Level.Settled: Sendable where Requester: Sendable {}
