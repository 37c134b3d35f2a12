/// The time average of something that changes in steps, such as the length of a queue.
///
/// Sums run in the order of the updates, so equal runs give equal results to the last bit.
@frozen
public struct TimeWeightedMonitor<Time: SimulationTime>: BitwiseCopyable, Sendable {
    @usableFromInline var _value: Double
    @usableFromInline var _minimum: Double
    @usableFromInline var _maximum: Double
    @usableFromInline var areaToUpdate: Double = 0
    /// Time that merged monitors have seen.
    @usableFromInline var mergedDuration: Double = 0
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
        guard time >= updated else { misuse("a monitor's time does not go back", time, now: updated) }
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
    /// - Parameter time: not before the latest update.
    @inlinable
    public func area(at time: Time) -> Double {
        guard time >= updated else { misuse("a monitor's time does not go back", time, now: updated) }
        return areaToUpdate + value * time.elapsed(since: updated)
    }

    /// How long the value has been watched until `time`, in the clock's unit.
    /// - Parameter time: not before the latest update.
    @inlinable
    public func duration(at time: Time) -> Double { mergedDuration + time.elapsed(since: start) }

    /// The time average from the start or the latest reset to `time`; nil if no time has passed.
    /// - Parameter time: not before the latest update.
    @inlinable
    public func mean(at time: Time) -> Double? {
        let duration = duration(at: time)
        return duration > 0 ? area(at: time) / duration : nil
    }

    /// Adds what another has seen until its end, as of another run: the time average is then over the time of both.
    ///
    /// - Parameters:
    ///   - other: a monitor of the same kind of quantity.
    ///   - end: where the other's time ends; not before its latest update.
    @inlinable
    public mutating func merge(_ other: TimeWeightedMonitor, until end: Time) {
        areaToUpdate += other.area(at: end)
        mergedDuration += other.duration(at: end)
        _minimum = min(minimum, other.minimum)
        _maximum = max(maximum, other.maximum)
    }

    /// Forgets the past but keeps the value, as at the end of a warm-up.
    /// - Parameter time: not before the latest update.
    @inlinable
    public mutating func reset(at time: Time) {
        guard time >= updated else { misuse("a monitor's time does not go back", time, now: updated) }
        self = TimeWeightedMonitor(value: value, at: time)
    }
}
