// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A lognormal law, named by the mean and coefficient of variation of the quantity itself.
public struct Lognormal: Hashable, Sendable {
    /// Mean of the logarithm: ln(mean) − s²/2; −∞ where every draw is 0.
    public let logMean: Double
    /// Standard deviation of the logarithm, s: s² = ln(1 + cv²).
    public let logStandardDeviation: Double

    /// - Parameters:
    ///   - mean: of the quantity, ≥ 0; with 0 every draw is 0.
    ///   - coefficientOfVariation: standard deviation over mean, ≥ 0; 0 makes every draw the mean.
    public init(mean: Double, coefficientOfVariation: Double) {
        precondition(mean >= 0 && mean.isFinite, "a lognormal mean is not negative")
        precondition(
            coefficientOfVariation >= 0 && coefficientOfVariation.isFinite, "a spread is not negative")
        let logVariance = log1p(coefficientOfVariation * coefficientOfVariation)
        logMean = log(mean) - logVariance / 2
        logStandardDeviation = logVariance.squareRoot()
    }

    /// The mean of the smaller of the quantity and a limit: E[min(X, limit)].
    /// - Parameter limit: 0 or more.
    public func mean(limitedTo limit: Double) -> Double {
        guard logMean.isFinite else { return 0 }
        let variance = logStandardDeviation * logStandardDeviation
        let mean = exp(logMean + variance / 2)
        guard variance > 0 else { return min(mean, limit) }
        return mean * below(limit * exp(-variance)) + limit * above(limit)
    }

    func below(_ x: Double) -> Double { gsl_cdf_lognormal_P(max(x, 0), logMean, logStandardDeviation) }

    func above(_ x: Double) -> Double { gsl_cdf_lognormal_Q(max(x, 0), logMean, logStandardDeviation) }
}
