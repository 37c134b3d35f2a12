public import CareModel
public import Statistics

/// One measure in one week; centiles are NaN for a single run.
public struct WeeklyBand: Sendable, Equatable {
    /// The week, counted from 1.
    public var week: Int
    /// Its Monday.
    public var starts: CivilDay
    /// The measure.
    public var measure: String
    /// For whom.
    public var group: MeasureGroup
    /// Mean over replications.
    public var mean: Double
    /// 5th centile over replications.
    public var p05: Double
    /// 25th centile.
    public var p25: Double
    /// Median.
    public var p50: Double
    /// 75th centile.
    public var p75: Double
    /// 95th centile.
    public var p95: Double
    /// In how many replications it is above zero; nil where none has a number.
    public var any: Chance?
    /// Whether the mean is above that of the weeks before and after by more than the runs differ by chance.
    public var standsOut: Bool

    /// The share of replications in which it is above zero; NaN for a single run, which shows no chance.
    public var probabilityAny: Double { shown(\.share) }

    /// The chance that the runs show it to have at least, wrong at most once in twenty; NaN for a single run.
    public var probabilityAnyAtLeast: Double { shown(\.atLeast) }

    /// The chance that the runs show it to have at most, wrong at most once in twenty; NaN for a single run.
    public var probabilityAnyAtMost: Double { shown(\.atMost) }

    private func shown(_ number: KeyPath<Chance, Double>) -> Double {
        any.map { $0.runs > 1 ? $0[keyPath: number] : .nan } ?? .nan
    }

    /// A band.
    public init(
        week: Int, starts: CivilDay, measure: String, group: MeasureGroup, mean: Double, p05: Double, p25: Double,
        p50: Double, p75: Double, p95: Double, any: Chance?, standsOut: Bool = false
    ) {
        self.week = week
        self.starts = starts
        self.measure = measure
        self.group = group
        self.mean = mean
        self.p05 = p05
        self.p25 = p25
        self.p50 = p50
        self.p75 = p75
        self.p95 = p95
        self.any = any
        self.standsOut = standsOut
    }
}
