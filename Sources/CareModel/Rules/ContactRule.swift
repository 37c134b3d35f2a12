/// How often, and when, the booking clerk tries to reach a person who was referred (RF-10).
public struct ContactRule: Sendable, Equatable {
    /// Attempts before the case is closed.
    public var attempts = 3
    /// Days over which the attempts are spread.
    public var withinDays = 14

    /// The rule of the sources.
    public init() {}

    /// Days to wait after an attempt that failed.
    /// - Parameter attempt: which attempt failed, 1 … ``attempts``.
    /// - Returns: nil when it was the last: the case is closed.
    @inlinable
    public func daysUntilNext(after attempt: Int) -> Int? {
        attempt >= attempts ? nil : max(1, withinDays / max(1, attempts))
    }
}
