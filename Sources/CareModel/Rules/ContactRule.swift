/// How often, and when, the booking clerk tries to reach a person who was referred (RF-10).
public struct ContactRule: Sendable, Equatable {
    /// Attempts before the case is closed.
    public var attempts = 3
    /// Days over which the attempts are spread.
    public var withinDays = 14
    /// Days between attempts to reach somebody who moves ahead (PR-1, FA-8).
    public var priorityDays = 1

    /// The rule of the sources.
    public init() {}

    /// Days to wait after an attempt that failed.
    /// - Parameters:
    ///   - attempt: which attempt failed, 1 … ``attempts``.
    ///   - priority: the class of the person; all but the routine are tried again sooner.
    /// - Returns: nil when it was the last: the case is closed.
    @inlinable
    public func daysUntilNext(after attempt: Int, priority: PriorityClass = .routine) -> Int? {
        guard attempt < attempts else { return nil }
        let usual = max(1, withinDays / max(1, attempts))
        return priority == .routine ? usual : min(usual, max(1, priorityDays))
    }
}
