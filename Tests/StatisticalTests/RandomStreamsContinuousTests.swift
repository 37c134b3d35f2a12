// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import RandomStreams
import Testing

@Suite("Continuous distributions against theory")
struct RandomStreamsContinuousTests {
    static let draws = 200_000

    struct Case: Sendable, CustomTestStringConvertible {
        let law: ContinuousDistribution
        let mean: Double
        let variance: Double
        var testDescription: String { "\(law)" }
    }

    /// Means and variances written out here, not taken from the code under test.
    static let cases: [Case] = [
        Case(law: .uniform(lowerBound: -2, upperBound: 5), mean: 1.5, variance: 49.0 / 12),
        Case(law: .exponential(mean: 3), mean: 3, variance: 9),
        Case(law: .normal(mean: -1, standardDeviation: 2), mean: -1, variance: 4),
        Case(law: .lognormal(mean: 68, coefficientOfVariation: 0.6), mean: 68, variance: 40.8 * 40.8),
        Case(law: .gamma(shape: 0.4, scale: 2), mean: 0.8, variance: 1.6),
        Case(law: .gamma(shape: 3.5, scale: 2), mean: 7, variance: 14),
        Case(law: .weibull(shape: 2, scale: 3), mean: 2.658_680_776_358_274, variance: 1.931_416_529_422_965),
        Case(law: .beta(alpha: 2, beta: 5), mean: 2.0 / 7, variance: 10.0 / 392),
        Case(law: .triangular(lowerBound: 1, mode: 2, upperBound: 6), mean: 3, variance: 21.0 / 18),
        Case(law: .triangular(lowerBound: 0, mode: 0, upperBound: 3), mean: 1, variance: 0.5),
    ]

    @Test("Shape, mean and variance", arguments: cases)
    func drawsFollow(_ expected: Case) {
        var random = RandomStream(seed: 20_260_101, replication: 1, purpose: 0)
        let sample = (0..<Self.draws).map { _ in random.draw(expected.law) }
        let alarm = GoodnessOfFit.falseAlarm
        #expect(GoodnessOfFit.kolmogorov(sample, cumulative: expected.law.cumulative) > alarm)
        #expect(GoodnessOfFit.mean(sample, is: expected.mean, variance: expected.variance) > alarm)
        #expect(GoodnessOfFit.variance(sample, is: expected.variance, mean: expected.mean) > alarm)
    }

    @Test("Distribution and survival functions and both quantiles agree", arguments: cases)
    func functionsAgree(_ expected: Case) {
        for probability in [1e-6, 0.01, 0.3, 0.5, 0.9, 0.999] {
            let x = expected.law.quantile(probability)
            #expect(abs(expected.law.cumulative(x) - probability) < 1e-9)
            #expect(abs(expected.law.survival(x) - (1 - probability)) < 1e-9)
            let y = expected.law.upperQuantile(probability)
            #expect(abs(expected.law.survival(y) - probability) < 1e-9)
        }
        #expect(expected.law.cumulative(-.infinity) == 0 && expected.law.cumulative(.infinity) == 1)
        #expect(expected.law.survival(-.infinity) == 1 && expected.law.survival(.infinity) == 0)
    }

    @Test("The first number of neighbouring streams is uniform, and unrelated to the neighbour's")
    func acrossStreams() {
        let random = RandomSource(seed: 1)
        var samples: [[Double]] = [[], [], [], []]
        for index in 0..<100_000 {
            var bySubject = random.stream(purpose: 1, subject: UInt64(index))
            samples[0].append(bySubject.uniform())
            var byPurpose = random.stream(purpose: UInt16(index % 4_096), subject: UInt64(index / 4_096))
            samples[1].append(byPurpose.uniform())
            var byReplication = RandomStream(seed: 1, replication: UInt32(index), purpose: 0)
            samples[2].append(byReplication.uniform())
            var bySeed = RandomStream(seed: UInt64(index), purpose: 0)
            samples[3].append(bySeed.uniform())
        }
        for sample in samples {
            #expect(GoodnessOfFit.kolmogorov(sample) { $0 } > GoodnessOfFit.falseAlarm)
            let products = zip(sample, sample.dropFirst()).map { ($0 - 0.5) * ($1 - 0.5) }
            #expect(GoodnessOfFit.mean(products, is: 0, variance: 1.0 / 144) > GoodnessOfFit.falseAlarm)
        }
    }

