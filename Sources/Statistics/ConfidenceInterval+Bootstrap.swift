// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// How a bootstrap turns resampled statistics into bounds.
public enum BootstrapMethod: Hashable, Sendable {
    /// Their quantiles (Efron 1979, doi 10.1214/aos/1176344552).
    case percentile
    /// Their quantiles at levels corrected for bias and for a spread that grows with the value: BCa (Efron 1987,
    /// doi 10.1080/01621459.1987.10478410). Needs as many evaluations again as there are values.
    case biasCorrectedAccelerated
}

extension ConfidenceInterval {
    /// An interval of any statistic, by resampling the values with replacement.
    ///
    /// - Parameters:
    ///   - values: independent and alike, at least two; too few to show the shape (under about 20) cover too little.
    ///   - method: how to form the bounds.
    ///   - resamples: at least 100; 2,000 leave little noise in the bounds.
    ///   - seed: the same seed, the same interval.
    ///   - statistic: of a sample of the same size. Must not depend on order.
    /// - Complexity: `resamples` evaluations, and *n* more for BCa.
    public static func bootstrap(
        _ values: [Double], method: BootstrapMethod = .biasCorrectedAccelerated, level: Double = 0.95,
        resamples: Int = 2_000, seed: UInt64, statistic: ([Double]) -> Double
    ) -> ConfidenceInterval {
        precondition(values.count >= 2, "a bootstrap needs two values")
        precondition(resamples >= 100, "a bootstrap needs 100 resamples")
        precondition(level > 0 && level < 1, "a confidence level is between 0 and 1")
        let estimate = statistic(values)
        let resampled = resampledStatistics(of: values, resamples: resamples, seed: seed, statistic: statistic)
        var probabilities = ((1 - level) / 2, (1 + level) / 2)
        if method == .biasCorrectedAccelerated {
            let bias = medianBias(of: estimate, in: resampled)
            let acceleration = acceleration(of: values, statistic: statistic)
            probabilities.0 = corrected(probabilities.0, bias: bias, acceleration: acceleration)
            probabilities.1 = corrected(probabilities.1, bias: bias, acceleration: acceleration)
        }
        return ConfidenceInterval(
            estimate: estimate, lowerBound: Statistics.quantile(probabilities.0, ofAscending: resampled),
            upperBound: Statistics.quantile(probabilities.1, ofAscending: resampled), level: level)
    }

    /// The statistic of each resample, ascending.
    private static func resampledStatistics(
        of values: [Double], resamples: Int, seed: UInt64, statistic: ([Double]) -> Double
    ) -> [Double] {
        var source = values
        var resample = values
        var results: [Double] = []
        results.reserveCapacity(resamples)
        for subject in 0..<resamples {
            var stream = cgsl_philox_stream(seed, 0, UInt32(CGSL_PHILOX_BOOTSTRAP_PURPOSE), UInt64(subject))
            withUnsafeMutablePointer(to: &stream) { stream in
                var generator = cgsl_philox_generator(stream)
                gsl_ran_sample(&generator, &resample, values.count, &source, values.count, MemoryLayout<Double>.stride)
            }
            results.append(statistic(resample))
        }
        results.sort()
        return results
    }

    /// The normal score of the share of resamples below the estimate, ties counted half; kept finite.
    private static func medianBias(of estimate: Double, in ascending: [Double]) -> Double {
        let count = Double(ascending.count)
        let below = Double(ascending.count { $0 < estimate })
        let tied = Double(ascending.count { $0 == estimate })
        let share = (below + tied / 2) / count
        return gsl_cdf_ugaussian_Pinv(max(0.5 / count, min(1 - 0.5 / count, share)))
    }

    /// Σd³ / 6(Σd²)^1.5 over jackknife deviations d.
    private static func acceleration(of values: [Double], statistic: ([Double]) -> Double) -> Double {
        var others = Array(values.dropFirst())
        var leftOut: [Double] = []
        leftOut.reserveCapacity(values.count)
        for index in values.indices {
            leftOut.append(statistic(others))
            if index < others.count { others[index] = values[index] }
        }
        let mean = Summary(leftOut).mean
        var squares = 0.0
        var cubes = 0.0
        for value in leftOut {
            let deviation = mean - value
            squares += deviation * deviation
            cubes += deviation * deviation * deviation
        }
        return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
    }

    private static func corrected(_ probability: Double, bias: Double, acceleration: Double) -> Double {
        let shifted = bias + gsl_cdf_ugaussian_Pinv(probability)
        return gsl_cdf_ugaussian_P(bias + shifted / (1 - acceleration * shifted))
    }
}
