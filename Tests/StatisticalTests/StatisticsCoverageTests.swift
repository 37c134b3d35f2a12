// SPDX-License-Identifier: GPL-3.0-or-later

import RandomStreams
import Statistics
import Testing

/// Shares of simulated intervals that cover the truth.
///
/// Each share of 10,000 intervals has a standard error of 0.0022 at 95%; the tolerance of 0.011 is five of them, so a
/// comparison that should pass fails by chance with probability 6e-7. There are 12 comparisons; seeds are fixed.
@Suite("Coverage of intervals")
struct StatisticsCoverageTests {
    static let trials = 10_000
    static let tolerance = 0.011

    func coverage(seed: UInt64, trials: Int = trials, covers: (inout RandomStream) -> Bool) -> Double {
        var covered = 0
        for trial in 0..<trials {
            var random = RandomStream(seed: seed, purpose: 1, subject: UInt64(trial))
            if covers(&random) { covered += 1 }
        }
        return Double(covered) / Double(trials)
    }

    @Test("Student's t covers exactly, for normal values", arguments: [2, 5, 30])
    func student(count: Int) {
        for level in [0.8, 0.95] {
            let share = coverage(seed: 31) { random in
                let values = (0..<count).map { _ in random.normal(mean: 5, standardDeviation: 2) }
                return ConfidenceInterval.student(values, level: level).contains(5)
            }
            // The standard error is 0.004 at 80%.
            #expect(abs(share - level) < (level == 0.8 ? 0.02 : Self.tolerance))
        }
    }

    /// Exact coverage is a sum over binomial outcomes, so this needs no simulation and no tolerance for chance.
    func exactCoverage(
        trials: Int, probability: Double, of interval: (Int) -> ConfidenceInterval
    ) -> Double {
        var covered = 0.0
        var mass = 1.0
        for _ in 0..<trials { mass *= 1 - probability }
        for successes in 0...trials {
            if interval(successes).contains(probability) { covered += mass }
            mass *= Double(trials - successes) / Double(successes + 1) * probability / (1 - probability)
        }
        return covered
    }

    @Test("Clopper and Pearson never cover less than stated; Wilson covers it on average")
    func proportions() {
        let shares = stride(from: 0.005, to: 1, by: 0.005)
        var wilson = 0.0
        var count = 0.0
        for share in shares {
            let exact = exactCoverage(trials: 40, probability: share) {
                .clopperPearson(successes: $0, trials: 40)
            }
            #expect(exact >= 0.95 - 1e-12, "at \(share)")
            wilson += exactCoverage(trials: 40, probability: share) { .wilson(successes: $0, trials: 40) }
            count += 1
        }
        #expect(abs(wilson / count - 0.95) < 0.01)
    }

    @Test("A quantile's interval covers at least what is stated, and not much more", arguments: [0.5, 0.9])
    func quantiles(probability: Double) {
        let law = ContinuousDistribution.exponential(mean: 21)
        let share = coverage(seed: 33) { random in
            let values = (0..<200).map { _ in random.draw(law) }
            return ConfidenceInterval.quantile(probability, of: values).contains(law.quantile(probability))
        }
        #expect(share > 0.95 - Self.tolerance && share < 0.975 + Self.tolerance)
    }

    @Test("The corrected bootstrap covers a skewed mean nearly as stated, and better than the percentile one")
    func bootstrap() {
        // 2,000 intervals: standard error 0.005. DiCiccio & Efron (1996) lead one to expect about 0.93 at n = 40.
        let methods: [BootstrapMethod] = [.biasCorrectedAccelerated, .percentile]
        let shares = methods.map { method in
            coverage(seed: 34, trials: 2_000) { random in
                let values = (0..<40).map { _ in random.gamma(shape: 2, scale: 3) }
                return ConfidenceInterval.bootstrap(
                    values, method: method, resamples: 500, seed: UInt64(random.word())
                ) { Summary($0).mean }.contains(6)
            }
        }
        #expect(shares[0] > 0.905 && shares[0] < 0.965)
        #expect(shares[1] > 0.895 && shares[1] < 0.965)
    }

    @Test("The corrected bootstrap repairs a biased statistic that defeats the percentile one")
    func bootstrapOfVariance() {
        let covers = { (method: BootstrapMethod) in
            coverage(seed: 35, trials: 2_000) { random in
                let values = (0..<30).map { _ in random.normal(mean: 0, standardDeviation: 1) }
                return ConfidenceInterval.bootstrap(
                    values, method: method, resamples: 500, seed: UInt64(random.word())
                ) { Summary($0).variance }.contains(1)
            }
        }
        let corrected = covers(.biasCorrectedAccelerated)
        #expect(corrected > covers(.percentile) + 0.01)
        #expect(corrected > 0.87)
    }
}
