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
        /// Each month: forecast mean, 5th and 95th centile of the runs, as published.
        public let byMonth: [(month: PublishedMonth, mean: Double, low: Double, high: Double, actual: Double?)]
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
    ///   - replications: runs of each forecast.
    ///   - threads: runs side by side.
    public init(
        _ file: PublishedFile, provider: String, yearFrom first: PublishedMonth, country: PublishedFit.Country,
        replications: Int, threads: Int
    ) throws {
        let fit = try PublishedFit(file, provider: provider, until: first - 1, country: country)
        var settings = Calibration.Settings()
        settings.threads = threads
        guard let calibration = try fit.calibrate(settings: settings) else {
            preconditionFailure("nobody cancels a backtest")
        }
        self.calibration = calibration
        let runner = YearRunner(
            fit: fit, calibration: calibration, first: first, replications: replications, threads: threads)
        guard let start = StartingPoint.make(for: runner.blind()) else {
            preconditionFailure("nobody cancels a backtest")
        }
        outcomes = Kind.allCases.flatMap { kind in
            let figures = runner.run(kind, from: start)
            return MonthlyFigures.Figure.allCases.compactMap {
                Self.outcome(kind, $0, figures, fit.series, first, fitted: calibration)
            }
        }
    }

    /// The published level that was fitted to, as a year's total, or as what it is for means.
    private static func level(_ figure: MonthlyFigures.Figure, of moments: ProviderMoments) -> Double? {
        moments.value(figure.quantity).map {
            switch figure.quantity.unit {
            case "a week": $0 * 365.25 / 7
            case "share": $0 * 100
            default: $0
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
        let byMonth = (0..<min(12, figures.months)).compactMap {
            month -> (PublishedMonth, Double, Double, Double, Double?)? in
            let values = figures.values(figure, month: month).compactMap { $0 }
            guard !values.isEmpty else { return nil }
            return (
                first + month, Summary(values).mean, quantile(0.05, of: values), quantile(0.95, of: values),
                published.month(first + month, in: series)
            )
        }
        let known = byMonth.filter { $0.4 != nil }
        // What was given is not forecast as a change.
        let isGiven = kind == .conditional && (figure == .referrals || figure == .attended)
        let level =
            isGiven
            ? nil
            : Level(figure, published: level(figure, of: fitted.moments), fitted: fitted.fittedYear[figure])
        func covered(_ adjust: (Double) -> Double) -> Int {
            // Published counts are rounded to 5, percentages to 1: the interval reaches as far.
            let leeway = published.unit == .percentOfActual ? 2.5 : published.unit == .points ? 0.5 : 0
            return known.count { entry in
                entry.4.map { $0 >= adjust(entry.2) - leeway && $0 <= adjust(entry.3) + leeway } ?? false
            }
        }
        return Outcome(
            kind: kind, figure: figure, forecast: Summary(years).mean,
            change: isGiven ? Summary(years).mean : level.map { $0.adjusted(Summary(years).mean) }, actual: actual,
            lastYear: NaiveForecast.lastYear.value(of: published, yearFrom: first, series: series),
            lastYearWithTrend: NaiveForecast.lastYearWithTrend.value(of: published, yearFrom: first, series: series),
            months: known.count, covered: covered { $0 },
            coveredByChange: isGiven ? covered { $0 } : level.map { covered($0.adjusted) } ?? 0,
            byMonth: byMonth.map { (month: $0.0, mean: $0.1, low: $0.2, high: $0.3, actual: $0.4) })
    }
}

/// What was published before, beside what the fitted service gave for the same months.
private struct Level {
    let published: Double
    let fitted: Double
    let isDifference: Bool

    init?(_ figure: MonthlyFigures.Figure, published: Double?, fitted: Double?) {
        guard let published, let fitted, fitted > 0 else { return nil }
        self.published = published
        self.fitted = fitted
        isDifference = figure.published.unit == .points
    }

    func adjusted(_ forecast: Double) -> Double {
        isDifference ? published + forecast - fitted : published * forecast / fitted
    }
}

/// Runs a fitted service through the year.
private struct YearRunner {
    let fit: PublishedFit
    let calibration: Calibration
    let first: PublishedMonth
    let replications: Int
    let threads: Int

    func blind() -> Experiment {
        var scenario = calibration.scenario
        scenario.uncertainty = fit.uncertainty(of: calibration)
        var experiment = Experiment(scenario, seed: 2, replications: replications, threads: threads)
        experiment.weeks = 53
        return experiment
    }

    func run(_ kind: Backtest.Kind, from start: StartingPoint) -> MonthlyFigures {
        figures(kind == .blind ? blind() : conditional(from: start), from: start)
    }

    private func figures(_ experiment: Experiment, from start: StartingPoint) -> MonthlyFigures {
        guard let result = experiment.run(from: start) else { preconditionFailure("nobody cancels a backtest") }
        return MonthlyFigures(result, from: first)
    }

    /// The year's own referrals, and bookable time such that its appointments are attended: found in a few rounds.
    private func conditional(from start: StartingPoint) -> Experiment {
        var experiment = blind()
        experiment.scenario.uncertainty.referrals = 0
        experiment.scenario.uncertainty.capacity = 0
        experiment.scenario.teams[0].referrals.trendPerYear = 0
        experiment.scenario.teams[0].referrals.weeklyVariation = 0.02
        var worked = [Double](repeating: 1, count: 12)
        for _ in 0..<4 {
            var trial = experiment
            trial.replications = 4
            let seen = figures(trial, from: start)
            scaleReferrals(&experiment, by: ratios(.referrals, seen))
            let attended = smooth(ratios(.attended, seen))
            for month in worked.indices { worked[month] = min(2, max(0.2, worked[month] * attended[month])) }
            setWorked(worked, &experiment)
        }
        return experiment
    }

    /// Published over simulated, month by month; 1 where nothing is known.
    private func ratios(_ figure: MonthlyFigures.Figure, _ figures: MonthlyFigures) -> [Double] {
        (0..<12).map { month in
            let values = figures.values(figure, month: month).compactMap { $0 }
            guard let actual = figure.published.month(first + month, in: fit.series), !values.isEmpty else { return 1 }
            let mean = Summary(values).mean
            return mean > 0 && actual > 0 ? actual / mean : 1
        }
    }

    /// Staff change slowly: a month's ratio is that of the months around it. What a month has more or less than they is
    /// its calendar and chance, and would be chased with people who begin treatment at once.
    private func smooth(_ ratios: [Double]) -> [Double] {
        ratios.indices.map { month in
            let around = ratios[max(0, month - 1)...min(ratios.count - 1, month + 1)]
            return around.reduce(0, +) / Double(around.count)
        }
    }

    private func scaleReferrals(_ experiment: inout Experiment, by ratios: [Double]) {
        for (month, ratio) in ratios.enumerated() {
            experiment.scenario.teams[0].referrals.months[(first + month).month - 1] *= ratio
        }
        // The index is one of shape: the level follows so that each month keeps its own.
        let before = calibration.scenario.teams[0].referrals
        let index = experiment.scenario.teams[0].referrals.months
        let level = index.reduce(0, +) / before.months.reduce(0, +)
        experiment.scenario.teams[0].referrals.perWeek = before.perWeek * level
    }

    private func setWorked(_ worked: [Double], _ experiment: inout Experiment) {
        experiment.scenario.levers = worked.enumerated().map { month, share in
            let day = CivilDay(year: (first + month).year, month: (first + month).month, day: 1)
            return Lever(
                name: "worked-\(month)", teams: [0], from: day, until: day.map { $0 + Int32((first + month).days - 1) }
            ) { $0.workforce.bookableShare *= share }
        }
    }
}
