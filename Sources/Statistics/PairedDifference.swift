// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Two systems compared replication by replication, under common random numbers.
///
/// What both systems share cancels in each pair, so the interval of the difference is narrower than two separate
/// intervals by as much as the pairs are correlated (Law, *Simulation Modeling and Analysis*, section 10.2).
public struct PairedDifference: Hashable, Sendable {
    /// Student's t interval of the mean of `first − second`.
    public let interval: ConfidenceInterval
    /// Pearson's correlation of the pairs; 0 if either system never varies.
    public let correlation: Double
    /// How many runs would tell the difference from nothing.
    public let runsToTell: RunsToTell

    /// - Parameters:
    ///   - first: one value for each replication, at least one.
    ///   - second: the other system's, in the same order.
    ///   - level: between 0 and 1.
    public init(first: [Double], second: [Double], level: Double = 0.95) {
        precondition(first.count == second.count, "as many values of one system as of the other")
        let differences = zip(first, second).map(-)
        interval = .student(differences, level: level)
        runsToTell = RunSample(differences).runsToTell(level: level) ?? .never
        correlation = PairedDifference.correlation(first, second)
    }

    /// Of runs in order, nil where a system has nothing to measure, counted by the first days that they begin with in
    /// turn (``RunSample``).
    ///
    /// - Parameters:
    ///   - limits: what the difference cannot leave: `-1 ... 1` for two shares.
    ///   - level: between 0 and 1.
    /// - Returns: nil if fewer than two pairs, or first days, can be compared.
    public init?(
        first: [Double?], second: [Double?], firstDays: Int,
        within limits: ClosedRange<Double> = -.infinity ... .infinity, level: Double = 0.95
    ) {
        let pairs = zip(first, second).map { one, other in one.flatMap { one in other.map { (one, $0) } } }
        let differences = RunSample(pairs.map { $0.map { $0.0 - $0.1 } }, firstDays: firstDays)
        guard let interval = differences.interval(within: limits, level: level) else { return nil }
        let known = pairs.compactMap { $0 }
        self.interval = interval
        runsToTell = differences.runsToTell(level: level) ?? .never
        correlation = PairedDifference.correlation(known.map(\.0), known.map(\.1))
    }

    private static func correlation(_ first: [Double], _ second: [Double]) -> Double {
        let varies = Summary(first).variance > 0 && Summary(second).variance > 0
        return varies ? gsl_stats_correlation(first, 1, second, 1, first.count) : 0
    }

    /// Whether the interval leaves out zero.
    public var isSignificant: Bool { !interval.contains(0) }
}
