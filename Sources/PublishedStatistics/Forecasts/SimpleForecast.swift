/// Forecasts of the level of a figure from its own past alone, month by month: the bar for any other forecast.
///
/// All speak of levels without season (``FigureScale``, ``ForecastSeason``): the season is put back for each month.
public enum SimpleForecast: String, CaseIterable, Sendable {
    /// The last twelve months.
    case lastYear = "last-year"
    /// The last eighteen months, each counting half as much as one a quarter later.
    case smoothed
    /// The last three months.
    case lastMonths = "last-months"
    /// Simple exponential smoothing, with the weight that did best so far.
    case exponential
    /// The Theta method: exponential smoothing, and half of the trend of the whole history.
    case theta

    /// The levels of the months to come; nil if nothing is known.
    /// - Parameters:
    ///   - levels: of the months so far without a gap in time, the last one last; nil where nothing is known.
    ///   - months: how many months are forecast, at least 1.
    /// - Complexity: O(levels) for the first three, some thirty times as much for the others.
    public func path(from levels: [Double?], months: Int = 12) -> [Double]? {
        switch self {
        case .lastYear: return Self.mean(levels, weights: Self.evenYear).map { Self.flat($0, months) }
        case .smoothed: return Self.mean(levels, weights: Self.halvedEachQuarter).map { Self.flat($0, months) }
        case .lastMonths: return Self.mean(levels, weights: [1, 1, 1]).map { Self.flat($0, months) }
        case .exponential: return ExponentialSmoothing(levels).map { Self.flat($0.level, months) }
        case .theta: return ExponentialSmoothing(levels)?.theta(months: months)
        }
    }

    private static func flat(_ level: Double, _ months: Int) -> [Double] {
        [Double](repeating: level, count: months)
    }

    private static let evenYear = [Double](repeating: 1, count: 12)
    private static let halvedEachQuarter: [Double] = [
        1, 0.793_700_526, 0.629_960_525, 0.5, 0.396_850_263, 0.314_980_262, 0.25, 0.198_425_131, 0.157_490_131,
        0.125, 0.099_212_566, 0.078_745_066, 0.0625, 0.049_606_283, 0.039_372_533, 0.031_25, 0.024_803_141,
        0.019_686_266,
    ]

    /// The weighted mean of the last levels, the first weight being that of the last; nil if none of them is known.
    static func mean(_ levels: [Double?], weights: [Double]) -> Double? {
        var sum = 0.0
        var weight = 0.0
        for (level, share) in zip(levels.reversed(), weights) {
            guard let level else { continue }
            sum += level * share
            weight += share
        }
        return weight > 0 ? sum / weight : nil
    }
}
