/// Somebody who watches a run and may end it.
public struct RunWatch: Sendable {
    /// Called from any thread when something is done.
    public var progress: @Sendable (RunProgress) -> Void
    /// Asked between replications; once it says yes, the run ends with ``ForecastingError/cancelled``.
    public var isCancelled: @Sendable () -> Bool

    /// A watch; without words it neither looks nor ends anything.
    public init(
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.progress = progress
        self.isCancelled = isCancelled
    }
}

/// How far a run has got.
public enum RunProgress: Hashable, Sendable {
    /// The first day of one of the scenarios, by place, is being made.
    case firstDay(scenario: Int)
    /// So many replications of one of the scenarios are done, of those planned so far.
    case replications(scenario: Int, done: Int, planned: Int)
    /// Everybody who waits is being followed, one by one.
    case people
    /// So many runs of changes that might help are done, of those planned so far.
    case levers(done: Int, planned: Int)
}
