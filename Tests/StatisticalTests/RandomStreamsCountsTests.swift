// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import RandomStreams
import Testing

@Suite("Counts and choices against theory")
struct RandomStreamsCountsTests {
    static let draws = 200_000
    let alarm = GoodnessOfFit.falseAlarm

    /// Counts the values of a sample, the last cell holding the largest and beyond.
    func tally(_ sample: [Int], cells: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: cells)
        for value in sample { counts[min(value, cells - 1)] += 1 }
        return counts
    }

    /// Probabilities of 0, 1, …, the last cell holding the rest.
    func probabilities(cells: Int, _ mass: (UInt32) -> Double) -> [Double] {
        let head = (0..<UInt32(cells - 1)).map(mass)
        return head + [max(0, 1 - head.reduce(0, +))]
    }

    @Test("Poisson", arguments: [0.01, 1.3, 31.7, 222])
    func poisson(mean: Double) {
        var random = RandomStream(seed: 21, purpose: 0)
        let sample = (0..<Self.draws).map { _ in random.poisson(mean: mean) }
        let cells = Int(mean + 10 * mean.squareRoot()) + 5
        let expected = probabilities(cells: cells) { gsl_ran_poisson_pdf($0, mean) }
        #expect(GoodnessOfFit.chiSquare(tally(sample, cells: cells), probabilities: expected) > alarm)
        #expect(GoodnessOfFit.mean(sample.map(Double.init), is: mean, variance: mean) > alarm)
        #expect(GoodnessOfFit.variance(sample.map(Double.init), is: mean, mean: mean) > alarm)
    }

    @Test("Negative binomial: variance mean + dispersion × mean²", arguments: [(5.0, 0.3), (40.0, 0.05), (0.7, 2.0)])
    func negativeBinomial(mean: Double, dispersion: Double) {
        var random = RandomStream(seed: 22, purpose: 0)
        let sample = (0..<Self.draws).map { _ in random.negativeBinomial(mean: mean, dispersion: dispersion) }
        let variance = mean + dispersion * mean * mean
        let cells = Int(mean + 20 * variance.squareRoot()) + 5
        let size = 1 / dispersion
        let expected = probabilities(cells: cells) { gsl_ran_negative_binomial_pdf($0, size / (size + mean), size) }
        #expect(GoodnessOfFit.chiSquare(tally(sample, cells: cells), probabilities: expected) > alarm)
        #expect(GoodnessOfFit.mean(sample.map(Double.init), is: mean, variance: variance) > alarm)
        #expect(GoodnessOfFit.variance(sample.map(Double.init), is: variance, mean: mean) > alarm)
    }

    @Test("No dispersion, or next to none, is Poisson")
    func noDispersion() {
        for dispersion in [0, 1e-12] {
            var random = RandomStream(seed: 23, purpose: 0)
            var poisson = RandomStream(seed: 23, purpose: 0)
            for _ in 0..<100 {
                #expect(
                    random.negativeBinomial(mean: 6, dispersion: dispersion) == poisson.poisson(mean: 6))
            }
        }
    }

    @Test("Binomial", arguments: [(12, 0.3), (400, 0.05), (1_000, 0.9)])
    func binomial(trials: Int, probability: Double) {
        var random = RandomStream(seed: 24, purpose: 0)
        let sample = (0..<Self.draws).map { _ in random.binomial(trials: trials, probability: probability) }
        let expected = (0...UInt32(trials)).map { gsl_ran_binomial_pdf($0, probability, UInt32(trials)) }
        #expect(GoodnessOfFit.chiSquare(tally(sample, cells: trials + 1), probabilities: expected) > alarm)
        #expect(
            GoodnessOfFit.mean(
                sample.map(Double.init), is: Double(trials) * probability,
                variance: Double(trials) * probability * (1 - probability)) > alarm)
    }

    @Test("Bernoulli, and its ends")
    func bernoulli() {
        var random = RandomStream(seed: 25, purpose: 0)
        let hits = (0..<Self.draws).count { _ in random.bernoulli(0.747) }
        #expect(GoodnessOfFit.chiSquare([hits, Self.draws - hits], probabilities: [0.747, 0.253]) > alarm)
        #expect((0..<1_000).allSatisfy { _ in random.bernoulli(1) && !random.bernoulli(0) })
    }

    @Test("Integers below a bound", arguments: [1, 2, 7, 192, 1_000])
    func integers(bound: Int) {
        var random = RandomStream(seed: 26, purpose: 0)
        let sample = (0..<Self.draws).map { _ in random.integer(below: bound) }
        #expect(sample.allSatisfy { $0 >= 0 && $0 < bound })
        let even = [Double](repeating: 1 / Double(bound), count: bound)
        if bound > 1 { #expect(GoodnessOfFit.chiSquare(tally(sample, cells: bound), probabilities: even) > alarm) }
    }

    @Test("A bound of two thirds of 2^32 is not biased, as a remainder would be")
    func integersWithoutBias() {
        var random = RandomStream(seed: 27, purpose: 0)
        let bound = 2_863_311_530
        let low = (0..<Self.draws).count { _ in random.integer(below: bound) < bound / 2 }
        #expect(GoodnessOfFit.chiSquare([low, Self.draws - low], probabilities: [0.5, 0.5]) > alarm)
    }

    @Test("Categories come by weight; a weight of 0 never comes")
    func categorical() {
        let weights = [0.68, 0.09, 0, 0.23, 3]
        let choice = Categorical(weights: weights)
        #expect(choice.count == 5)
        var random = RandomStream(seed: 28, purpose: 0)
        let sample = (0..<Self.draws).map { _ in random.categorical(choice) }
        #expect(GoodnessOfFit.chiSquare(tally(sample, cells: 5), probabilities: weights.map { $0 / 4 }) > alarm)
        #expect(!sample.contains(2))
        for index in 0..<5 { #expect(abs(choice.probability(of: index) - weights[index] / 4) < 1e-12) }
    }

    @Test("Where one weight grows, whoever changes changes to it, and no more than must")
    func oneWeightGrows() {
        let moves = moves(from: [0.5, 0.2, 0.2, 0.1], to: [0.5, 0.2, 0.3, 0.1])
        #expect(moves.changed.allSatisfy { $0.to == 2 })
        // Of 11 parts 3 belong to the third now, of 10 it were 2.
        let expected = 3.0 / 11 - 2.0 / 10
        #expect(abs(moves.share - expected) < 4 * (expected / Double(Self.draws)).squareRoot())
    }

    @Test("Where two weights change, as few change as can without knowing the other weights")
    func twoWeightsChange() {
        let moves = moves(from: [0.3, 0.3, 0.2, 0.2], to: [0.35, 0.3, 0.2, 0.15])
        // The part that must change is 0.05; at most 2·0.05 ∕ 1.05 do. Laying shares end to end moves 0.15.
        let most = 2 * 0.05 / 1.05
        #expect(moves.share < most + 4 * (most / Double(Self.draws)).squareRoot() && moves.share > 0.05)
        #expect(!moves.changed.contains { [1, 2].contains($0.from) && [1, 2].contains($0.to) })
    }

    /// Who changes category where weights change, stream by stream.
    private func moves(from: [Double], to: [Double]) -> (changed: [(from: Int, to: Int)], share: Double) {
        let (before, after) = (Categorical(weights: from), Categorical(weights: to))
        let random = RandomSource(seed: 29)
        let changed = (0..<Self.draws).compactMap { subject -> (from: Int, to: Int)? in
            var one = random.stream(purpose: 1, subject: UInt64(subject))
            var other = random.stream(purpose: 1, subject: UInt64(subject))
            let (first, second) = (one.categorical(before), other.categorical(after))
            return first == second ? nil : (first, second)
        }
        return (changed, Double(changed.count) / Double(Self.draws))
    }

    @Test("Misuse stops the process")
    func misuse() async {
        await #expect(processExitsWith: .failure) { _ = Categorical(weights: [0, 0]) }
        await #expect(processExitsWith: .failure) { _ = Categorical(weights: [1, -1]) }
        await #expect(processExitsWith: .failure) { _ = Empirical(edges: [0, 0], weights: [1]) }
    }
}
