/// How well chances that were forecast agree with what happened: the reliability diagram and the Brier score.
///
/// Forecasts of one occasion (the people who wait on one day) share its luck, so intervals are by occasion, never by
/// forecast. Brier, G. W. (1950), Monthly Weather Review 78(1); Bröcker, J., and Smith, L. A. (2007), Weather and
/// Forecasting 22(3).
public struct Reliability: Sendable {
    /// One chance, and what happened.
    public struct Outcome: Sendable {
        /// The occasion on which it was forecast: forecasts of different occasions are independent.
        public let occasion: Int
        /// The chance that was given, 0 … 1.
        public let chance: Double
        /// Whether it happened.
        public let happened: Bool

        /// An outcome.
        public init(occasion: Int, chance: Double, happened: Bool) {
            self.occasion = occasion
            self.chance = chance
            self.happened = happened
        }
    }

    /// The forecasts whose chances lie in one range.
    public struct Bin: Sendable {
        /// The least chance.
        public let from: Double
        /// The chance from which the next begins.
        public let until: Double
        /// Forecasts.
        public let count: Int
        /// The mean of the chances.
        public let forecast: Double
        /// The share that happened.
        public let observed: Double
        /// Where the share would lie in 19 of 20 studies like this one; wide if few occasions are in it.
        public let interval: ConfidenceInterval
    }

    /// The forecasts, in the order they were given.
    public let outcomes: [Outcome]

    /// A study.
    public init(_ outcomes: [Outcome]) { self.outcomes = outcomes }

    /// The mean squared distance between chance and what happened: 0 is perfect, 0.25 is a coin.
    public var brierScore: Double {
        mean { ($0.chance - ($0.happened ? 1 : 0)) * ($0.chance - ($0.happened ? 1 : 0)) }
    }

    /// The Brier score that forecasts with these chances have on average if the chances are right.
    public var brierScoreIfReliable: Double { mean { $0.chance * (1 - $0.chance) } }

    /// The Brier score of somebody who knows only how often it happens, and tells everybody that.
    public var brierScoreOfBaseRate: Double {
        let rate = mean { $0.happened ? 1 : 0 }
        return rate * (1 - rate)
    }

    /// How much more often it happened than was forecast, over everybody, with its interval.
    public var excess: ConfidenceInterval { interval(of: outcomes, around: 0) }

    /// The diagram: chances in ranges of equal width, those without forecasts left out. O(outcomes).
    public func bins(_ count: Int = 10) -> [Bin] {
        var members = [[Outcome]](repeating: [], count: count)
        for outcome in outcomes { members[min(count - 1, Int(outcome.chance * Double(count)))].append(outcome) }
        return members.indices.compactMap { index in
            guard !members[index].isEmpty else { return nil }
            let total = Double(members[index].count)
            let forecast = members[index].reduce(0) { $0 + $1.chance } / total
            return Bin(
                from: Double(index) / Double(count), until: Double(index + 1) / Double(count),
                count: members[index].count, forecast: forecast,
                observed: Double(members[index].count { $0.happened }) / total,
                interval: interval(of: members[index], around: forecast))
        }
    }

    /// The mean of what happened less what was forecast, put around a value, from the totals of the occasions.
    private func interval(of members: [Outcome], around centre: Double) -> ConfidenceInterval {
        var totals: [Double] = []
        var last = Int.min
        for member in members.sorted(by: { $0.occasion < $1.occasion }) {
            if member.occasion != last { totals.append(0) }
            last = member.occasion
            totals[totals.count - 1] += (member.happened ? 1 : 0) - member.chance
        }
        let scale = Double(totals.count) / Double(max(1, members.count))
        let summary = Summary(totals)
        let spread = ConfidenceInterval.student(summary)
        return ConfidenceInterval(
            estimate: centre + spread.estimate * scale, lowerBound: centre + spread.lowerBound * scale,
            upperBound: centre + spread.upperBound * scale, level: spread.level)
    }

    private func mean(_ value: (Outcome) -> Double) -> Double {
        outcomes.reduce(0) { $0 + value($1) } / Double(max(1, outcomes.count))
    }
}
