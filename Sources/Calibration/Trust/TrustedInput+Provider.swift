import CareModel
import PublishedStatistics
public import ServiceSimulation

extension TrustedInput {
    /// What may be promised of a provider's next year.
    /// - Parameters:
    ///   - provider: with its published past.
    ///   - calibration: the fit.
    ///   - year: what the fitted service does in that year.
    public init(_ provider: TrustedProvider, _ calibration: Calibration, year: MonthlyFigures) {
        self.init()
        let origin = provider.origin
        from = CivilDay(year: origin.year, month: origin.month, day: 1)
        for figure in MonthlyFigures.Figure.allCases {
            let months = year.byMonth(figure).map(\.mean)
            let level = PublishedLevel(figure, of: calibration)
            let change = level.map { level in months.map(level.adjusted) }
            let forecast = provider.forecast(figure, simulated: change?.count == 12 ? change : nil)
            var known = Figure(forecast, figure, months: months)
            known.yearBefore = Self.yearBefore(figure, provider)
            self[keyPath: figure.trusted] = known
        }
    }

    /// What was published of the twelve months before, in order; empty where a month is not known.
    private static func yearBefore(_ figure: MonthlyFigures.Figure, _ provider: TrustedProvider) -> [Double] {
        let months = (1...12).reversed().compactMap {
            figure.published.month(provider.origin - $0, in: provider.series)
        }
        return months.count == 12 ? months : []
    }
}

extension TrustedInput.Figure {
    /// - Parameter months: what the fitted service does, month by month.
    fileprivate init(_ forecast: TrustedForecast, _ figure: MonthlyFigures.Figure, months: [Double]) {
        self.init()
        words = forecast.sentence
        guard forecast.values.count == TrustedInput.Figure.spans, months.count == 12 else { return }
        level = forecast.values.map { CalibrationParameter.rounded($0.level) }
        low = forecast.values.map { CalibrationParameter.rounded($0.ninety.lowerBound) }
        high = forecast.values.map { CalibrationParameter.rounded($0.ninety.upperBound) }
        simulated = forecast.values.map { CalibrationParameter.rounded(figure.over($0.span, months)) }
    }
}

extension MonthlyFigures.Figure {
    /// Where a scenario keeps what may be promised of it.
    public var trusted: WritableKeyPath<TrustedInput, TrustedInput.Figure> {
        switch self {
        case .referrals: \.referrals
        case .firstTreatments: \.firstTreatments
        case .secondTreatments: \.secondTreatments
        case .finishedCourses: \.finishedCourses
        case .attended: \.attended
        case .firstWait: \.firstWait
        case .stock: \.stock
        case .stepUpWait: \.stepUpWait
        case .assessmentToHigh: \.assessmentToHigh
        case .recovery: \.recovery
        }
    }

    /// The figure over several months: the total of counts, the mean of all else.
    public func over(_ span: SpanAhead, _ months: [Double]) -> Double {
        let sum = months[span.months].reduce(0, +)
        if case .total = measure.count { return sum }
        return sum / Double(span.months.count)
    }
}
