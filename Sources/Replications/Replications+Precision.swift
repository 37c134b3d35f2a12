public import Statistics

/// One value from each of many replications, and how well they know their mean.
public struct ReplicatedValues: Sendable {
    /// One a replication, in order.
    public let values: [Double]
    /// Student's t interval of their mean.
    public let interval: ConfidenceInterval
    /// Whether the precision that was asked was reached.
    public let reachedPrecision: Bool
}

extension Replications {
    /// Runs so many replications and returns what they give in order, whatever order they finish in.
    ///
    /// - Parameters:
    ///   - count: how many, numbered from 0.
    ///   - threads: replications that are worked on at once. It changes the time, never the result.
    ///   - body: one replication.
    public static func run<Result: Sendable>(
        _ count: Int, threads: Int, body: @Sendable (Int) -> Result
    ) -> [Result] {
        run(0..<count, threads: threads, progress: { _ in }, isCancelled: { false }, body: body) ?? []
    }

    /// Runs replications until the mean of what they give is known well enough.
    ///
    /// They run in batches of one size, so that their number depends on neither the threads nor the machine. To stop
    /// when the interval looks narrow makes it a little narrower than it says (Law, *Simulation Modeling and Analysis*,
    /// 9.4.1): the fewer replications are asked at least, the more so.
    ///
    /// - Parameters:
    ///   - precision: how narrow the interval is to be.
    ///   - level: of the interval, between 0 and 1.
    ///   - least: replications before the first look; at least 2.
    ///   - most: replications at which it ends in any case; at least `least`.
    ///   - batch: replications between two looks; at least 1.
    ///   - threads: replications that are worked on at once. It changes the time, never the result.
    ///   - body: one replication, by its number from 0.
    public static func run(
        to precision: Precision, level: Double = 0.95, atLeast least: Int = 10, atMost most: Int = 1000,
        batch: Int = 10, threads: Int, body: @Sendable (Int) -> Double
    ) -> ReplicatedValues {
        precondition(least >= 2 && most >= least && batch >= 1, "at least two replications, and one between looks")
        var values: [Double] = []
        while true {
            let planned = values.isEmpty ? least : min(values.count + batch, most)
            let next = values.count..<planned
            values += run(next, threads: threads, progress: { _ in }, isCancelled: { false }, body: body) ?? []
            let interval = ConfidenceInterval.student(values, level: level)
            let isReached = precision.isReached(by: interval)
            if isReached || values.count >= most {
                return ReplicatedValues(values: values, interval: interval, reachedPrecision: isReached)
            }
        }
    }
}
