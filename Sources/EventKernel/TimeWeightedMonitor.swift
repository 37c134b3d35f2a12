/// The time average of something that changes in steps, such as the length of a queue.
///
/// Sums run in the order of the updates, so equal runs give equal results to the last bit.
@frozen
public struct TimeWeightedMonitor<Time: SimulationTime>: BitwiseCopyable, Sendable {
    @usableFromInline var _value: Double
    @usableFromInline var _minimum: Double
    @usableFromInline var _maximum: Double
    @usableFromInline var areaToUpdate: Double = 0
    @usableFromInline var start: Time
    @usableFromInline var updated: Time

    /// The value from the latest update onwards.
    @inlinable public var value: Double { _value }
    /// The smallest value since the start or the latest reset.
    @inlinable public var minimum: Double { _minimum }
    /// The largest value since the start or the latest reset.
    @inlinable public var maximum: Double { _maximum }

    /// A monitor of a quantity that has a value from a time on.
    @inlinable
    public init(value: Double = 0, at start: Time) {
        self._value = value
        _minimum = value
        _maximum = value
        self.start = start
        updated = start
    }

    /// Records that the value is `newValue` from `time` on; `time` is not before the latest update.
    @inlinable @inline(__always)
    public mutating func update(to newValue: Double, at time: Time) {
        areaToUpdate += value * time.elapsed(since: updated)
        updated = time
        _value = newValue
        _minimum = min(minimum, newValue)
        _maximum = max(maximum, newValue)
    }

    /// Records that the value changes by `change` at `time`.
    @inlinable @inline(__always)
    public mutating func add(_ change: Double, at time: Time) { update(to: value + change, at: time) }

    /// The integral of the value from the start or the latest reset to `time`, in value times the clock's unit.
    @inlinable
    public func area(at time: Time) -> Double { areaToUpdate + value * time.elapsed(since: updated) }

    /// The time average from the start or the latest reset to `time`; the value itself if no time has passed.
    @inlinable
    public func mean(at time: Time) -> Double {
        let duration = time.elapsed(since: start)
        return duration > 0 ? area(at: time) / duration : value
    }

    /// Forgets the past but keeps the value, as at the end of a warm-up.
    @inlinable
    public mutating func reset(at time: Time) { self = TimeWeightedMonitor(value: value, at: time) }
}
