// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

extension ConfidenceInterval {
    /// Student's t interval of the mean of independent values, such as one value from each replication.
    ///
    /// Exact for normal values and close for means of many parts. A single value bounds nothing: the interval is then
    /// the whole line.
    ///
    /// - Parameters:
    ///   - values: independent and alike, at least one.
    ///   - level: between 0 and 1.
    public static func student(_ values: [Double], level: Double = 0.95) -> ConfidenceInterval {
        student(Summary(values), level: level)
    }

    /// Student's t interval from a summary.
    public static func student(_ summary: Summary, level: Double = 0.95) -> ConfidenceInterval {
        let halfWidth = studentHalfWidth(
            standardDeviation: summary.standardDeviation, count: summary.count, level: level)
        return ConfidenceInterval(
            estimate: summary.mean, lowerBound: summary.mean - halfWidth, upperBound: summary.mean + halfWidth,
            level: level)
    }

    /// t(1 − (1 − level)/2, count − 1) × standardDeviation / √count; ∞ for a single value.
    public static func studentHalfWidth(standardDeviation: Double, count: Int, level: Double) -> Double {
        precondition(level > 0 && level < 1, "a confidence level is between 0 and 1")
        guard count > 1 else { return .infinity }
        let t = gsl_cdf_tdist_Qinv((1 - level) / 2, Double(count - 1))
        return t * standardDeviation / Double(count).squareRoot()
    }
}
