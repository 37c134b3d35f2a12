// SPDX-License-Identifier: GPL-3.0-or-later

/// A rate of arrivals that changes by the hour, the day or the month, in steps, once or again and again.
///
///     // 4 an hour from eight to noon, 2 until six, none at night; the clock counts hours from midnight.
///     let rate = ArrivalRate(steps: [(0, 0), (8, 4), (12, 2), (18, 0)], period: 24)
///     let next = arrivals.arrival(after: now, rate)
public struct ArrivalRate: Hashable, Sendable {
    /// When each step begins, ascending from 0.
    private let starts: [Double]
    private let rates: [Double]
    /// Arrivals that are expected from 0 to each start.
    private let expectedAtStart: [Double]
    /// After what time the steps come again; infinite where the last goes on for ever.
    public let period: Double
    private let expectedInPeriod: Double

    /// A rate in steps.
    ///
    /// - Parameters:
    ///   - steps: when each begins, ascending, the first at 0, and its rate, in arrivals a unit of time, at least 0.
    ///   - period: after what time the steps come again, later than the last begins; infinite, and they do not.
    public init(steps: [(from: Double, rate: Double)], period: Double = .infinity) {
        precondition(steps.first?.from == 0, "the first step begins at 0")
        precondition(zip(steps, steps.dropFirst()).allSatisfy { $0.from < $1.from }, "steps begin one after another")
        precondition(steps.allSatisfy { $0.rate >= 0 && $0.rate.isFinite }, "a rate is not negative")
        precondition(steps.allSatisfy { $0.from < period }, "the period ends after the last step begins")
        starts = steps.map(\.from)
        rates = steps.map(\.rate)
        self.period = period
        var sums = [0.0]
        for place in 1..<max(1, steps.count) {
            sums.append(sums[place - 1] + steps[place - 1].rate * (steps[place].from - steps[place - 1].from))
        }
        expectedAtStart = sums
        let last = steps.count - 1
        expectedInPeriod =
            period.isFinite ? sums[last] + steps[last].rate * (period - steps[last].from) : .infinity
        precondition(expectedInPeriod > 0, "somebody comes in a period")
    }

    /// The rate at a time, in arrivals a unit of time. `time` ≥ 0. O(log *n*).
    public func rate(at time: Double) -> Double { rates[step(within(time))] }

    /// The greatest rate of any step.
    public var greatest: Double { rates.max() ?? 0 }

    /// How many arrivals are expected from time 0 to `time`. `time` ≥ 0. O(log *n*).
    public func expected(until time: Double) -> Double {
        let part = within(time)
        let place = step(part)
        let whole = period.isFinite ? (time / period).rounded(.down) * expectedInPeriod : 0
        return whole + expectedAtStart[place] + rates[place] * (part - starts[place])
    }

    /// The time until which `count` arrivals are expected from time 0: the inverse of ``expected(until:)``, the first
    /// such time where nobody comes for a while; infinite if it never is. `count` ≥ 0. O(log *n*).
    public func time(expecting count: Double) -> Double {
        var whole = 0.0
        var rest = count
        if period.isFinite {
            whole = (count / expectedInPeriod).rounded(.down)
            rest = count - whole * expectedInPeriod
        }
        var place = ArrivalRate.last(of: expectedAtStart, where: { $0 <= rest })
        // Steps in which nobody comes begin with the same count as the next: the first of them is not where one comes.
        while place > 0, rates[place] == 0, expectedAtStart[place] == rest { place -= 1 }
        guard rates[place] > 0 else { return rest > expectedAtStart[place] ? .infinity : whole * scale + starts[place] }
        return whole * scale + starts[place] + (rest - expectedAtStart[place]) / rates[place]
    }

    private var scale: Double { period.isFinite ? period : 0 }

    private func within(_ time: Double) -> Double {
        precondition(time >= 0, "a rate begins at time 0")
        return period.isFinite ? time - (time / period).rounded(.down) * period : time
    }

    private func step(_ part: Double) -> Int { ArrivalRate.last(of: starts, where: { $0 <= part }) }

    /// The last place that satisfies a condition which, once false, stays false; 0 if none does.
    private static func last(of values: [Double], where holds: (Double) -> Bool) -> Int {
        var low = 0
        var high = values.count
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(values[middle]) { low = middle } else { high = middle }
        }
        return low
    }
}

extension RandomStream {
    /// The time of the next arrival at a rate that changes in steps, by inversion: one exponential a draw, as many
    /// arrivals as are expected until then (Çinlar, *Introduction to Stochastic Processes*, 1975, section 4.7). Of two
    /// rates one of which is higher throughout, the n-th arrival is never later at the higher.
    ///
    /// - Parameters:
    ///   - now: at least 0.
    ///   - rate: in arrivals a unit of time.
    /// - Returns: later than `now` as a rule; infinite if nobody comes any more.
    /// - Complexity: O(log *n*).
    public mutating func arrival(after now: Double, _ rate: ArrivalRate) -> Double {
        max(now, rate.time(expecting: rate.expected(until: now) + exponential(mean: 1)))
    }

    /// The time of the next arrival at any rate, by thinning: arrivals at the greatest rate, of which each is kept with
    /// the chance that the rate there is of the greatest (Lewis and Shedler, "Simulation of nonhomogeneous Poisson
    /// processes by thinning", 1979). It takes more numbers the lower the rate is below the greatest, and does not end
    /// where nobody comes any more.
    ///
    /// - Parameters:
    ///   - now: when to look from.
    ///   - greatest: what the rate never exceeds; above 0.
    ///   - rate: of a time, in 0 … `greatest`.
    public mutating func arrival(
        after now: Double, atMost greatest: Double, rate: (Double) -> Double
    ) -> Double {
        precondition(greatest > 0 && greatest.isFinite, "a greatest rate is positive")
        var time = now
        while true {
            time += exponential(mean: 1 / greatest)
            let here = rate(time)
            precondition(here >= 0 && here <= greatest, "a rate is in 0 … the greatest")
            if uniform() * greatest < here { return time }
        }
    }
}
