/// A figure of a whole year that a forecast is judged by.
public struct ForecastFigure: Hashable, Sendable {
    /// How an error of it is counted.
    public enum Unit: Sendable {
        /// Percent of what came.
        case percentOfActual
        /// Days.
        case days
        /// Percentage points.
        case points
        /// Sessions.
        case sessions
    }

    /// What is counted, and over which measures it is summed.
    public let name: String
    /// The measures that are added up in each month; the first must be there, others count 0 where they are not.
    public let measures: [PublishedMeasure]

    /// A figure of one measure.
    public init(_ measure: PublishedMeasure) {
        name = measure.name
        measures = [measure]
    }

    private init(_ name: String, _ measures: [PublishedMeasure]) {
        self.name = name
        self.measures = measures
    }

    /// Attended appointments, on time or late.
    public static let attended = ForecastFigure("attended", [.attendedOnTime, .attendedLate])

    /// What naive forecasts are compared by: flows, wait, stock and recovery.
    public static let usual: [ForecastFigure] = [
        ForecastFigure(.firstTreatments), ForecastFigure(.secondTreatments), ForecastFigure(.finishedCourses),
        .attended, ForecastFigure(.referrals), ForecastFigure(.firstWaitMean), ForecastFigure(.waitingForTreatment),
        ForecastFigure(.recoveryShare),
    ]

    /// How an error of it is counted.
    public var unit: Unit {
        switch measures[0].kind {
        case .count, .stock: .percentOfActual
        case .days: .days
        case .sessions: .sessions
        case .percent: .points
        }
    }

    /// The figure of a year: for counts the total, for all others the mean of the months; nil if too few are known.
    ///
    /// A total over fewer months than twelve is scaled up, so that a month that is missing is as busy as the others.
    /// - Parameters:
    ///   - first: the first of the twelve months.
    ///   - leastMonths: that must be known, 1 … 12.
    public func ofYear(from first: PublishedMonth, in series: ProviderSeries, leastMonths: Int = 10) -> Double? {
        let known = (0..<12).compactMap { month(first + $0, in: series) }
        guard known.count >= max(1, leastMonths) else { return nil }
        let mean = known.reduce(0, +) / Double(known.count)
        return measures[0].kind == .count ? mean * 12 : mean
    }

    /// The figure of a month; nil if it is not known.
    public func month(_ month: PublishedMonth, in series: ProviderSeries) -> Double? {
        guard let first = series.value(measures[0], in: month) else { return nil }
        return measures.dropFirst().reduce(first) { $0 + (series.value($1, in: month) ?? 0) }
    }
}
