// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import Statistics
import Testing

/// Known answers: SciPy 1.17 and NumPy on the same numbers.
@Suite("Summaries, quantiles and intervals against SciPy")
struct StatisticsIntervalTests {
    static let values = [9.1, 4.2, 7.7, 5.5, 6.0, 12.3, 3.8, 8.8, 7.1, 5.9]

    func close(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
        value == expected || abs(value - expected) <= tolerance * max(abs(expected), 1e-300)
    }

    @Test("Summary")
    func summary() {
        let summary = Summary(Self.values)
        #expect(summary.count == 10 && summary.minimum == 3.8 && summary.maximum == 12.3)
        #expect(close(summary.mean, 7.04) && close(summary.variance, 6.529_333_333_333_334))
        #expect(close(summary.standardError, 0.808_042_903_151_394))
        #expect(Summary([4]).variance == 0)
    }

    @Test("Student's t")
    func student() {
        let interval = ConfidenceInterval.student(Self.values)
        #expect(close(interval.lowerBound, 5.212_079_958_787_818) && close(interval.upperBound, 8.867_920_041_212_184))
        #expect(close(interval.halfWidth, 1.827_920_041_212_183) && close(interval.estimate, 7.04))
        let wider = ConfidenceInterval.student(Summary(Self.values), level: 0.99)
        #expect(close(wider.lowerBound, 4.413_993_454_207_317) && close(wider.upperBound, 9.666_006_545_792_685))
        let single = ConfidenceInterval.student([5])
        #expect(single.estimate == 5 && single.lowerBound == -.infinity && single.upperBound == .infinity)
    }

    struct Share: Sendable {
        let successes, trials: Int
        let exact, wilson: (Double, Double)
    }

    static let shares: [Share] = [
        Share(successes: 0, trials: 10, exact: (0, 0.30849710781876294), wilson: (0, 0.27753279986288926)),
        Share(
            successes: 3, trials: 10, exact: (0.06673951117773447, 0.652452850060008),
            wilson: (0.10779126740630102, 0.6032218525388546)),
        Share(successes: 10, trials: 10, exact: (0.6915028921812371, 1), wilson: (0.7224672001371109, 1)),
        Share(
            successes: 81, trials: 263, exact: (0.25273674558504267, 0.36762192260134746),
            wilson: (0.2552885198782742, 0.36620957698280004)),
        Share(
            successes: 1, trials: 29, exact: (0.0008726468835971072, 0.17764429548841465),
            wilson: (0.006113214292762667, 0.17175521879320282)),
        Share(
            successes: 40_000, trials: 100_000, exact: (0.3969615735103255, 0.40304422765862385),
            wilson: (0.3969675340515098, 0.40304014857100684)),
        Share(
            successes: 2, trials: 5_000_000, exact: (4.844185937967239e-08, 1.4449367786754064e-06),
            wilson: (1.0969443450505093e-07, 1.4585961247290538e-06)),
    ]

    @Test("Wilson, and Clopper and Pearson", arguments: shares)
    func proportions(_ share: Share) {
        let exact = ConfidenceInterval.clopperPearson(successes: share.successes, trials: share.trials)
        #expect(close(exact.lowerBound, share.exact.0) && close(exact.upperBound, share.exact.1))
        let wilson = ConfidenceInterval.wilson(successes: share.successes, trials: share.trials)
        #expect(close(wilson.lowerBound, share.wilson.0) && close(wilson.upperBound, share.wilson.1))
        #expect(wilson.estimate == Double(share.successes) / Double(share.trials))
    }

    @Test("Quantiles of type 7", arguments: zip([0, 0.1, 0.5, 0.9, 1], [3.8, 4.16, 6.55, 9.42, 12.3]))
    func quantiles(probability: Double, expected: Double) {
        #expect(close(quantile(probability, of: Self.values), expected))
        #expect(quantile(probability, of: [2]) == 2)
    }

