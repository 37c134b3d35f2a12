// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A weighted least-squares fit of a response by some columns, by GSL's singular value decomposition.
public struct LinearFit: Hashable, Sendable {
    /// One for each column.
    public let coefficients: [Double]
    /// The standard error of each coefficient, for independent residuals; ∞ if no degree of freedom is left.
    public let standardErrors: [Double]
    /// What the standard errors would be for residuals of standard deviation 1.
    public let unitErrors: [Double]
    /// The weighted sum of squared residuals.
    public let residualSquares: Double
    /// Rows less columns.
    public let degreesOfFreedom: Int
    /// What the fit says for each row.
    public let fitted: [Double]

    /// Fits `response`; nil if there are fewer rows than columns, or if the columns do not tell it all apart.
    ///
    /// - Parameters:
    ///   - rows: the values of the columns, row by row, all of one length of at least 1.
    ///   - response: as many as rows, finite.
    ///   - weights: positive, as many as rows; nil for all alike.
    /// - Complexity: O(rows × columns²).
    public init?(rows: [[Double]], response: [Double], weights: [Double]? = nil) {
        precondition(rows.count == response.count, "as many rows as responses")
        let columns = rows.first?.count ?? 0
        precondition(rows.allSatisfy { $0.count == columns }, "rows of one length")
        precondition(weights.map { $0.count == rows.count } ?? true, "as many weights as rows")
        guard columns > 0, rows.count >= columns else { return nil }
        var coefficients = [Double](repeating: 0, count: columns)
        var inverse = [Double](repeating: 0, count: columns * columns)
        var squares = 0.0
        let status = cgsl_least_squares(
            rows.count, columns, rows.flatMap { $0 }, response,
            weights ?? [Double](repeating: 1, count: rows.count), &coefficients, &inverse, &squares)
        let diagonal = (0..<columns).map { inverse[$0 * columns + $0] }
        guard status == 0, diagonal.allSatisfy({ $0.isFinite }) else { return nil }
        let free = rows.count - columns
        let variance = free > 0 ? squares / Double(free) : .infinity
        self.coefficients = coefficients
        unitErrors = diagonal.map { $0.squareRoot() }
        standardErrors = diagonal.map { ($0 * variance).squareRoot() }
        residualSquares = squares
        degreesOfFreedom = free
        fitted = rows.map { row in zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 } }
    }
}

/// The probability that a ratio of two independent estimates of one variance is at least `ratio` (Fisher's F).
///
/// - Parameters:
///   - ratio: the first estimate over the second, 0 or more.
///   - numerator: degrees of freedom of the first, at least 1.
///   - denominator: of the second, at least 1.
public func varianceRatioTail(_ ratio: Double, numerator: Int, denominator: Int) -> Double {
    precondition(ratio >= 0 && numerator >= 1 && denominator >= 1, "a ratio of variances is not negative")
    return gsl_cdf_fdist_Q(ratio, Double(numerator), Double(denominator))
}

/// The correlation of each value with the one after it (Pearson's, by GSL); 0 for fewer than three or for equal values.
public func serialCorrelation(_ values: [Double]) -> Double {
    guard values.count > 2, Summary(values).variance > 0 else { return 0 }
    return gsl_stats_lag1_autocorrelation(values, 1, values.count)
}
