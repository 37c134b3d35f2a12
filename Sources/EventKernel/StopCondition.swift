/// When a run ends, besides when no event is left.
@frozen
public struct StopCondition<Time: SimulationTime>: BitwiseCopyable, Sendable {
    /// Events at this rank or later do not fire.
    @usableFromInline let endRank: UInt64?
    /// No event fires once this many have.
    @usableFromInline let lastCount: UInt64

    @inlinable
    init(endRank: UInt64?, lastCount: UInt64) {
        self.endRank = endRank
        self.lastCount = lastCount
    }

    /// Run while events are left.
    @inlinable public static var empty: StopCondition { StopCondition(endRank: nil, lastCount: .max) }

    /// Run through events before `end`; those at `end` itself stay pending, so that consecutive runs join without
    /// overlap.
    @inlinable
    public static func time(_ end: Time) -> StopCondition { StopCondition(endRank: end.orderedBits, lastCount: .max) }

    /// Run until `count` events have fired since the calendar was made.
    @inlinable
    public static func events(_ count: UInt64) -> StopCondition { StopCondition(endRank: nil, lastCount: count) }

    /// Whichever comes first.
    @inlinable
    public func or(_ other: StopCondition) -> StopCondition {
        let ends = [endRank, other.endRank].compactMap { $0 }
        return StopCondition(endRank: ends.min(), lastCount: min(lastCount, other.lastCount))
    }
}

extension EventCalendar {
    /// The next event, unless `stop` says that the run is over: then nil.
    ///
    /// When no event is left before the end time, the clock moves to the end time, so that what is measured over time
    /// covers the whole run.
    @inlinable @inline(__always)
    public mutating func next(until stop: StopCondition<Time>) -> Event? {
        if processed >= stop.lastCount { return nil }
        if let end = stop.endRank, heap.liveCount == 0 || heap.first.rank >= end {
            if end > now.orderedBits { _now = Time(orderedBits: end) }
            return nil
        }
        return next()
    }
}
