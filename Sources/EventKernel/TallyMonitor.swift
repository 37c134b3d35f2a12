/// The count, mean, variance and range of single observations, such as waits.
///
/// Mean and variance by Welford, "Note on a method for calculating corrected sums of squares and products", 1962: no
/// cancellation however large the mean. Sums run in the order of the records, so equal runs give equal results.
@frozen
public struct TallyMonitor: BitwiseCopyable, Hashable, Sendable {
    @usableFromInline var _count: Int = 0
    @usableFromInline var _mean: Double = 0
    @usableFromInline var _minimum: Double = .infinity
    @usableFromInline var _maximum: Double = -.infinity
    @usableFromInline var squaredDeviations: Double = 0

    /// How many observations have been recorded.
    @inlinable public var count: Int { _count }
    /// Their mean; nil if there are none.
    @inlinable public var mean: Double? { count > 0 ? _mean : nil }
    /// The smallest; nil if there are none.
    @inlinable public var minimum: Double? { count > 0 ? _minimum : nil }
    /// The largest; nil if there are none.
    @inlinable public var maximum: Double? { count > 0 ? _maximum : nil }

    /// No observation yet.
    @inlinable public init() {}

    /// Adds an observation, in the unit of the quantity; not a NaN. O(1).
    @inlinable @inline(__always)
    public mutating func record(_ observation: Double) {
        guard observation == observation else { misuse("an observation is a number", observation) }
        _count &+= 1
        let deviation = observation - _mean
        _mean += deviation / Double(count)
        squaredDeviations += deviation * (observation - _mean)
        _minimum = min(_minimum, observation)
        _maximum = max(_maximum, observation)
    }

    /// The sample variance, divisor n − 1; nil for fewer than two observations.
    @inlinable public var variance: Double? { count > 1 ? squaredDeviations / Double(count - 1) : nil }

    /// The square root of ``variance``; nil for fewer than two observations.
    @inlinable public var standardDeviation: Double? { variance?.squareRoot() }

    /// Adds all that another has recorded: of another part of the system, or of another run (Chan, Golub and LeVeque,
    /// "Updating formulae and a pairwise algorithm for computing sample variances", 1979). Merging in another order may
    /// differ in the last digit. O(1).
    @inlinable
    public mutating func merge(_ other: TallyMonitor) {
        guard other.count > 0 else { return }
        guard count > 0 else {
            self = other
            return
        }
        let (own, others) = (Double(count), Double(other.count))
        let difference = other._mean - _mean
        _count += other.count
        _mean += difference * others / (own + others)
        squaredDeviations += other.squaredDeviations + difference * difference * own * others / (own + others)
        _minimum = min(_minimum, other._minimum)
        _maximum = max(_maximum, other._maximum)
    }

    /// Forgets everything, as at the end of a warm-up.
    @inlinable public mutating func reset() { self = TallyMonitor() }
}
