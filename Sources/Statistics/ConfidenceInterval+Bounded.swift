// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

extension ConfidenceInterval {
    /// A score interval of a mean that cannot leave its limits, such as a share, a count, a wait or an amount of money.
    ///
    /// It holds the values μ that the mean *m* does not speak against: |m − μ| ≤ t × the standard error that the mean
    /// would have if μ were true. That error is taken to shrink towards the limits as a proportion's does,
    /// √(μ − low)(high − μ), or with a lower limit only as a count's, √(μ − low). With a binomial error this is
    /// Wilson's interval (``wilson(successes:trials:level:)``), with a Poisson error the score interval of a rate; far
    /// from the limits it is Student's. It leans away from the nearer limit, as the values do, where a clipped
    /// symmetric interval would miss them. Wedderburn, R. W. M. (1974), Biometrika 61(3), doi 10.1093/biomet/61.3.439.
    ///
    /// - Parameters:
    ///   - mean: the estimate.
    ///   - standardError: of the mean, ≥ 0; with 0 the interval is the mean alone.
    ///   - degreesOfFreedom: of the standard error, at least 1.
    ///   - limits: finite, or without an upper end, or `-.infinity ... .infinity`, which is Student's interval.
    ///   - level: between 0 and 1.
    public static func bounded(
        mean: Double, standardError: Double, degreesOfFreedom: Int, within limits: ClosedRange<Double>,
        level: Double = 0.95
    ) -> ConfidenceInterval {
        precondition(level > 0 && level < 1, "a confidence level is between 0 and 1")
        precondition(standardError >= 0 && degreesOfFreedom >= 1, "a standard error with a degree of freedom")
        let width = gsl_cdf_tdist_Qinv((1 - level) / 2, Double(degreesOfFreedom)) * standardError
        let bounds: (low: Double, high: Double)
        if width == 0 || limits.lowerBound == -.infinity || !limits.contains(mean) {
            bounds = (mean - width, mean + width)
        } else if limits.upperBound == .infinity {
            bounds = scoreBounds(above: limits.lowerBound, mean: mean, width: width)
        } else {
            bounds = scoreBounds(within: limits, mean: mean, width: width)
        }
        // The last guard, for a mean outside its limits by rounding.
        let low = min(max(bounds.low, limits.lowerBound), mean)
        let high = max(min(bounds.high, limits.upperBound), mean)
        return ConfidenceInterval(estimate: mean, lowerBound: low, upperBound: high, level: level)
    }

    /// The roots of (m − μ)² = width² μ / m, where m and μ are counted from the limit.
    private static func scoreBounds(above limit: Double, mean: Double, width: Double) -> (low: Double, high: Double) {
        let distance = mean - limit
        guard distance > 0 else { return (limit, limit + width) }
        let relative = width / distance
        let factor = 1 + relative * relative / 2 + relative * (1 + relative * relative / 4).squareRoot()
        return (limit + distance / factor, limit + distance * factor)
    }

    /// The roots of (p − π)² = w² π(1 − π) / p(1 − p), where p and π are shares of the way between the limits.
    private static func scoreBounds(
        within limits: ClosedRange<Double>, mean: Double, width: Double
    ) -> (low: Double, high: Double) {
        let span = limits.upperBound - limits.lowerBound
        let share = (mean - limits.lowerBound) / span
        let variance = share * (1 - share)
        guard variance > 0 else { return (mean - width, mean + width) }
        let excess = width / span * (width / span) / variance
        let centre = (share + excess / 2) / (1 + excess)
        let half = (excess * variance + excess * excess / 4).squareRoot() / (1 + excess)
        return (limits.lowerBound + span * (centre - half), limits.lowerBound + span * (centre + half))
    }
}
