/// A stretch of the day, in minutes since midnight, half open.
@frozen
public struct MinutesOfDay: Hashable, Sendable, BitwiseCopyable {
    /// The first minute, 0 … 1440.
    public var start: Int
    /// The minute after the last, `start` … 1440.
    public var end: Int

    /// The stretch from `start` until, but without, `end`.
    @inlinable
    public init(start: Int, end: Int) {
        precondition(start >= 0 && end >= start && end <= 1440, "a stretch of the day lies within 00:00 and 24:00")
        self.start = start
        self.end = end
    }

    /// Length in minutes.
    @inlinable
    public var minutes: Int { end - start }

    /// Whether the stretch lies entirely within another.
    @inlinable
    public func isWithin(_ other: MinutesOfDay) -> Bool { start >= other.start && end <= other.end }
}
