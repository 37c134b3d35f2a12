import CareModel
import Experiments
import Foundation
public import PublishedStatistics
import ServiceSimulation
import Statistics

/// A year that has passed, forecast from the months before it and compared with what was published.
public struct Backtest: Sendable {
    /// What the forecast was allowed to know of the year.
    public enum Kind: String, CaseIterable, Sendable {
        /// Nothing.
        case blind
        /// The referrals received and the appointments attended in each month: what is tested is the mechanism.
        case conditional
    }

    /// A month of a figure.
    public struct Month: Sendable {
        /// As the runs say.
        public let forecast: MonthlyFigures.Month
        /// Their mean as a change of what was published before; nil if that level is not known.
        public let change: Double?
        /// As published; nil if it was not.
        public let actual: Double?
    }

    /// One figure of one provider.
    public struct Outcome: Sendable {
        /// What was known.
        public let kind: Kind
        /// The figure.
        public let figure: MonthlyFigures.Figure
        /// Mean of the runs, over the year.
        public let forecast: Double
        /// The same as a change of what was published before: the level of the months of the fit, times what the
        /// simulated year is beside the fitted one, in points for percentages; nil if that level is not known.
        public let change: Double?
        /// As published.
        public let actual: Double
        /// The year before, unchanged; nil if it is not known.
        public let lastYear: Double?
        /// The year before with its trend; nil if it is not known.
        public let lastYearWithTrend: Double?
        /// Months that were published, and those of them within the interval of 90%.
        public let months: Int
        /// Months within it.
        public let covered: Int
        /// Months within the interval of the forecast as a change.
        public let coveredByChange: Int
        /// Each month.
        public let byMonth: [Month]
    }

    /// The fit to the months before.
    public let calibration: Calibration
    /// Every figure of both kinds for which the year was published.
    public let outcomes: [Outcome]

    /// Fits, forecasts and compares.
    /// - Parameters:
    ///   - file: with the year and those before it.
    ///   - provider: its code.
    ///   - first: the first month of the year.
    ///   - country: what all providers say, from the months before.
    ///   - kinds: what the forecasts may know; none for the fit alone.
    ///   - replications: runs of each forecast.
    ///   - threads: runs side by side.
    public init(
        _ file: PublishedFile, provider: String, yearFrom first: PublishedMonth, country: PublishedFit.Country,
        kinds: [Kind] = Kind.allCases, replications: Int, threads: Int
    ) throws {
        let fit = try PublishedFit(file, provider: provider, until: first - 1, country: country)
        var settings = Calibration.Settings()
        settings.threads = threads
        guard let calibration = try fit.calibrate(settings: settings) else {
            preconditionFailure("nobody cancels a backtest")
        }
        self.calibration = calibration
        let runner = YearAhead(
            fit: fit, calibration: calibration, first: first, replications: replications, threads: threads)
        // The fit alone.
        guard !kinds.isEmpty else {
            outcomes = []
            return
        }
        guard let start = StartingPoint.make(for: runner.blind()) else {
            preconditionFailure("nobody cancels a backtest")
        }
        outcomes = kinds.flatMap { kind in
            let figures = runner.run(kind, from: start)
            return MonthlyFigures.Figure.allCases.compactMap {
                Self.outcome(kind, $0, figures, fit.series, first, fitted: calibration)
            }
        }
    }

    private static func outcome(
        _ kind: Kind, _ figure: MonthlyFigures.Figure, _ figures: MonthlyFigures, _ series: ProviderSeries,
        _ first: PublishedMonth, fitted: Calibration
    ) -> Outcome? {
        let published = figure.published
        let years = figures.year(figure).compactMap { $0 }
        guard let actual = published.ofYear(from: first, in: series), !years.isEmpty else { return nil }
        let byMonth = figures.byMonth(figure).map { (forecast: $0, actual: published.month($0.month, in: series)) }
        let known = byMonth.filter { $0.actual != nil }
        // What was given is not forecast as a change.
        let isGiven = kind == .conditional && (figure == .referrals || figure == .attended)
        let level = isGiven ? nil : PublishedLevel(figure, of: fitted)
        func covered(_ adjust: (Double) -> Double) -> Int {
            // Published counts are rounded to 5, percentages to 1: the interval reaches as far.
            let leeway = published.unit == .percentOfActual ? 2.5 : published.unit == .points ? 0.5 : 0
            return known.count { entry in
                entry.actual.map {
                    $0 >= adjust(entry.forecast.low) - leeway && $0 <= adjust(entry.forecast.high) + leeway
                } ?? false
            }
        }
        return Outcome(
            kind: kind, figure: figure, forecast: Summary(years).mean,
            change: isGiven ? Summary(years).mean : level.map { $0.adjusted(Summary(years).mean) }, actual: actual,
            lastYear: NaiveForecast.lastYear.value(of: published, yearFrom: first, series: series),
            lastYearWithTrend: NaiveForecast.lastYearWithTrend.value(of: published, yearFrom: first, series: series),
            months: known.count, covered: covered { $0 },
            coveredByChange: isGiven ? covered { $0 } : level.map { covered($0.adjusted) } ?? 0,
            byMonth: byMonth.map {
                Month(
                    forecast: $0.forecast, change: isGiven ? $0.forecast.mean : level?.adjusted($0.forecast.mean),
                    actual: $0.actual)
            })
    }
}
