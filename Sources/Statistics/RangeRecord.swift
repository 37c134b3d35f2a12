/// A level and a range that were forecast, the chance that the range claims, and what came.
public struct RangeOutcome: Hashable, Sendable {
    /// When it came about: outcomes of one occasion share its luck, however many forecasts spoke of it.
    public let occasion: Int
    /// The level that was forecast.
    public let level: Double
    /// The range that was forecast.
    public let range: ClosedRange<Double>
    /// The chance that the range claims to hold what comes, between 0 and 1: 0.9 is nine in ten.
    public let chance: Double
    /// What came.
    public let actual: Double

    /// An outcome.
    /// - Parameter chance: between 0 and 1.
    public init(occasion: Int, level: Double, range: ClosedRange<Double>, chance: Double, actual: Double) {
        precondition(chance > 0 && chance < 1, "a range claims a chance between 0 and 1")
        self.occasion = occasion
        self.level = level
        self.range = range
        self.chance = chance
        self.actual = actual
    }

    /// Whether it came within the range, or on an end of it.
    public var isWithin: Bool { range.contains(actual) }

    /// The level less what came: above 0 the forecast was too high.
    public var error: Double { level - actual }

    /// The interval score: the width of the range and, where it was missed, how far by, times 2 over the chance that it
    /// leaves out. In the unit of the numbers; less is better, and nobody gains by telling another range than they
    /// believe in. T. Gneiting & A. E. Raftery, JASA 102 (2007), section 6.2, doi 10.1198/016214506000001437.
    public var intervalScore: Double {
        let missed = max(0, range.lowerBound - actual, actual - range.upperBound)
        return range.upperBound - range.lowerBound + 2 / (1 - chance) * missed
    }
}

/// How levels and ranges that were forecast have held.
public struct RangeRecord: Hashable, Sendable {
    /// The outcomes, in the order they were given; at least one.
    public let outcomes: [RangeOutcome]

    /// A record.
    /// - Parameter outcomes: at least one.
    public init(_ outcomes: [RangeOutcome]) {
        precondition(!outcomes.isEmpty, "a record needs an outcome")
        self.outcomes = outcomes
    }

    /// How many came within their range.
    public var within: Int { outcomes.count(where: \.isWithin) }

    /// How many different occasions they are of.
    public var occasions: Int { Set(outcomes.map(\.occasion)).count }

    /// The share that came within their range, with Wilson's interval of 95%. Outcomes of one occasion count as one for
    /// it, so that forecasts of the same month do not make it surer. Occasions are taken to be independent; months that
    /// follow each other are less than that, so the truth is surer to lie a little outside than is said.
    /// O(*n* log *n*).
    public var coverage: ConfidenceInterval {
        let share = Double(within) / Double(outcomes.count)
        let trials = occasions
        let interval = ConfidenceInterval.wilson(
            successes: Int((share * Double(trials)).rounded()), trials: trials)
        return ConfidenceInterval(
            estimate: share, lowerBound: min(share, interval.lowerBound), upperBound: max(share, interval.upperBound),
            level: interval.level)
    }

    /// The share that the ranges claim to hold: the mean of their chances.
    public var claimed: Double { mean(\.chance) }

    /// The mean of level less what came: above 0 the forecasts were too high.
    public var bias: Double { mean(\.error) }

    /// The middle of the distances between level and what came.
    public var medianError: Double { quantile(0.5, of: outcomes.map { abs($0.error) }) }

    /// The mean of what came.
    public var meanActual: Double { mean(\.actual) }

    /// The mean interval score (``RangeOutcome/intervalScore``).
    public var intervalScore: Double { mean(\.intervalScore) }

    private func mean(_ value: (RangeOutcome) -> Double) -> Double {
        outcomes.reduce(0) { $0 + value($1) } / Double(outcomes.count)
    }
}