    @Test("The exponential, in a thousand cells and beyond the ziggurat: one draw in 45 is settled by its edges")
    func exponentialInDetail() {
        var random = RandomStream(seed: 11, purpose: 0)
        let edge = 7.697_117_470_131_05
        let draws = 8_000_000
        var tail: [Double] = []
        var cells = [Int](repeating: 0, count: 1_024)
        for _ in 0..<draws {
            let x = random.exponential(mean: 1)
            if x > edge { tail.append(x - edge) }
            cells[min(Int(x * 128), 1_023)] += 1
        }
        let expected = (0..<1_023).map { exp(-Double($0) / 128) - exp(-Double($0 + 1) / 128) } + [exp(-1_023 / 128.0)]
        #expect(GoodnessOfFit.chiSquare(cells, probabilities: expected) > GoodnessOfFit.falseAlarm)
        let share = exp(-edge)
        let counts = [tail.count, draws - tail.count]
        #expect(GoodnessOfFit.chiSquare(counts, probabilities: [share, 1 - share]) > GoodnessOfFit.falseAlarm)
        #expect(GoodnessOfFit.kolmogorov(tail) { gsl_cdf_exponential_P($0, 1) } > GoodnessOfFit.falseAlarm)
    }

    @Test("Layers of the exponential ziggurat have equal areas and fit together")
    func zigguratTable() {
        let layers = withUnsafeBytes(of: cgsl_exponential_layers) {
            Array($0.bindMemory(to: cgsl_exponential_layer.self))
        }
        let edges = layers.map { $0.width * 0x1p53 } + [0]
        let area = edges[0] * exp(-edges[1])
        #expect(abs(area - (edges[1] + 1) * exp(-edges[1])) < 1e-15)
        for index in 1..<256 {
            #expect(abs(edges[index] * (exp(-edges[index + 1]) - exp(-edges[index])) - area) < 1e-15)
        }
        for index in 0..<256 {
            #expect(abs(Double(layers[index].inside) * 0x1p-53 - edges[index + 1] / edges[index]) < 1e-15)
        }
    }

    @Test("A pair of normals has its means, deviations and correlation")
    func bivariate() {
        var random = RandomStream(seed: 12, purpose: 0)
        let pairs = (0..<Self.draws).map { _ in
            random.bivariateNormal(means: (14, 13), standardDeviations: (6, 5), correlation: 0.7)
        }
        let alarm = GoodnessOfFit.falseAlarm
        let first = pairs.map(\.0)
        let second = pairs.map(\.1)
        #expect(GoodnessOfFit.kolmogorov(first) { gsl_cdf_gaussian_P($0 - 14, 6) } > alarm)
        #expect(GoodnessOfFit.kolmogorov(second) { gsl_cdf_gaussian_P($0 - 13, 5) } > alarm)
        let scaled = pairs.map { ($0.0 - 14) / 6 * (($0.1 - 13) / 5) }
        #expect(GoodnessOfFit.mean(scaled, is: 0.7, variance: 1 + 0.7 * 0.7) > alarm)
        let rest = pairs.map { ($0.1 - 13) / 5 - 0.7 * ($0.0 - 14) / 6 }
        #expect(GoodnessOfFit.kolmogorov(rest) { gsl_cdf_gaussian_P($0, (1 - 0.49 as Double).squareRoot()) } > alarm)
    }

    @Test("A lognormal is named by the mean and spread of the quantity, down to no spread")
    func lognormal() {
        let law = Lognormal(mean: 20, coefficientOfVariation: 0.5)
        #expect(abs(exp(law.logMean + law.logStandardDeviation * law.logStandardDeviation / 2) - 20) < 1e-12)
        #expect(abs(law.logStandardDeviation - 0.472_380_727_077_440) < 1e-12)
        var random = RandomStream(seed: 1, purpose: 0)
        #expect(abs(random.lognormal(mean: 20, coefficientOfVariation: 0) - 20) < 1e-12)
    }
}
