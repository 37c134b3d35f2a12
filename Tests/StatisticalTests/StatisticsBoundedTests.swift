// SPDX-License-Identifier: GPL-3.0-or-later

import RandomStreams
import Statistics
import Testing

/// Intervals of means that have limits, and what a number of runs can show.
///
/// Each coverage is of 4,000 intervals, standard error 0.0034 at 95%: a bound that lies 0.017 below what is expected
/// fails by chance with probability 3e-7. There are 8 comparisons; seeds are fixed.
@Suite("Bounded means, and chances")
struct StatisticsBoundedTests {
    private static let trials = 4_000

    private func coverage(
        of truth: Double, within limits: ClosedRange<Double>, count: Int, seed: UInt64,
        draw: (inout RandomStream) -> Double
    ) -> Double {
        var covered = 0
        for trial in 0..<Self.trials {
            var random = RandomStream(seed: seed, purpose: 2, subject: UInt64(trial))
            let values = (0..<count).map { _ in draw(&random) }
            guard let interval = RunSample(values).interval(within: limits) else { continue }
            #expect(limits.contains(interval.lowerBound) && limits.contains(interval.upperBound))
            if interval.contains(truth) { covered += 1 }
        }
        return Double(covered) / Double(Self.trials)
    }

    /// A share of so many people, each with this chance.
    private func share(_ random: inout RandomStream, people: Int, chance: Double) -> Double {
        Double(random.binomial(trials: people, probability: chance)) / Double(people)
    }

    @Test("shares near one are covered nearly as stated, and never leave 0 ... 1", arguments: [8, 30])
    func shares(count: Int) {
        for (people, chance) in [(100, 0.98), (40, 0.5)] {
            let covered = coverage(of: chance, within: 0...1, count: count, seed: 41) {
                share(&$0, people: people, chance: chance)
            }
            #expect(covered > 0.95 - 0.017 && covered < 0.98, "\(people) people, \(chance): \(covered)")
        }
    }

    @Test("skewed amounts are covered better than by Student's interval, and never fall below nothing")
    func amounts() {
        let law = ContinuousDistribution.exponential(mean: 20)
        for count in [8, 30] {
            let covered = coverage(of: 20, within: 0...(.infinity), count: count, seed: 43) { $0.draw(law) }
            let plain = coverage(of: 20, within: -.infinity ... .infinity, count: count, seed: 43) { $0.draw(law) }
            #expect(covered > plain && covered > 0.93 - 0.017, "\(count) values: \(covered) against \(plain)")
        }
    }

    @Test("far from its limits an interval is Student's")
    func inside() throws {
        let values = [0.501, 0.503, 0.498, 0.502, 0.499]
        let student = ConfidenceInterval.student(values)
        for limits in [0.0...1.0, 0.0...(.infinity), -1.0...1.0] {
            let bounded = try #require(RunSample(values).interval(within: limits))
            #expect(abs(bounded.lowerBound - student.lowerBound) < 1e-4)
            #expect(abs(bounded.upperBound - student.upperBound) < 1e-4)
        }
        #expect(RunSample(values).interval(within: -.infinity ... .infinity)?.lowerBound == student.lowerBound)
    }

    /// With the binomial standard error and many degrees of freedom it is Wilson's.
    @Test("with a proportion's error it is Wilson's")
    func wilson() {
        for (successes, trials) in [(1, 30), (15, 30), (29, 30), (81, 263)] {
            let share = Double(successes) / Double(trials)
            let bounded = ConfidenceInterval.bounded(
                mean: share, standardError: (share * (1 - share) / Double(trials)).squareRoot(),
                degreesOfFreedom: 100_000_000, within: 0...1)
            let wilson = ConfidenceInterval.wilson(successes: successes, trials: trials)
            #expect(abs(bounded.lowerBound - wilson.lowerBound) < 1e-6)
            #expect(abs(bounded.upperBound - wilson.upperBound) < 1e-6)
        }
    }

    @Test("no values, however few and wild, have an interval outside the limits")
    func limits() {
        for trial in 0..<2_000 {
            var random = RandomStream(seed: 47, purpose: 3, subject: UInt64(trial))
            let values = (0..<(2 + trial % 12)).map { _ in random.uniform() < 0.5 ? 0 : random.uniform() }
            let days = 1 + trial % 4
            for (limits, scale) in [(0.0...1.0, 1.0), (0.0...(.infinity), 5_000.0), (-1.0...1.0, -1.0)] {
                let sample = RunSample(values.map { $0 * scale }, firstDays: days)
                guard let interval = sample.interval(within: limits) else { continue }
                #expect(
                    interval.lowerBound >= limits.lowerBound && interval.upperBound <= limits.upperBound, "\(trial)")
                #expect(interval.contains(interval.estimate), "\(trial)")
            }
        }
        #expect(RunSample([1, 1, 1]).interval(within: 0...1)?.halfWidth == 0)
    }

    @Test("one run, or runs of one known first day among several, bound nothing")
    func single() {
        #expect(RunSample([0.4]).interval(within: 0...1) == nil)
        #expect(RunSample([nil, 0.4, nil]).interval(within: 0...1) == nil)
        #expect(RunSample([0.4, nil, 0.5, nil], firstDays: 2).interval(within: 0...1) == nil)
        #expect(RunSample([]).chance { $0 > 0 } == nil)
    }

    @Test("runs of the same first day count together")
    func firstDays() throws {
        // Two first days, each with its own luck and none of the runs': as good as two values.
        let shared = RunSample([10, 14, 10, 14, 10, 14, 10, 14], firstDays: 2)
        let two = try #require(RunSample([10, 14]).interval(within: 0...(.infinity)))
        #expect(shared.interval(within: 0...(.infinity)) == two)
        #expect(shared.chance { $0 > 12 }?.independentRuns == 2)
        // Two first days that agree by chance do not make runs that differ sure.
        let agreed = try #require(RunSample([10, 14, 14, 10], firstDays: 2).interval(within: 0...(.infinity)))
        #expect(agreed.upperBound > 20)
        // As many first days as runs: each run alone.
        #expect(
            RunSample([1, 5, 3], firstDays: 3).interval(within: 0...9) == RunSample([1, 5, 3]).interval(within: 0...9))
    }

    @Test("a chance is bounded as Clopper and Pearson bound it")
    func chances() {
        func atLeast(_ happened: Int, _ runs: Int) -> Double { Chance(happened: happened, runs: runs).atLeast }
        // The twentieth part of a run of successes: 0.05^(1/n).
        #expect(abs(atLeast(1, 1) - 0.05) < 1e-12)
        #expect(abs(atLeast(5, 5) - 0.549_280_271_653_059) < 1e-9)
        #expect(atLeast(28, 28) < 0.9 && atLeast(29, 29) > 0.9)
        #expect(atLeast(58, 58) < 0.95 && atLeast(59, 59) > 0.95)
        #expect(atLeast(0, 30) == 0 && Chance(happened: 30, runs: 30).atMost == 1)
        for runs in [1, 2, 3, 5, 8, 30, 40] {
            for happened in 0...runs {
                let chance = Chance(happened: happened, runs: runs)
                let both = ConfidenceInterval.clopperPearson(successes: happened, trials: runs, level: 0.9)
                #expect(abs(chance.atLeast - both.lowerBound) < 1e-9 && abs(chance.atMost - both.upperBound) < 1e-9)
            }
        }
        let shared = Chance(happened: 24, runs: 30, independentRuns: 8)
        #expect(shared.atLeast < atLeast(24, 30))
    }
}
