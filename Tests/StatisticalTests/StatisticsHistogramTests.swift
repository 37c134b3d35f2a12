// SPDX-License-Identifier: GPL-3.0-or-later

import EventKernel
import RandomStreams
import Replications
import Stations
import Statistics
import Testing

@Suite("Histograms, running quantiles and tallies")
struct StatisticsHistogramTests {
    @Test("A bin holds its lower edge and not its upper, and nothing outside is lost")
    func bins() {
        var histogram = Histogram(0..<4, bins: 4)
        for value in [-1.0, 0, 0.99, 1, 3.999, 4, 9] { histogram.record(value) }
        #expect(histogram.weights == [2, 1, 0, 1])
        #expect(histogram.below == 1 && histogram.above == 2 && histogram.total == 7)
        #expect(histogram.share(ofBin: 0) == 2.0 / 7)
        #expect(Histogram(0..<1, bins: 1).share(ofBin: 0) == nil)
    }

    @Test("A quantile lies evenly within its bin, and is not known outside the edges")
    func quantiles() throws {
        var histogram = Histogram(edges: [0, 1, 3, 10])
        histogram.record(0.5, weight: 1)
        histogram.record(2, weight: 2)
        histogram.record(12, weight: 1)
        #expect(abs(try #require(histogram.quantile(0.125)) - 0.5) < 1e-12)
        #expect(abs(try #require(histogram.quantile(0.5)) - 2) < 1e-12)
        #expect(abs(try #require(histogram.quantile(0.75)) - 3) < 1e-12)
        #expect(histogram.quantile(0.8) == nil)
        histogram.record(-1, weight: 4)
        #expect(histogram.quantile(0.4) == nil)
        #expect(Histogram(0..<1, bins: 2).quantile(0.5) == nil)
    }

    @Test("Histograms of two parts merged are the histogram of the whole")
    func merging() {
        var random = RandomStream(seed: 5, purpose: 1)
        var parts = [Histogram(0..<3, bins: 30), Histogram(0..<3, bins: 30)]
        var whole = Histogram(0..<3, bins: 30)
        for number in 0..<1000 {
            let value = random.normal(mean: 1.5, standardDeviation: 1)
            parts[number % 2].record(value)
            whole.record(value)
        }
        parts[0].merge(parts[1])
        #expect(parts[0] == whole)
        whole.reset()
        #expect(whole == Histogram(0..<3, bins: 30))
    }

    @Test("Quantiles of a histogram and of five markers come near those of the law")
    func nearTheLaw() throws {
        let law = ContinuousDistribution.gamma(shape: 3, scale: 2)
        var random = RandomStream(seed: 8, purpose: 1)
        var histogram = Histogram(0..<60, bins: 600)
        var median = RunningQuantile(0.5)
        var ninth = RunningQuantile(0.9)
        for _ in 0..<100_000 {
            let value = random.draw(law)
            histogram.record(value)
            median.record(value)
            ninth.record(value)
        }
        for (probability, running) in [(0.5, median), (0.9, ninth)] {
            // Three and a half standard errors of an order statistic, in probability.
            let allowed = 3.5 * (probability * (1 - probability) / 100_000).squareRoot()
            #expect(abs(law.cumulative(try #require(histogram.quantile(probability))) - probability) < allowed)
            #expect(abs(law.cumulative(try #require(running.value)) - probability) < 0.01)
        }
        #expect(RunningQuantile(0.5).value == nil)
    }

    @Test("Time at each level is a histogram of durations")
    func timeAtALevel() {
        var lengths = TimeHistogram<Double>(Histogram(0..<4, bins: 4), value: 0, at: 10)
        lengths.update(to: 2, at: 13)
        lengths.update(to: 1, at: 14)
        lengths.update(to: 5, at: 16)
        #expect(lengths.histogram(until: 20).weights == [3, 2, 1, 0])
        #expect(lengths.histogram(until: 20).above == 4)
        lengths.reset(at: 30)
        #expect(lengths.histogram(until: 32).above == 2 && lengths.histogram(until: 32).total == 2)
    }

    @Test("An interval of a tally is that of its values")
    func tally() throws {
        let values = [4.0, 7, 13, 16, 9, 8]
        var tally = TallyMonitor()
        #expect(ConfidenceInterval.student(tally) == nil)
        for value in values { tally.record(value) }
        let (own, expected) = (try #require(ConfidenceInterval.student(tally)), ConfidenceInterval.student(values))
        #expect(abs(own.lowerBound - expected.lowerBound) < 1e-12)
        #expect(abs(own.upperBound - expected.upperBound) < 1e-12)
        #expect(try #require(Summary(tally)).maximum == 16)
    }

    @Test("Replications stop when the mean is known well enough, whatever the threads")
    func untilPrecise() {
        let body: @Sendable (Int) -> Double = { replication in
            var random = RandomStream(seed: 3, replication: UInt32(replication), purpose: 1)
            return random.normal(mean: 10, standardDeviation: 3)
        }
        let one = Replications.run(to: .absolute(0.5), threads: 1, body: body)
        let two = Replications.run(to: .absolute(0.5), threads: 2, body: body)
        #expect(one.values == two.values && one.reachedPrecision && one.interval.halfWidth <= 0.5)
        #expect(one.interval.contains(10) && one.values.count % 10 == 0)
        let few = Replications.run(to: .absolute(0.001), atMost: 40, threads: 2, body: body)
        #expect(!few.reachedPrecision && few.values.count == 40)
        #expect(Array(one.values.prefix(20)) == Replications.run(20, threads: 2, body: body))
    }
}
