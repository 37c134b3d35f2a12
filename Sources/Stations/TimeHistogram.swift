public import EventKernel
public import Statistics

/// How long a quantity that changes in steps was at each level: the length of a queue, the number of beds in use.
///
///     var lengths = TimeHistogram(Histogram(0..<20, bins: 20), value: 0, at: calendar.now)
///     lengths.update(to: Double(desk.waiting), at: calendar.now)
///     lengths.histogram(until: calendar.now).share(ofBin: 0)     // of the time, nobody waited
public struct TimeHistogram<Time: SimulationTime>: Sendable {
    private var times: Histogram
    private var updated: Time
    /// The value from the latest update onwards.
    public private(set) var value: Double

    /// A histogram of a quantity that has a value from a time on.
    ///
    /// - Parameters:
    ///   - empty: the bins, with nothing counted as a rule.
    ///   - value: the quantity.
    ///   - start: since when.
    public init(_ empty: Histogram, value: Double = 0, at start: Time) {
        times = empty
        updated = start
        self.value = value
    }

    /// Records that the value is `newValue` from `time` on; `time` is not before the latest update.
    public mutating func update(to newValue: Double, at time: Time) {
        times.record(value, weight: duration(until: time))
        updated = time
        value = newValue
    }

    /// How long the value was in each bin, in the clock's unit.
    /// - Parameter time: not before the latest update.
    public func histogram(until time: Time) -> Histogram {
        var times = times
        times.record(value, weight: duration(until: time))
        return times
    }

    /// Forgets the past but keeps the value, as at the end of a warm-up.
    public mutating func reset(at time: Time) {
        times.reset()
        updated = time
    }

    private func duration(until time: Time) -> Double {
        guard time >= updated else { fatalError("a histogram's time does not go back: at \(time), after \(updated)") }
        return time.elapsed(since: updated)
    }
}
