import Foundation
import Statistics

/// Level, trend, season and spread of a provider's referrals.
public struct ReferralPattern: Sendable {
    /// Whether a provider's season differs from the national one, and what it would be.
    ///
    /// Looked at is the provider's share of England's referrals, month by month: what moves the whole country, from
    /// the season to a bank holiday, is in both and goes.
    public struct OwnSeason: Sendable {
        /// Fisher's F: the variance between months of the year beside the national season, over that within.
        public let ratio: Double
        /// How likely a ratio as large is where the season is the national one.
        public let probability: Double
        /// The provider's own season: what differs from the national one is shrunk by 1 − 1/F, all of it where F ≤ 1.
        public let index: MonthIndex

        /// Whether the difference is more than chance, at one in twenty.
        public var isDistinguishable: Bool { probability < 0.05 }
    }

    /// England's season, which is the baseline.
    public let national: MonthIndex
    /// The provider's own, or why it cannot be told.
    public let ownSeason: Result<OwnSeason, NotEstimable>
    /// Referrals a week over the last twelve months.
    public let perWeek: Estimate
    /// Growth in a year, as a share.
    public let trendPerYear: Estimate
    /// Variance over mean of monthly counts, rounding taken off.
    public let dispersion: Estimate
    /// Standard deviation of the level beyond Poisson chance, as a share.
    public let extraVariation: Estimate

    /// The index that a scenario should use: the provider's own where it is distinguishable, else the national one.
    public var index: MonthIndex {
        if case .success(let own) = ownSeason, own.isDistinguishable { return own.index }
        return national
    }

    /// - Parameters:
    ///   - series: the provider.
    ///   - england: England.
    ///   - national: its season until the same month.
    ///   - until: the last month that is used.
    ///   - windowMonths: how far back season, trend and spread look, 24 or more; the level looks back twelve.
    ///   - halfLife: months after which a month counts half in the level; nil if all twelve count alike.
    init(
        _ series: ProviderSeries, england: ProviderSeries, national: MonthIndex, until: PublishedMonth,
        windowMonths: Int, halfLife: Double? = nil
    ) {
        self.national = national
        let counts = Self.counts(of: series, until: until, months: windowMonths)
        perWeek = Self.level(counts.filter { $0.month > until - 12 }, national, until: until, halfLife)
        let known = counts.filter { $0.count > 0 }
        guard known.count >= 12, let trend = Trend(known, national) else {
            let why = NotEstimable("\(known.count) months are known, 12 are needed for trend and spread")
            (trendPerYear, dispersion, extraVariation) = (.failure(why), .failure(why), .failure(why))
            ownSeason = .failure(why)
            return
        }
        trendPerYear = .success(trend.perYear)
        let parts = Double(1 + series.predecessors.count)
        let rounding = series.code == PublishedFile.englandCode ? 0 : 25.0 / 12 * parts
        (dispersion, extraVariation) = trend.spread(rounding: rounding)
        guard series.code != england.code else {
            ownSeason = .failure(NotEstimable("England's season is the national one"))
            return
        }
        let shares = known.compactMap { entry in
            england.value(.referrals, in: entry.month).map { (entry.month, log(entry.count / $0)) }
        }
        ownSeason = Self.ownSeason(shares, national)
    }

    static func counts(
        of series: ProviderSeries, until: PublishedMonth, months: Int
    ) -> [(month: PublishedMonth, count: Double)] {
        (0..<months).reversed().compactMap { back in
            series.value(.referrals, in: until - back).map { (until - back, $0) }
        }
    }

    /// Referrals over what the calendar and the season expect of the months that are known, times a whole year's week.
    private static func level(
        _ counts: [(month: PublishedMonth, count: Double)], _ national: MonthIndex, until: PublishedMonth,
        _ halfLife: Double?
    ) -> Estimate {
        let weeks = national.weeks(of: counts.map(\.month), until: until)
        return MomentEstimator.ratio(
            zip(counts, weeks).map { entry, weeks in
                let weight = MomentEstimator.weight(entry.month, at: until, halfLife)
                return (entry.count * weight, weeks * weight)
            })
    }

