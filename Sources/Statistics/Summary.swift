// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Count, mean and spread of a sample, as GSL computes them (by recurrences that do not overflow or cancel).
public struct Summary: Hashable, Sendable {
    public let count: Int
    public let mean: Double
    /// The unbiased variance, with divisor *n* − 1; 0 for a single value.
    public let variance: Double
    public let minimum: Double
    public let maximum: Double

    /// - Parameter values: at least one.
    /// - Complexity: O(*n*).
    public init(_ values: [Double]) {
        precondition(!values.isEmpty, "a summary needs a value")
        count = values.count
        mean = gsl_stats_mean(values, 1, values.count)
        variance = values.count > 1 ? gsl_stats_variance_m(values, 1, values.count, mean) : 0
        var minimum = 0.0
        var maximum = 0.0
        gsl_stats_minmax(&minimum, &maximum, values, 1, values.count)
        self.minimum = minimum
        self.maximum = maximum
    }

    /// A summary that was made elsewhere, as by a monitor that keeps no values.
    ///
    /// - Parameters:
    ///   - count: at least 1.
    ///   - mean: of the values.
    ///   - variance: the unbiased one; 0 for a single value.
    ///   - minimum: the smallest.
    ///   - maximum: the largest.
    public init(count: Int, mean: Double, variance: Double, minimum: Double, maximum: Double) {
        precondition(count >= 1, "a summary needs a value")
        precondition(variance >= 0 && minimum <= maximum, "a variance is not negative, and a range in order")
        self.count = count
        self.mean = mean
        self.variance = variance
        self.minimum = minimum
        self.maximum = maximum
    }

    public var standardDeviation: Double { variance.squareRoot() }

    /// The standard error of the mean of independent values.
    public var standardError: Double { (variance / Double(count)).squareRoot() }
}
