// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Probabilities that a sample departs this far from its law by chance. Small is suspicious.
///
/// Each test of a distribution compares one or more of these with `falseAlarm`. There are fewer than 120 comparisons in
/// the RandomStreams files, so a correct program fails for an unlucky choice of seeds with probability below 1.2e-4;
/// the seeds are fixed, so it happens at writing or never.
enum GoodnessOfFit {
    static let falseAlarm = 1e-6

    /// Kolmogorov–Smirnov against a continuous distribution function, with Stephens' small-sample correction
    /// (doi 10.1080/01621459.1974.10480196).
    static func kolmogorov(_ sample: [Double], cumulative: (Double) -> Double) -> Double {
        let ascending = sample.sorted()
        let count = Double(ascending.count)
        var distance = 0.0
        for (index, value) in ascending.enumerated() {
            let expected = cumulative(value)
            distance = max(distance, expected - Double(index) / count, Double(index + 1) / count - expected)
        }
        let scaled = (count.squareRoot() + 0.12 + 0.11 / count.squareRoot()) * distance
        guard scaled > 0.3 else { return 1 }  // the series below has not converged there, and is 1 to 5 digits
        var sum = 0.0
        for term in 1...50 {
            let magnitude = exp(-2 * Double(term * term) * scaled * scaled)
            sum += term.isMultiple(of: 2) ? -magnitude : magnitude
        }
        return min(1, 2 * sum)
    }

    /// Pearson's chi-square of counts against probabilities, the cells pooled from the left until each expects ten.
    static func chiSquare(_ counts: [Int], probabilities: [Double]) -> Double {
        let total = Double(counts.reduce(0, +))
        var cells: [(observed: Double, expected: Double)] = [(0, 0)]
        for (count, probability) in zip(counts, probabilities) {
            if cells[cells.count - 1].expected >= 10 { cells.append((0, 0)) }
            cells[cells.count - 1].observed += Double(count)
            cells[cells.count - 1].expected += total * probability
        }
        if cells.count > 1, cells[cells.count - 1].expected < 10 {
            let rest = cells.removeLast()
            cells[cells.count - 1].observed += rest.observed
            cells[cells.count - 1].expected += rest.expected
        }
        let statistic = cells.reduce(0) { $0 + ($1.observed - $1.expected) * ($1.observed - $1.expected) / $1.expected }
        return gsl_cdf_chisq_Q(statistic, Double(cells.count - 1))
    }

    /// Two-sided, of the mean against `mean`, with the true variance.
    static func mean(_ sample: [Double], is mean: Double, variance: Double) -> Double {
        let count = Double(sample.count)
        let score = (gsl_stats_mean(sample, 1, sample.count) - mean) / (variance / count).squareRoot()
        return 2 * gsl_cdf_ugaussian_Q(abs(score))
    }

    /// Two-sided, of the variance about the true mean, with the sample's own fourth moment.
    static func variance(_ sample: [Double], is variance: Double, mean: Double) -> Double {
        let squares = sample.map { ($0 - mean) * ($0 - mean) }
        let error = (gsl_stats_variance(squares, 1, squares.count) / Double(squares.count)).squareRoot()
        let score = (gsl_stats_mean(squares, 1, squares.count) - variance) / error
        return 2 * gsl_cdf_ugaussian_Q(abs(score))
    }
}
