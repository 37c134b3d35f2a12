/// A point on a simulated clock.
///
/// The kernel orders events by `orderedBits` alone, so that one integer comparison decides, whatever the clock is
/// made of. The unit is the model's own: minutes, days, or nothing at all.
///
/// A conformance promises that `a < b` exactly when `a.orderedBits < b.orderedBits`, and that
/// `Self(orderedBits: a.orderedBits) == a`, for every time that a model may schedule.
public protocol SimulationTime: Comparable, BitwiseCopyable, Sendable {
    /// The position of this time in the order of all times.
    var orderedBits: UInt64 { get }

    /// The time at a position; the inverse of `orderedBits`.
    init(orderedBits: UInt64)

    /// The duration from `earlier` to this time, in the clock's unit; at least 0 when `earlier` is not later.
    func elapsed(since earlier: Self) -> Double
}

extension Int64: SimulationTime {
    /// The number with its sign bit turned, so that bits order as numbers do.
    @inlinable public var orderedBits: UInt64 { UInt64(bitPattern: self) ^ (1 << 63) }

    /// The number with these ordered bits.
    @inlinable public init(orderedBits: UInt64) { self.init(bitPattern: orderedBits ^ (1 << 63)) }

    /// Units from `earlier` to this time.
    @inlinable public func elapsed(since earlier: Int64) -> Double { Double(self - earlier) }
}

/// Every number is a time, the infinities too; a NaN is not, and scheduling one is a precondition failure.
extension Double: SimulationTime {
    /// Bits that order as the numbers do: positive numbers order by their bits, negative ones in reverse. Adding zero
    /// turns -0.0 into 0.0, its equal.
    @inlinable public var orderedBits: UInt64 {
        let bits = (self + 0.0).bitPattern
        let flip = UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | (1 << 63)
        return bits ^ flip
    }

    /// The number with these ordered bits.
    @inlinable public init(orderedBits: UInt64) {
        let flip = ~UInt64(bitPattern: Int64(bitPattern: orderedBits) >> 63) | (1 << 63)
        self.init(bitPattern: orderedBits ^ flip)
    }

    /// Units from `earlier` to this time.
    @inlinable public func elapsed(since earlier: Double) -> Double { self - earlier }
}
