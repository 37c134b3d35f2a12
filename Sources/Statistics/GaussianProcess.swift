// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A smooth response fitted to noisy values at some points: a linear trend and a Gaussian process around it.
///
/// Noise may be correlated between points, as it is under common random numbers, so that differences between points
/// are known better than their levels: stochastic kriging. Ankenman, Nelson & Staum (2010), Operations Research 58(2),
/// doi 10.1287/opre.1090.0754; Chen, Ankenman & Nelson (2012), ACM TOMACS 22(2), doi 10.1145/2133390.2133391.
public struct GaussianProcess: Sendable {
    /// How far the response is from its trend, and over what distances it bends.
    public struct Kernel: Sendable, Hashable {
        /// The logarithm of the variance around the trend, in variances of the values.
        public var logVariance: Double
        /// The logarithms of the distances, one for each coordinate.
        public var logLengths: [Double]

        /// As wide as the values vary, over half of the unit of each coordinate.
        public init(dimensions: Int) {
            logVariance = 0
            logLengths = [Double](repeating: -0.7, count: dimensions)
        }
    }

    /// The kernel that was chosen.
    public let kernel: Kernel
    /// The logarithm of the likelihood of the values, so that fits to the same values can be compared.
    public let logLikelihood: Double
    let inputs: [[Double]]
    let centre: Double
    let scale: Double
    let factors: [Double]
    let weights: [Double]
    /// The root mean square of what each value says beside what all others foretell of it, in deviations of that
    /// forecast; at least 1. A response that bends otherwise than the kernel shows in it.
    public let surprise: Double

    /// Fits.
    /// - Parameters:
    ///   - inputs: points, each coordinate within about 0 and 1.
    ///   - values: one for each point.
    ///   - noise: their covariances, row by row.
    ///   - start: where the search for a kernel begins.
    ///   - sweeps: over all of the kernel's numbers; 0 keeps `start`.
    /// - Complexity: O(*n*³) for each kernel that is tried, some four times as many as coordinates in a sweep.
    public init(inputs: [[Double]], values: [Double], noise: [Double], start: Kernel, sweeps: Int) {
        precondition(!inputs.isEmpty && inputs.count == values.count, "a value for each point")
        precondition(noise.count == values.count * values.count, "a covariance for each pair of points")
        let summary = Summary(values)
        self.inputs = inputs
        centre = summary.mean
        let unit = values.count > 1 && summary.standardDeviation > 0 ? summary.standardDeviation : 1
        scale = unit
        let standard = values.map { ($0 - summary.mean) / unit }
        let standardNoise = noise.map { $0 / (unit * unit) }
        let likelihood = Likelihood(inputs: inputs, values: standard, noise: standardNoise)
        kernel = likelihood.best(from: start, sweeps: sweeps)
        let fit = likelihood.fit(kernel)
        factors = fit.factors
        weights = fit.weights
        logLikelihood = fit.logLikelihood
        surprise = Self.surprise(fit)
    }

    /// Dubrule's formula (1983), doi 10.1007/BF01033232: without value i the error is wᵢ / (K⁻¹)ᵢᵢ, its variance
    /// 1 / (K⁻¹)ᵢᵢ.
    private static func surprise(_ fit: Likelihood.Fit) -> Double {
        let count = fit.weights.count
        var squares = 0.0
        for index in 0..<count {
            var column = [Double](repeating: 0, count: count)
            column[index] = 1
            cgsl_cholesky_solve(count, fit.factors, &column)
            squares += fit.weights[index] * fit.weights[index] / column[index]
        }
        return max(1, (squares / Double(count)).squareRoot())
    }

    /// What the response is at a point, and the variance of what is not known of it, widened by the surprise.
    public func predict(_ input: [Double]) -> (mean: Double, variance: Double) {
        let covariances = inputs.map { Self.covariance(input, $0, kernel) }
        var mean = 0.0
        for index in weights.indices { mean += covariances[index] * weights[index] }
        var half = covariances
        cgsl_cholesky_half_solve(half.count, factors, &half)
        var known = 0.0
        for value in half { known += value * value }
        let variance = max(0, Self.covariance(input, input, kernel) - known)
        return (centre + scale * mean, scale * scale * surprise * surprise * variance)
    }

    /// What the response is at a point.
    public func mean(_ input: [Double]) -> Double {
        var mean = 0.0
        for index in weights.indices { mean += Self.covariance(input, inputs[index], kernel) * weights[index] }
        return centre + scale * mean
    }

    /// The trend's variance at the origin, and of its slopes: wide, for nothing is known of them before.
    private static let trendVariances = (level: 25.0, slope: 25.0)

    /// Matérn's of order 5/2 around a linear trend.
    static func covariance(_ one: [Double], _ other: [Double], _ kernel: Kernel) -> Double {
        var products = 0.0
        var squares = 0.0
        for index in one.indices {
            products += one[index] * other[index]
            let distance = (one[index] - other[index]) * exp(-kernel.logLengths[index])
            squares += distance * distance
        }
        let r = (5 * squares).squareRoot()
        return trendVariances.level + trendVariances.slope * products
            + exp(kernel.logVariance) * (1 + r + r * r / 3) * exp(-r)
    }
}
