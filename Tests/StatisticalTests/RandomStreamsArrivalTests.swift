// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import RandomStreams
import Testing

@Suite("Arrivals at a rate that changes, and orders by chance")
struct RandomStreamsArrivalTests {
    static let day = ArrivalRate(steps: [(0, 0), (8, 4), (12, 2), (18, 0)], period: 24)

    @Test("What is expected until a time, and the time until which it is expected, are inverse")
    func inverse() {
        #expect(Self.day.expected(until: 8) == 0 && Self.day.expected(until: 10) == 8)
        #expect(Self.day.expected(until: 24) == 28 && Self.day.expected(until: 24 * 5 + 13) == 5 * 28 + 18)
        for time: Double in [8.5, 11.99, 12.01, 17.5, 24 + 9, 24 * 30 + 17] {
            #expect(abs(Self.day.time(expecting: Self.day.expected(until: time)) - time) < 1e-9, "at \(time)")
        }
        #expect(Self.day.rate(at: 24 + 11.9) == 4 && Self.day.rate(at: 24 + 20) == 0)
    }

    @Test("A rate that ends has a last arrival, and one that goes on has none")
    func withoutPeriod() {
        let ending = ArrivalRate(steps: [(0, 1), (10, 0)])
        #expect(ending.time(expecting: 9) == 9 && ending.time(expecting: 11) == .infinity)
        let lasting = ArrivalRate(steps: [(0, 1), (10, 3)])
        #expect(lasting.time(expecting: 40) == 20 && lasting.rate(at: 1e6) == 3)
    }

    /// Counts of arrivals in each hour of so many days, against Poisson counts of the rate.
    private func chance(of next: (Double) -> Double) -> Double {
        let days = 2000
        var counts = [Int](repeating: 0, count: 24)
        var now = 0.0
        while true {
            now = next(now)
            guard now < Double(days * 24) else { break }
            counts[Int(now) % 24] += 1
        }
        // Each hour has a Poisson count of mean and variance days × rate.
        var statistic = 0.0
        var hours = 0.0
        for (hour, count) in counts.enumerated() {
            let expected = Double(days) * Self.day.rate(at: Double(hour) + 0.5)
            guard expected > 0 else {
                if count > 0 { return 0 }
                continue
            }
            statistic += (Double(count) - expected) * (Double(count) - expected) / expected
            hours += 1
        }
        return gsl_cdf_chisq_Q(statistic, hours)
    }

    @Test("By inversion and by thinning, hours have their rates, and nights have nobody")
    func hours() {
        var inverted = RandomStream(seed: 12, purpose: 1)
        #expect(chance { inverted.arrival(after: $0, Self.day) } > GoodnessOfFit.falseAlarm)
        var thinned = RandomStream(seed: 12, purpose: 2)
        #expect(
            chance { thinned.arrival(after: $0, atMost: Self.day.greatest, rate: Self.day.rate(at:)) }
                > GoodnessOfFit.falseAlarm)
    }

    @Test("By inversion, the n-th arrival is never later at a higher rate")
    func monotone() {
        var low = RandomStream(seed: 3, purpose: 1)
        var high = RandomStream(seed: 3, purpose: 1)
        let more = ArrivalRate(steps: [(0, 0), (8, 5), (12, 2), (18, 1)], period: 24)
        var (slow, quick) = (0.0, 0.0)
        for number in 0..<2000 {
            slow = low.arrival(after: slow, Self.day)
            quick = high.arrival(after: quick, more)
            #expect(quick <= slow + 1e-9, "arrival \(number)")
        }
    }

    @Test("Every order of four is as likely as any other")
    func orders() {
        var random = RandomStream(seed: 30, purpose: 1)
        var counts = [Int](repeating: 0, count: 256)
        for _ in 0..<24_000 {
            var values: [UInt8] = [0, 1, 2, 3]
            random.shuffle(&values)
            counts[Int(values[0]) << 6 | Int(values[1]) << 4 | Int(values[2]) << 2 | Int(values[3])] += 1
        }
        let seen = counts.filter { $0 > 0 }
        #expect(seen.count == 24)
        let chance = GoodnessOfFit.chiSquare(seen, probabilities: [Double](repeating: 1.0 / 24, count: 24))
        #expect(chance > GoodnessOfFit.falseAlarm)
    }

    @Test("A choice has no value twice, and every value as often as any other")
    func choices() {
        var random = RandomStream(seed: 31, purpose: 1)
        var counts = [Int](repeating: 0, count: 10)
        for _ in 0..<10_000 {
            let chosen = random.choose(3, of: Array(0..<10))
            #expect(chosen == chosen.sorted() && chosen[0] < chosen[1] && chosen[1] < chosen[2])
            for value in chosen { counts[value] += 1 }
        }
        // Counts within a choice repel each other, so the chi-square is if anything too small.
        let chance = GoodnessOfFit.chiSquare(counts, probabilities: [Double](repeating: 0.1, count: 10))
        #expect(chance > GoodnessOfFit.falseAlarm)
        #expect(random.choose(0, of: [1, 2]).isEmpty && random.choose(2, of: [1, 2]) == [1, 2])
    }

    @Test("A constant is itself, and a stream of a named purpose is that of its number")
    func constants() {
        enum Purpose: UInt16 { case gaps = 3 }
        let law = ContinuousDistribution.constant(2.5)
        var random = RandomStream(seed: 1, purpose: 3)
        #expect(random.draw(law) == 2.5 && law.quantile(0.3) == 2.5)
        #expect(law.cumulative(2.4) == 0 && law.cumulative(2.5) == 1 && law.survival(2.5) == 0)
        var named = RandomSource(seed: 1).stream(for: Purpose.gaps)
        var plain = RandomSource(seed: 1).stream(purpose: 3, subject: 0)
        #expect(named.word() == plain.word())
    }
}
