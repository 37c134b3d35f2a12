// SPDX-License-Identifier: GPL-3.0-or-later

import RandomStreams
import Testing

@Suite("Truncated and empirical laws against theory")
struct RandomStreamsTruncatedTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let law: ContinuousDistribution
        let lowerBound: Double
        let upperBound: Double
        var testDescription: String { "\(law) in \(lowerBound) ... \(upperBound)" }
    }

    static let cases: [Case] = [
        Case(law: .normal(mean: 14, standardDeviation: 6), lowerBound: 0, upperBound: 27),
        Case(law: .normal(mean: 0, standardDeviation: 1), lowerBound: 6, upperBound: .infinity),
        Case(law: .normal(mean: 0, standardDeviation: 1), lowerBound: -.infinity, upperBound: -9),
        Case(law: .exponential(mean: 2), lowerBound: 1, upperBound: 3),
        Case(law: .lognormal(mean: 30, coefficientOfVariation: 1), lowerBound: -1, upperBound: 90),
        Case(law: .gamma(shape: 2.5, scale: 4), lowerBound: 20, upperBound: 60),
        Case(law: .weibull(shape: 1.5, scale: 10), lowerBound: 2, upperBound: .infinity),
        Case(law: .beta(alpha: 2, beta: 3), lowerBound: 0.1, upperBound: 0.4),
    ]

    @Test("Draws stay inside and follow the law between the bounds", arguments: cases)
    func drawsFollow(_ expected: Case) {
        let law = Truncated(expected.law, lowerBound: expected.lowerBound, upperBound: expected.upperBound)
        var random = RandomStream(seed: 77, purpose: 0)
        let sample = (0..<50_000).map { _ in random.truncated(law) }
        #expect(sample.allSatisfy { $0 >= expected.lowerBound && $0 <= expected.upperBound })
        // The share of the whole law's probability, from whichever side is exact.
        let lower = expected.lowerBound
        let upper = expected.upperBound
        let fromAbove = expected.law.survival(lower) < 0.5
        let inside =
            fromAbove
            ? expected.law.survival(lower) - expected.law.survival(upper)
            : expected.law.cumulative(upper) - expected.law.cumulative(lower)
        let cumulative = { (x: Double) in
            (fromAbove
                ? expected.law.survival(lower) - expected.law.survival(x)
                : expected.law.cumulative(x) - expected.law.cumulative(lower)) / inside
        }
        #expect(GoodnessOfFit.kolmogorov(sample, cumulative: cumulative) > GoodnessOfFit.falseAlarm)
        for x in sample.prefix(100) { #expect(abs(law.cumulative(x) - cumulative(x)) < 1e-9) }
    }

    @Test("A truncated normal has the mean that Mills' ratio gives")
    func truncatedNormalMean() {
        var random = RandomStream(seed: 78, purpose: 0)
        let sample = (0..<100_000).map { _ in
            random.truncatedNormal(mean: 1, standardDeviation: 2, lowerBound: 0, upperBound: 4)
        }
        // scipy.stats.truncnorm(-0.5, 1.5, loc=1, scale=2): mean and variance
        #expect(
            GoodnessOfFit.mean(sample, is: 1.712_545_768_354_119, variance: 1.120_992_600_604_900)
                > GoodnessOfFit.falseAlarm)
    }

    @Test("One number a draw, and the draw rises with it")
    func truncatedIsMonotone() {
        let law = Truncated(.gamma(shape: 2, scale: 1), lowerBound: 3, upperBound: 9)
        let values = (0...100).map { law.quantile(Double($0) / 100) }
        #expect(values == values.sorted())
        #expect(abs(values[0] - 3) < 1e-9 && abs(values[100] - 9) < 1e-9)
        var random = RandomStream(seed: 1, purpose: 0)
        var counted = RandomStream(seed: 1, purpose: 0)
        _ = random.truncated(law)
        _ = counted.openUniform()
        #expect(random.word() == counted.word())
    }

    @Test("A histogram is drawn evenly within bins and by weight between them")
    func histogram() {
        let edges = [0.0, 1, 3, 10, 11]
        let law = Empirical(edges: edges, weights: [2, 0, 5, 3])
        var random = RandomStream(seed: 79, purpose: 0)
        let sample = (0..<100_000).map { _ in random.empirical(law) }
        let heights = [0, 0.2, 0.2, 0.7, 1]
        let cumulative = { (x: Double) -> Double in
            let bin = min(edges.lastIndex { $0 <= x } ?? 0, 3)
            return heights[bin] + (heights[bin + 1] - heights[bin]) * (x - edges[bin]) / (edges[bin + 1] - edges[bin])
        }
        #expect(GoodnessOfFit.kolmogorov(sample, cumulative: cumulative) > GoodnessOfFit.falseAlarm)
        #expect(!sample.contains { $0 > 1 && $0 < 3 })
    }

    @Test("The largest number below 1 reaches the last bin, whatever the rounding of the weights")
    func histogramEnd() {
        for bins in 1...200 {
            let edges = (0...bins).map { Double($0) + 5 }
            let law = Empirical(edges: edges, weights: (0..<bins).map { 0.1 + 0.7 * Double($0 % 7) })
            #expect(law.quantile(1.0.nextDown) >= edges[bins - 1])
            #expect(law.quantile(0) == edges[0])
        }
    }

    @Test("Observed values are interpolated as quantile type 7")
    func observations() {
        let law = Empirical(observations: [10, 2, 4, 2])
        #expect(law.quantile(0) == 2)
        #expect(law.quantile(0.5) == 3)
        #expect(abs(law.quantile(5.0 / 6) - 7) < 1e-12)
        var random = RandomStream(seed: 80, purpose: 0)
        let sample = (0..<100_000).map { _ in random.empirical(Empirical(observations: [0, 1, 5])) }
        let cumulative = { (x: Double) in x < 1 ? x / 2 : 0.5 + (x - 1) / 8 }
        #expect(GoodnessOfFit.kolmogorov(sample, cumulative: cumulative) > GoodnessOfFit.falseAlarm)
        #expect(Empirical(observations: [3]).quantile(0.9) == 3)
    }
}
