// SPDX-License-Identifier: GPL-3.0-or-later

import RandomStreams
import Statistics
import Testing

@Suite("Warm-up, precision and pairs")
struct StatisticsRunLengthTests {
    /// An autoregressive series about 0 that starts `shift` away and forgets with factor `memory`.
    func autoregression(seed: UInt64, count: Int, memory: Double, shift: Double) -> [Double] {
        var random = RandomStream(seed: seed, purpose: 0)
        var value = shift
        return (0..<count).map { _ in
            value = memory * value + random.normal(mean: 0, standardDeviation: 1)
            return value
        }
    }

    @Test("MSER-5 drops the start of an AR(1) that begins far away, and little else")
    func findsTransient() {
        // 60 · 0.9^t falls to the series' own spread, 2.3, at t = 31 and to a tenth of it at t = 53.
        var truncations: [Double] = []
        for seed in 0..<200 as Range<UInt64> {
            let series = autoregression(seed: seed, count: 2_000, memory: 0.9, shift: 60)
            guard case .detected(let truncation) = WarmUp.mser5(series) else {
                continue
            }
            #expect(truncation >= 15 && truncation % 5 == 0, "seed \(seed)")
            truncations.append(Double(truncation))
        }
        // Now and then a lull near the end of so correlated a series wins, and the rule refuses, as it should.
        #expect(truncations.count >= 190)
        let median = quantile(0.5, of: truncations)
        #expect(median >= 25 && median <= 80)
    }

    @Test("Dropping what MSER-5 says takes the bias away")
    func removesBias() {
        let shift = 60.0
        var kept: [Double] = []
        var all: [Double] = []
        for seed in 0..<300 as Range<UInt64> {
            let series = autoregression(seed: seed, count: 1_000, memory: 0.9, shift: shift)
            guard case .detected(let truncation) = WarmUp.mser5(series) else { continue }
            kept.append(Summary(Array(series.dropFirst(truncation))).mean)
            all.append(Summary(series).mean)
        }
        #expect(kept.count >= 285)
        // The untruncated bias is 60 · 0.9 / 0.1 / 1000 = 0.54.
        #expect(abs(Summary(all).mean - 0.54) < 0.1)
        #expect(abs(Summary(kept).mean) < 0.1)
    }

    @Test("A series with no transient loses little; one that never settles is refused; a short one too")
    func otherShapes() {
        let steady = autoregression(seed: 4, count: 2_000, memory: 0, shift: 0)
        if case .detected(let truncation) = WarmUp.mser5(steady) { #expect(truncation <= 500) }
        #expect(WarmUp.mser5((0..<500).map(Double.init)) == .notDetected)
        #expect(WarmUp.mser5([Double](repeating: 1, count: 49)) == .notDetected)
        #expect(WarmUp.mser5([Double](repeating: 1, count: 50)) == .detected(truncation: 0))
    }

    @Test("The statistic is the one in the paper, worked the long way")
    func agreesWithDefinition() {
        for seed in 0..<50 as Range<UInt64> {
            let series = autoregression(seed: seed, count: 203, memory: 0.8, shift: 20)
            let batches = (0..<40).map { Summary(Array(series[$0 * 5..<$0 * 5 + 5])).mean }
            let statistics = (0...35).map { dropped -> Double in
                let kept = Summary(Array(batches.dropFirst(dropped)))
                return kept.variance * Double(kept.count - 1) / Double(kept.count * kept.count)
            }
            let best = statistics.indices.min { statistics[$0] < statistics[$1] } ?? 0
            let expected: WarmUp = best > 20 ? .notDetected : .detected(truncation: best * 5)
            #expect(WarmUp.mser5(series) == expected, "seed \(seed)")
        }
    }

    @Test("Pairs cancel what both share")
    func pairs() {
        let first = StatisticsIntervalTests.values
        let second = [8.0, 4.5, 7.0, 5.0, 6.5, 11.0, 3.0, 8.5, 6.0, 6.2]
        let difference = PairedDifference(first: first, second: second)
        #expect(abs(difference.interval.estimate - 0.47) < 1e-12)
        #expect(abs(difference.interval.lowerBound - 0.005_109_732_589_312_577) < 1e-9)
        #expect(abs(difference.interval.upperBound - 0.934_890_267_410_687_7) < 1e-9)
        #expect(abs(difference.correlation - 0.971_396_187_653_485_1) < 1e-12)
        #expect(difference.isSignificant)
        #expect(!PairedDifference(first: first, second: first).isSignificant)
        #expect(PairedDifference(first: [1, 1], second: [1, 2]).correlation == 0)
    }

    @Test("Replications needed are the fewest that reach the half-width")
    func replications() throws {
        let summary = Summary(StatisticsIntervalTests.values)
        let precision = Precision.absolute(0.5)
        #expect(!precision.isReached(by: .student(summary)))
        let needed = try #require(precision.replicationsNeeded(after: summary))
        // t(0.975, 101) · √(6.5293 / 102) = 0.50190, and with 103: 0.49940
        #expect(needed == 103)
        #expect(Precision.absolute(2).replicationsNeeded(after: summary) == 10)
        #expect(precision.replicationsNeeded(after: summary, limit: 50) == nil)
        #expect(precision.replicationsNeeded(after: Summary([1])) == nil)
        #expect(abs(Precision.relative(0.1).allowedHalfWidth(mean: -11) - 1) < 1e-12)
        #expect(!Precision.relative(0.1).isReached(by: .student([-1, 1])))
        #expect(Precision.relative(0.1).isReached(by: .student([0, 0])))
    }

    @Test("A relative precision, once reached, holds: the error is within it about as often as stated")
    func relativePrecisionHolds() {
        var within = 0
        for trial in 0..<1_000 as Range<UInt64> {
            var random = RandomStream(seed: trial, purpose: 0)
            var values = (0..<10).map { _ in random.gamma(shape: 4, scale: 1) }
            while !Precision.relative(0.1).isReached(by: .student(values)) {
                values.append(random.gamma(shape: 4, scale: 1))
            }
            if abs(Summary(values).mean - 4) <= 0.4 { within += 1 }
        }
        // Stopping when the interval happens to be narrow costs some coverage: 0.95 becomes about 0.94.
        #expect(within > 900)
    }
}
