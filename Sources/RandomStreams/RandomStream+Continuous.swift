// SPDX-License-Identifier: GPL-3.0-or-later

public import CGSL

extension RandomStream {
    /// Exponential with mean `mean` ≥ 0, by a 256-layer ziggurat of 53 bits (Marsaglia & Tsang 2000); with mean 0 every
    /// draw is 0.
    @inlinable
    public mutating func exponential(mean: Double) -> Double {
        precondition(mean >= 0 && mean.isFinite, "a mean is not negative")
        return mean * cgsl_exponential(&state)
    }

    /// Normal, by GSL's ziggurat, whose places have 24 bits. `standardDeviation` ≥ 0.
    @inlinable
    public mutating func normal(mean: Double, standardDeviation: Double) -> Double {
        precondition(standardDeviation >= 0 && standardDeviation.isFinite, "a standard deviation is not negative")
        return mean + onGSL { gsl_ran_gaussian_ziggurat($0, standardDeviation) }
    }

    /// Lognormal with the mean and coefficient of variation of the quantity itself, not of its logarithm.
    ///
    /// `mean` ≥ 0, `coefficientOfVariation` ≥ 0. For many draws from one law build a ``Lognormal`` once.
    @inlinable
    public mutating func lognormal(mean: Double, coefficientOfVariation: Double) -> Double {
        lognormal(Lognormal(mean: mean, coefficientOfVariation: coefficientOfVariation))
    }

    /// A draw from a lognormal law.
    @inlinable
    public mutating func lognormal(_ law: Lognormal) -> Double {
        onGSL { gsl_ran_lognormal($0, law.logMean, law.logStandardDeviation) }
    }

    /// Gamma with mean `shape × scale` and variance `shape × scale²`. Both > 0.
    @inlinable
    public mutating func gamma(shape: Double, scale: Double) -> Double {
        precondition(shape > 0 && shape.isFinite && scale > 0 && scale.isFinite, "shape and scale are positive")
        return onGSL { gsl_ran_gamma($0, shape, scale) }
    }

    /// Weibull: survives beyond x with probability exp(−(x / `scale`)^`shape`). Both > 0.
    @inlinable
    public mutating func weibull(shape: Double, scale: Double) -> Double {
        precondition(shape > 0 && shape.isFinite && scale > 0 && scale.isFinite, "shape and scale are positive")
        return onGSL { gsl_ran_weibull($0, scale, shape) }
    }

    /// Beta on 0 ... 1 with mean `alpha / (alpha + beta)`. Both > 0.
    @inlinable
    public mutating func beta(alpha: Double, beta: Double) -> Double {
        precondition(alpha > 0 && alpha.isFinite && beta > 0 && beta.isFinite, "alpha and beta are positive")
        return onGSL { gsl_ran_beta($0, alpha, beta) }
    }

    /// A pair of normals with the given correlation, in −1 ... 1. Standard deviations ≥ 0.
    @inlinable
    public mutating func bivariateNormal(
        means: (Double, Double), standardDeviations: (Double, Double), correlation: Double
    ) -> (Double, Double) {
        precondition(correlation >= -1 && correlation <= 1, "a correlation is in −1 ... 1")
        precondition(
            standardDeviations.0 >= 0 && standardDeviations.0.isFinite && standardDeviations.1 >= 0
                && standardDeviations.1.isFinite, "a standard deviation is not negative")
        var first = 0.0
        var second = 0.0
        onGSL {
            gsl_ran_bivariate_gaussian(
                $0, standardDeviations.0, standardDeviations.1, correlation, &first, &second)
        }
        return (means.0 + first, means.1 + second)
    }
}