    private static func ownSeason(
        _ shares: [(month: PublishedMonth, logarithm: Double)], _ national: MonthIndex
    ) -> Result<OwnSeason, NotEstimable> {
        do {
            let season = try SeasonFit(shares)
            let years = TrendYears.of(shares.map(\.month))
            let trendOnly = LinearFit(rows: years.map { [1, $0] }, response: shares.map(\.logarithm))
            guard season.degreesOfFreedom > 0, season.residualSquares > 0, let trendOnly else {
                return .failure(NotEstimable("no months are left to tell a season from chance"))
            }
            let within = season.residualSquares / Double(season.degreesOfFreedom)
            let between = max(0, trendOnly.residualSquares - season.residualSquares) / 11
            let ratio = between / within
            let kept = ratio > 1 ? 1 - 1 / ratio : 0
            let mean = season.effects.reduce(0, +) / 12
            let raw = (0..<12).map { national.values[$0] * exp(kept * (season.effects[$0] - mean)) }
            let scale = raw.reduce(0, +) / 12
            let index = MonthIndex(
                months: (0..<12).map { place in
                    let own = kept * season.standardErrors[place]
                    let common = national.months[place].standardError / national.values[place]
                    let value = raw[place] / scale
                    return Moment(
                        value: value, standardError: value * (own * own + common * common).squareRoot(),
                        months: season.monthsUsed[place])
                })
            let probability = varianceRatioTail(ratio, numerator: 11, denominator: season.degreesOfFreedom)
            return .success(OwnSeason(ratio: ratio, probability: probability, index: index))
        } catch {
            return .failure(error)
        }
    }
}

/// A level and a trend of referrals beside the national season, in logarithms.
private struct Trend {
    let perYear: Moment
    private let pairs: [(count: Double, expected: Double)]

    init?(_ known: [(month: PublishedMonth, count: Double)], _ national: MonthIndex) {
        let rows = TrendYears.of(known.map(\.month)).map { [1, $0] }
        let logarithms = known.map { log($0.count / Double($0.month.workingDays) / national[$0.month.month]) }
        guard let fit = LinearFit(rows: rows, response: logarithms) else { return nil }
        let residuals = zip(logarithms, fit.fitted).map { $0 - $1 }
        let factor = exp(fit.coefficients[1])
        let error = fit.standardErrors[1] * MomentEstimator.inflation(residuals)
        perYear = Moment(value: factor - 1, standardError: factor * error, months: known.count)
        // A mean of logarithms is that of a geometric mean: scaled so that expected counts add up to the counts.
        let raw = zip(known, fit.fitted).map { entry, fitted in
            exp(fitted) * national[entry.month.month] * Double(entry.month.workingDays)
        }
        let scale = known.reduce(0) { $0 + $1.count } / raw.reduce(0, +)
        pairs = zip(known, raw).map { ($0.count, $1 * scale) }
    }

    /// Dispersion and extra variation, by the method of moments.
    func spread(rounding: Double) -> (dispersion: Estimate, extraVariation: Estimate) {
        let free = Double(pairs.count - 2)
        let error = (2 / free).squareRoot()
        let raw = pairs.reduce(0) { sum, pair in
            sum + ((pair.count - pair.expected) * (pair.count - pair.expected) - rounding) / pair.expected
        }
        let ratio = max(0, raw / free)
        let squares = pairs.reduce(0) { $0 + $1.expected * $1.expected }
        let surplus = pairs.reduce(0) { sum, pair in
            sum + (pair.count - pair.expected) * (pair.count - pair.expected) - rounding
        }
        let count = Double(pairs.count)
        let all = max(0, surplus * count / free / squares)
        let chance = pairs.reduce(0) { $0 + $1.expected } / squares
        let beyond = max(0, all - chance)
        let deviation = beyond.squareRoot()
        // The error of a square root, where there is one; else what might be hidden in chance.
        let squareError = all * error
        let deviationError = beyond > squareError ? squareError / (2 * deviation) : squareError.squareRoot() / 2
        return (
            .success(Moment(value: ratio, standardError: ratio * error, months: pairs.count)),
            .success(Moment(value: deviation, standardError: deviationError, months: pairs.count))
        )
    }
}
