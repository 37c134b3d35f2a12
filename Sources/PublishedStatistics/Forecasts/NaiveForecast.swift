/// Forecasts of a year that need no model: what any other forecast has to beat.
public enum NaiveForecast: String, CaseIterable, Sendable {
    /// What the year before was.
    case lastYear
    /// The year before, changed as it changed from the one before that: by the same factor for counts and stocks, by
    /// the same difference for waits, sessions and percentages (not below 0).
    case lastYearWithTrend

    /// The forecast of a year; nil if the years before are not known.
    /// - Parameters:
    ///   - figure: what is forecast.
    ///   - first: the first of the twelve months that are forecast; no month from there on is looked at.
    ///   - leastMonths: that must be known in each year that is used.
    public func value(
        of figure: ForecastFigure, yearFrom first: PublishedMonth, series: ProviderSeries, leastMonths: Int = 10
    ) -> Double? {
        guard let last = figure.ofYear(from: first - 12, in: series, leastMonths: leastMonths) else { return nil }
        switch self {
        case .lastYear: return last
        case .lastYearWithTrend:
            guard let before = figure.ofYear(from: first - 24, in: series, leastMonths: leastMonths) else { return nil }
            if figure.measures[0].kind.addsUp { return before > 0 ? last * last / before : nil }
            return max(0, last + (last - before))
        }
    }
}
