// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// The normal law of mean 0 and variance 1.
public enum StandardNormal {
    /// The chance to lie at or below a value.
    public static func probability(below value: Double) -> Double { gsl_cdf_ugaussian_P(value) }

    /// The value below which it lies with a chance between 0 and 1.
    public static func quantile(_ probability: Double) -> Double {
        precondition(probability > 0 && probability < 1, "a probability is between 0 and 1")
        return gsl_cdf_ugaussian_Pinv(probability)
    }
}
