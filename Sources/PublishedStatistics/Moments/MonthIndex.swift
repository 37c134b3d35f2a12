import Foundation
import Statistics

/// How referrals per working day differ by the month of the year: January first, with mean 1.
public struct MonthIndex: Hashable, Sendable {
    /// Twelve numbers, with standard errors.
    public let months: [Moment]

    /// From a series of counts, with a trend beside the season, by least squares on logarithms.
    ///
    /// - Parameters:
    ///   - counts: months with their counts, above 0; others are passed over.
    /// - Throws: ``NotEstimable`` unless each month of the year is there and there are at least 24.
    init(_ counts: [(month: PublishedMonth, count: Double)]) throws(NotEstimable) {
        let known = counts.filter { $0.count > 0 }
        try self.init(season: known.map { (month: $0.month, logarithm: log($0.count / Double($0.month.workingDays))) })
    }

    /// From a series of values that working days do not make: waits, and numbers of people who wait.
    init(levels: [(month: PublishedMonth, value: Double)]) throws(NotEstimable) {
        try self.init(season: levels.filter { $0.value > 0 }.map { (month: $0.month, logarithm: log($0.value)) })
    }

    private init(season entries: [(month: PublishedMonth, logarithm: Double)]) throws(NotEstimable) {
        let fit = try SeasonFit(entries)
        let mean = fit.effects.reduce(0, +) / 12
        let raw = fit.effects.map { exp($0 - mean) }
        let scale = raw.reduce(0, +) / 12
        months = (0..<12).map { place in
            // An effect that is centred on the mean of twelve has 11/12 of its variance.
            let error = fit.standardErrors[place] * (11.0 / 12).squareRoot()
            return Moment(
                value: raw[place] / scale, standardError: raw[place] / scale * error, months: fit.monthsUsed[place])
        }
    }

    init(months: [Moment]) { self.months = months }

    /// The index of a month of the year, 1 … 12.
    public subscript(month: Int) -> Double { months[month - 1].value }

    var values: [Double] { months.map(\.value) }
}

/// A season of twelve months and a trend, fitted to logarithms by least squares.
struct SeasonFit {
    /// For each month of the year its effect, in logarithms, January first.
    let effects: [Double]
    /// Their standard errors.
    let standardErrors: [Double]
    /// How many months each rests on.
    let monthsUsed: [Int]
    /// The sum of squared residuals.
    let residualSquares: Double
    /// Months less what was fitted.
    let degreesOfFreedom: Int

    init(_ entries: [(month: PublishedMonth, logarithm: Double)]) throws(NotEstimable) {
        let used = (1...12).map { month in entries.count { $0.month.month == month } }
        guard entries.count >= 24, used.allSatisfy({ $0 > 0 }) else {
            throw NotEstimable(
                "\(entries.count) months are known, 24 with each month of the year are needed for a season")
        }
        let years = TrendYears.of(entries.map(\.month))
        let rows = zip(entries, years).map { entry, year in
            (1...12).map { $0 == entry.month.month ? 1.0 : 0 } + [year]
        }
        guard let fit = LinearFit(rows: rows, response: entries.map(\.logarithm)) else {
            throw NotEstimable("the months do not tell season and trend apart")
        }
        effects = Array(fit.coefficients.prefix(12))
        standardErrors = Array(fit.standardErrors.prefix(12))
        monthsUsed = used
        residualSquares = fit.residualSquares
        degreesOfFreedom = fit.degreesOfFreedom
    }
}

/// Months as years from their middle, for a trend that does not lean on the level.
enum TrendYears {
    static func of(_ months: [PublishedMonth]) -> [Double] {
        let middle = Double(months.reduce(0) { $0 + $1.number }) / Double(max(1, months.count))
        return months.map { (Double($0.number) - middle) / 12 }
    }
}