    @Test("Ranks that bound a quantile", arguments: [(100, 0.5, 40, 61), (100, 0.9, 84, 96), (35, 0.5, 12, 24)])
    func quantileRanks(count: Int, probability: Double, lowerRank: Int, upperRank: Int) {
        let values = (1...count).reversed().map(Double.init)
        let interval = ConfidenceInterval.quantile(probability, of: values)
        #expect(interval.lowerBound == Double(lowerRank) && interval.upperBound == Double(upperRank))
    }

    @Test("Ten values do not bound their 90th centile from above")
    func unboundedQuantile() {
        let interval = ConfidenceInterval.quantile(0.9, of: (1...10).map(Double.init))
        #expect(interval.lowerBound == 7 && interval.upperBound == .infinity)
        #expect(ConfidenceInterval.quantile(0.05, of: [1, 2, 3]).lowerBound == -.infinity)
    }

    @Test("Bootstrap, within what its resampling noise allows")
    func bootstrap() {
        let mean = { (sample: [Double]) in Summary(sample).mean }
        let percentile = ConfidenceInterval.bootstrap(
            Self.values, method: .percentile, resamples: 50_000, seed: 1, statistic: mean)
        #expect(close(percentile.lowerBound, 5.63, 0.01) && close(percentile.upperBound, 8.61, 0.01))
        let corrected = ConfidenceInterval.bootstrap(Self.values, resamples: 50_000, seed: 1, statistic: mean)
        #expect(close(corrected.lowerBound, 5.76, 0.01) && close(corrected.upperBound, 8.82, 0.01))
        let variance = { (sample: [Double]) in Summary(sample).variance * 0.9 }
        let skewed = ConfidenceInterval.bootstrap(Self.values, resamples: 50_000, seed: 1, statistic: variance)
        #expect(close(skewed.lowerBound, 2.385, 0.03) && close(skewed.upperBound, 13.32, 0.03))
        let again = ConfidenceInterval.bootstrap(Self.values, resamples: 50_000, seed: 1, statistic: variance)
        #expect(again == skewed)
        let other = ConfidenceInterval.bootstrap(Self.values, resamples: 50_000, seed: 2, statistic: variance)
        #expect(other != skewed)
    }

    @Test("A bootstrap of a constant is a point")
    func bootstrapOfConstant() {
        let interval = ConfidenceInterval.bootstrap([2, 2, 2], seed: 1) { Summary($0).mean }
        #expect(interval.lowerBound == 2 && interval.upperBound == 2)
    }

    @Test("Misuse stops the process")
    func misuse() async {
        await #expect(processExitsWith: .failure) { _ = Summary([]) }
        await #expect(processExitsWith: .failure) { _ = ConfidenceInterval.wilson(successes: 3, trials: 2) }
        await #expect(processExitsWith: .failure) { _ = quantile(1.5, of: [1]) }
    }
}

@Suite("Beta quantiles, where GSL's own give up")
struct StatisticsBetaQuantileTests {
    @Test("Both solve their equation, for any share of up to ten million", arguments: 0...7)
    func solves(exponent: Int) {
        let trials = (0..<exponent).reduce(1) { total, _ in total * 10 }
        for successes in Set([0, 1, 2, 3, 5, 17, trials / 50, trials / 3, trials - 1]).sorted() {
            guard (0..<trials).contains(successes) else { continue }
            for tail in [0.0005, 0.025, 0.2] {
                let a = Double(successes + 1)
                let b = Double(trials - successes)
                let lower = cgsl_beta_lower_quantile(tail, a, b)
                let upper = cgsl_beta_upper_quantile(tail, a, b)
                #expect(abs(gsl_cdf_beta_P(lower, a, b) / tail - 1) < 1e-5, "\(a), \(b)")
                #expect(abs(gsl_cdf_beta_Q(upper, a, b) / tail - 1) < 1e-5, "\(a), \(b)")
            }
        }
    }
}
