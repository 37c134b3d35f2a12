/// The count, mean, variance and range of single observations, such as waits.
///
/// Mean and variance by Welford, "Note on a method for calculating corrected sums of squares and products", 1962: no
/// cancellation however large the mean. Sums run in the order of the records, so equal runs give equal results.
@frozen
public struct TallyMonitor: BitwiseCopyable, Sendable {
    @usableFromInline var _count: Int = 0
    @usableFromInline var _mean: Double = 0
    @usableFromInline var _minimum: Double = .infinity
    @usableFromInline var _maximum: Double = -.infinity
    @usableFromInline var squaredDeviations: Double = 0

    /// How many observations have been recorded.
    @inlinable public var count: Int { _count }
    /// Their mean; 0 if there are none.
    @inlinable public var mean: Double { _mean }
    /// The smallest; infinity if there are none.
    @inlinable public var minimum: Double { _minimum }
    /// The largest; minus infinity if there are none.
    @inlinable public var maximum: Double { _maximum }

    /// No observation yet.
    @inlinable public init() {}

    /// Adds an observation, in the unit of the quantity. O(1).
    @inlinable @inline(__always)
    public mutating func record(_ observation: Double) {
        _count &+= 1
        let deviation = observation - mean
        _mean += deviation / Double(count)
        squaredDeviations += deviation * (observation - mean)
        _minimum = min(minimum, observation)
        _maximum = max(maximum, observation)
    }

    /// The sample variance, divisor n − 1; 0 for fewer than two observations.
    @inlinable public var variance: Double { count > 1 ? squaredDeviations / Double(count - 1) : 0 }

    /// The square root of ``variance``.
    @inlinable public var standardDeviation: Double { variance.squareRoot() }

    /// Forgets everything, as at the end of a warm-up.
    @inlinable public mutating func reset() { self = TallyMonitor() }
}
