// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A continuous law as a value: to be drawn from, cut short by ``Truncated``, or compared with what was drawn.
///
/// The parameters mean what they mean in the draws of the same names, and have the same ranges; they are checked when
/// the law is used.
public enum ContinuousDistribution: Hashable, Sendable {
    case uniform(lowerBound: Double, upperBound: Double)
    case exponential(mean: Double)
    case normal(mean: Double, standardDeviation: Double)
    case lognormal(mean: Double, coefficientOfVariation: Double)
    case gamma(shape: Double, scale: Double)
    case weibull(shape: Double, scale: Double)
    case beta(alpha: Double, beta: Double)
    /// Between two bounds, most often at the mode: three numbers that somebody can be asked for.
    case triangular(lowerBound: Double, mode: Double, upperBound: Double)
    /// The same value always.
    case constant(Double)

    /// The probability of `x` or less.
    public func cumulative(_ x: Double) -> Double {
        guard x.isFinite else { return x > 0 ? 1 : 0 }
        return switch self {
        case .uniform(let lowerBound, let upperBound): gsl_cdf_flat_P(x, lowerBound, upperBound)
        case .exponential(let mean): gsl_cdf_exponential_P(x, mean)
        case .normal(let mean, let deviation): gsl_cdf_gaussian_P(x - mean, deviation)
        case .lognormal(let mean, let variation): Lognormal(mean: mean, coefficientOfVariation: variation).below(x)
        case .gamma(let shape, let scale): gsl_cdf_gamma_P(x, shape, scale)
        case .weibull(let shape, let scale): gsl_cdf_weibull_P(x, scale, shape)
        case .beta(let alpha, let beta): gsl_cdf_beta_P(x, alpha, beta)
        case .triangular(let lowerBound, let mode, let upperBound):
            Triangular(lowerBound: lowerBound, mode: mode, upperBound: upperBound).below(x)
        case .constant(let value): x >= value ? 1 : 0
        }
    }

    /// The probability of more than `x`, exact far into the upper tail, where `1 - cumulative(x)` is not.
    public func survival(_ x: Double) -> Double {
        guard x.isFinite else { return x > 0 ? 0 : 1 }
        return switch self {
        case .uniform(let lowerBound, let upperBound): gsl_cdf_flat_Q(x, lowerBound, upperBound)
        case .exponential(let mean): gsl_cdf_exponential_Q(x, mean)
        case .normal(let mean, let deviation): gsl_cdf_gaussian_Q(x - mean, deviation)
        case .lognormal(let mean, let variation): Lognormal(mean: mean, coefficientOfVariation: variation).above(x)
        case .gamma(let shape, let scale): gsl_cdf_gamma_Q(x, shape, scale)
        case .weibull(let shape, let scale): gsl_cdf_weibull_Q(x, scale, shape)
        case .beta(let alpha, let beta): gsl_cdf_beta_Q(x, alpha, beta)
        case .triangular(let lowerBound, let mode, let upperBound):
            Triangular(lowerBound: lowerBound, mode: mode, upperBound: upperBound).above(x)
        case .constant(let value): x >= value ? 0 : 1
        }
    }

    /// The value that `probability` of the law lies at or below. `probability` in 0 ... 1.
    public func quantile(_ probability: Double) -> Double {
        precondition(probability >= 0 && probability <= 1, "a probability is in 0 ... 1")
        switch self {
        case .uniform(let lowerBound, let upperBound):
            return gsl_cdf_flat_Pinv(probability, lowerBound, upperBound)
        case .exponential(let mean): return gsl_cdf_exponential_Pinv(probability, mean)
        case .normal(let mean, let deviation): return mean + gsl_cdf_gaussian_Pinv(probability, deviation)
        case .lognormal(let mean, let variation):
            let law = Lognormal(mean: mean, coefficientOfVariation: variation)
            return gsl_cdf_lognormal_Pinv(probability, law.logMean, law.logStandardDeviation)
        case .gamma(let shape, let scale): return gsl_cdf_gamma_Pinv(probability, shape, scale)
        case .weibull(let shape, let scale): return gsl_cdf_weibull_Pinv(probability, scale, shape)
        case .beta(let alpha, let beta): return cgsl_beta_lower_quantile(probability, alpha, beta)
        case .triangular(let lowerBound, let mode, let upperBound):
            return Triangular(lowerBound: lowerBound, mode: mode, upperBound: upperBound).quantile(probability)
        case .constant(let value): return value
        }
    }

    /// The value that `probability` of the law lies above: `quantile(1 - probability)`, exact for small probabilities.
    public func upperQuantile(_ probability: Double) -> Double {
        precondition(probability >= 0 && probability <= 1, "a probability is in 0 ... 1")
        switch self {
        case .uniform(let lowerBound, let upperBound):
            return gsl_cdf_flat_Qinv(probability, lowerBound, upperBound)
        case .exponential(let mean): return gsl_cdf_exponential_Qinv(probability, mean)
        case .normal(let mean, let deviation): return mean + gsl_cdf_gaussian_Qinv(probability, deviation)
        case .lognormal(let mean, let variation):
            let law = Lognormal(mean: mean, coefficientOfVariation: variation)
            return gsl_cdf_lognormal_Qinv(probability, law.logMean, law.logStandardDeviation)
        case .gamma(let shape, let scale): return gsl_cdf_gamma_Qinv(probability, shape, scale)
        case .weibull(let shape, let scale): return gsl_cdf_weibull_Qinv(probability, scale, shape)
        case .beta(let alpha, let beta): return cgsl_beta_upper_quantile(probability, alpha, beta)
        case .triangular(let lowerBound, let mode, let upperBound):
            return Triangular(lowerBound: lowerBound, mode: mode, upperBound: upperBound).upperQuantile(probability)
        case .constant(let value): return value
        }
    }
}

extension RandomStream {
    /// A draw from `law`, the same number that the method of that name would give.
    public mutating func draw(_ law: ContinuousDistribution) -> Double {
        switch law {
        case .uniform(let lowerBound, let upperBound): uniform(lowerBound: lowerBound, upperBound: upperBound)
        case .exponential(let mean): exponential(mean: mean)
        case .normal(let mean, let deviation): normal(mean: mean, standardDeviation: deviation)
        case .lognormal(let mean, let variation): lognormal(mean: mean, coefficientOfVariation: variation)
        case .gamma(let shape, let scale): gamma(shape: shape, scale: scale)
        case .weibull(let shape, let scale): weibull(shape: shape, scale: scale)
        case .beta(let alpha, let beta): self.beta(alpha: alpha, beta: beta)
        case .triangular(let lowerBound, let mode, let upperBound):
            triangular(lowerBound: lowerBound, mode: mode, upperBound: upperBound)
        case .constant(let value): value
        }
    }
}
