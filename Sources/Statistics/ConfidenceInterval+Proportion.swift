// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

extension ConfidenceInterval {
    /// Wilson's score interval of a proportion.
    ///
    /// Covers the stated level on average over proportions, and never leaves 0 ... 1: the one to report. E. B. Wilson,
    /// JASA 22 (1927), doi 10.1080/01621459.1927.10502953; Brown, Cai & DasGupta, doi 10.1214/ss/1009213286.
    ///
    /// - Parameters:
    ///   - successes: in 0 ... `trials`.
    ///   - trials: independent, at least 1.
    ///   - level: between 0 and 1.
    public static func wilson(successes: Int, trials: Int, level: Double = 0.95) -> ConfidenceInterval {
        checkProportion(successes: successes, trials: trials, level: level)
        let n = Double(trials)
        let share = Double(successes) / n
        let z = gsl_cdf_ugaussian_Qinv((1 - level) / 2)
        let shrink = 1 + z * z / n
        let centre = (share + z * z / (2 * n)) / shrink
        let halfWidth = z / shrink * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        return ConfidenceInterval(
            estimate: share, lowerBound: successes == 0 ? 0 : centre - halfWidth,
            upperBound: successes == trials ? 1 : centre + halfWidth, level: level)
    }

    /// Clopper and Pearson's interval of a proportion: covers at least the stated level, whatever the proportion.
    ///
    /// The one for a guarantee; wider than ``wilson(successes:trials:level:)``. C. J. Clopper & E. S. Pearson,
    /// Biometrika 26 (1934), doi 10.1093/biomet/26.4.404. Parameters as there, and `trials` at most 10⁷, beyond which
    /// GSL's beta distribution loses its digits.
    public static func clopperPearson(successes: Int, trials: Int, level: Double = 0.95) -> ConfidenceInterval {
        checkProportion(successes: successes, trials: trials, level: level)
        precondition(trials <= 10_000_000, "at most 10⁷ trials")
        let tail = (1 - level) / 2
        let hits = Double(successes)
        let misses = Double(trials - successes)
        return ConfidenceInterval(
            estimate: hits / Double(trials),
            lowerBound: successes == 0 ? 0 : cgsl_beta_lower_quantile(tail, hits, misses + 1),
            upperBound: successes == trials ? 1 : cgsl_beta_upper_quantile(tail, hits + 1, misses), level: level)
    }

    private static func checkProportion(successes: Int, trials: Int, level: Double) {
        precondition(trials >= 1 && successes >= 0 && successes <= trials, "successes are in 0 ... trials")
        precondition(level > 0 && level < 1, "a confidence level is between 0 and 1")
    }
}
