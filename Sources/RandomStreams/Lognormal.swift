// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A lognormal law, named by the mean and coefficient of variation of the quantity itself.
public struct Lognormal: Hashable, Sendable {
    /// Mean of the logarithm: ln(mean) − s²/2.
    public let logMean: Double
    /// Standard deviation of the logarithm, s: s² = ln(1 + cv²).
    public let logStandardDeviation: Double

    /// - Parameters:
    ///   - mean: of the quantity, > 0.
    ///   - coefficientOfVariation: standard deviation over mean, ≥ 0; 0 makes every draw the mean.
    public init(mean: Double, coefficientOfVariation: Double) {
        precondition(mean > 0 && mean.isFinite, "a lognormal mean is positive")
        precondition(
            coefficientOfVariation >= 0 && coefficientOfVariation.isFinite, "a spread is not negative")
        let logVariance = log1p(coefficientOfVariation * coefficientOfVariation)
        logMean = log(mean) - logVariance / 2
        logStandardDeviation = logVariance.squareRoot()
    }

    func below(_ x: Double) -> Double { gsl_cdf_lognormal_P(max(x, 0), logMean, logStandardDeviation) }

    func above(_ x: Double) -> Double { gsl_cdf_lognormal_Q(max(x, 0), logMean, logStandardDeviation) }
}
