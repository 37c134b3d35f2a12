public import Statistics

/// How wrong naive forecasts of a past year were, over many providers.
public struct NaiveBacktest: Sendable {
    /// One forecast and what came.
    public struct Outcome: Hashable, Sendable {
        /// The provider.
        public let code: String
        /// What was forecast: a total for counts, else a mean.
        public let forecast: Double
        /// What came.
        public let actual: Double
        /// The distance between them, in the unit of the figure.
        public let error: Double
    }

    /// How wrong one method was with one figure.
    public struct Line: Sendable {
        /// What was forecast.
        public let figure: ForecastFigure
        /// By which method.
        public let method: NaiveForecast
        /// Each provider for which both forecast and outcome are known, by code.
        public let outcomes: [Outcome]
        /// The median of the errors, with an interval of 95% whatever their shape; nil without providers.
        public let median: ConfidenceInterval?
    }

    /// The codes of the providers, ascending.
    public let codes: [String]
    /// Each figure with each method.
    public let lines: [Line]

    /// Tries both methods on a year.
    ///
    /// - Parameters:
    ///   - file: that holds the year, and the two before it for the trend.
    ///   - first: the first of the twelve months that are forecast.
    ///   - moreReferralsThan: in the year before, so that what is tested does not choose who is tested.
    ///   - leastMonths: that must be known in each year that is used.
    ///   - joinsPredecessors: whether figures of codes that became others are joined with these. A code that went on
    ///     under another is then no provider of its own.
    /// - Complexity: O(providers × figures).
    public init(
        _ file: PublishedFile, yearFrom first: PublishedMonth, figures: [ForecastFigure] = ForecastFigure.usual,
        moreReferralsThan: Double = 4000, leastMonths: Int = 10, joinsPredecessors: Bool = true
    ) throws(PublishedError) {
        let gone = joinsPredecessors ? ProviderSuccession.known.map(\.predecessor) : []
        var series: [ProviderSeries] = []
        for code in file.codes where !gone.contains(code) {
            let one = try file.series(of: code, joinsPredecessors: joinsPredecessors)
            let referrals = (1...12).reduce(0.0) { $0 + (one.value(.referrals, in: first - $1) ?? 0) }
            if referrals > moreReferralsThan { series.append(one) }
        }
        codes = series.map(\.code)
        lines = NaiveForecast.allCases.flatMap { method in
            figures.map { Self.line($0, method, series, first, leastMonths) }
        }
    }

    /// The line of a figure and a method; nil if it was not among those asked for.
    public func line(_ figure: ForecastFigure, _ method: NaiveForecast) -> Line? {
        lines.first { $0.figure == figure && $0.method == method }
    }

    private static func line(
        _ figure: ForecastFigure, _ method: NaiveForecast, _ series: [ProviderSeries], _ first: PublishedMonth,
        _ leastMonths: Int
    ) -> Line {
        let outcomes = series.compactMap { one -> Outcome? in
            guard let actual = figure.ofYear(from: first, in: one, leastMonths: leastMonths),
                let forecast = method.value(of: figure, yearFrom: first, series: one, leastMonths: leastMonths)
            else { return nil }
            let distance = abs(forecast - actual)
            if figure.unit != .percentOfActual {
                return Outcome(code: one.code, forecast: forecast, actual: actual, error: distance)
            }
            guard actual > 0 else { return nil }
            return Outcome(code: one.code, forecast: forecast, actual: actual, error: 100 * distance / actual)
        }
        let errors = outcomes.map(\.error)
        return Line(
            figure: figure, method: method, outcomes: outcomes,
            median: errors.isEmpty ? nil : ConfidenceInterval.quantile(0.5, of: errors))
    }
}
