import PublishedStatistics

/// The level of a figure that was published before a year, beside what the fitted service gave for the same months: a
/// forecast as a change is the one times what the simulated year is of the other.
struct PublishedLevel {
    private let published: Double
    private let fitted: Double
    private let isDifference: Bool

    /// Nil if either is not known.
    init?(_ figure: MonthlyFigures.Figure, of calibration: Calibration) {
        guard let published = Self.published(figure, calibration.moments), let fitted = calibration.fittedYear[figure],
            fitted > 0
        else { return nil }
        self.published = published
        self.fitted = fitted
        isDifference = figure.published.unit == .points
    }

    /// The level of late, as a year's total, or as what it is for means and stocks.
    private static func published(_ figure: MonthlyFigures.Figure, _ moments: ProviderMoments) -> Double? {
        moments.value(figure.quantity).map {
            switch figure.quantity.unit {
            case "a week": $0 * 365.25 / 7
            case "share": $0 * 100
            default: $0
            }
        }
    }

    /// A simulated figure as a change.
    func adjusted(_ forecast: Double) -> Double {
        isDifference ? published + forecast - fitted : published * forecast / fitted
    }
}
