/// What a scenario needs to know of a provider, from its published months until a given one.
public struct ProviderMoments: Sendable {
    /// A source of referrals and its share of them.
    public struct SourceShare: Sendable {
        /// The source.
        public let source: PublishedMeasure
        /// Its share of referrals.
        public let share: Estimate
    }

    /// The provider.
    public let code: String
    /// The last month that was used.
    public let until: PublishedMonth
    /// Level, trend, season and spread of referrals, or why there is none: England's season has to be known.
    public let referrals: Result<ReferralPattern, NotEstimable>
    /// Each source, in the order of ``PublishedMeasure/sources``.
    public let sources: [SourceShare]
    private let estimates: [Estimate]

    /// - Parameter estimates: in the order of ``MomentQuantity``.
    init(
        code: String, until: PublishedMonth, referrals: Result<ReferralPattern, NotEstimable>, sources: [SourceShare],
        estimates: [Estimate]
    ) {
        self.code = code
        self.until = until
        self.referrals = referrals
        self.sources = sources
        self.estimates = estimates
    }

    /// The moments of a provider.
    ///
    /// - Parameters:
    ///   - series: the provider.
    ///   - england: England, whose season is the baseline.
    ///   - until: the last month that is used; nothing later is looked at.
    ///   - months: how far back all but the referrals' season, trend and spread look.
    ///   - seasonMonths: how far back those look, 24 or more.
    ///   - halfLife: months after which a month counts half, so that the level is that at the end; what the season of
    ///     England does to counts, waits and stocks is taken out of them first. Nil if months count alike, as they are.
    /// - Complexity: O(quantities × months).
    public init(
        _ series: ProviderSeries, england: ProviderSeries?, until: PublishedMonth, months: Int = 12,
        seasonMonths: Int = 36, halfLife: Double? = nil
    ) {
        precondition(months >= 1 && seasonMonths >= 24, "at least a month, and two years for a season")
        code = series.code
        self.until = until
        let pattern = Self.pattern(series, england, until, seasonMonths, halfLife)
        referrals = pattern
        let window = (0..<months).reversed().map { until - $0 }
        let reader = MomentReader(
            series: series, window: window, halfLife: halfLife,
            season: halfLife.flatMap { _ in
                england.map { MomentSeason(england: $0, until: until, months: seasonMonths) }
            })
        sources = PublishedMeasure.sources.map {
            SourceShare(source: $0, share: reader.share([$0], less: [], of: [.referrals], without: []))
        }
        estimates = MomentQuantity.allCases.map { quantity in
            switch quantity.definition {
            case .pattern(let figure): pattern.flatMap { Self.estimate(figure, $0) }
            case .perWeek(let measures): reader.perWeek(measures)
            case .share(let parts, let less, let whole, let without):
                reader.share(parts, less: less, of: whole, without: without)
            case .mean(let measure): reader.mean(measure)
            }
        }
    }

    /// A quantity, or why it cannot be estimated.
    public subscript(quantity: MomentQuantity) -> Estimate {
        // All cases are there, in their order.
        let place = MomentQuantity.allCases.firstIndex(of: quantity) ?? 0
        return estimates[place]
    }

    private static func pattern(
        _ series: ProviderSeries, _ england: ProviderSeries?, _ until: PublishedMonth, _ months: Int,
        _ halfLife: Double?
    ) -> Result<ReferralPattern, NotEstimable> {
        guard let england else {
            return .failure(NotEstimable("the file has no rows of England, whose season is needed"))
        }
        do {
            let national = try MonthIndex(ReferralPattern.counts(of: england, until: until, months: months))
            return .success(
                ReferralPattern(
                    series, england: england, national: national, until: until, windowMonths: months,
                    halfLife: halfLife))
        } catch {
            return .failure(error)
        }
    }

    private static func estimate(
        _ figure: MomentQuantity.PatternFigure, _ pattern: ReferralPattern
    ) -> Estimate {
        switch figure {
        case .perWeek: pattern.perWeek
        case .trendPerYear: pattern.trendPerYear
        case .dispersion: pattern.dispersion
        case .extraVariation: pattern.extraVariation
        }
    }
}

/// Reads totals and means of some months of a series.
private struct MomentReader {
    /// What a count under 5, which is suppressed, is taken for: the middle of 0 … 4.
    private static let suppressedCount = 2.0
    /// A measure whose median month is at most this is suppressed for being small; above, for another reason.
    private static let smallCount = 20.0

    let series: ProviderSeries
    let window: [PublishedMonth]
    let halfLife: Double?
    let season: MomentSeason?

    /// How much a month counts.
    private func weight(_ month: PublishedMonth) -> Double { MomentEstimator.weight(month, at: window.last, halfLife) }

    func perWeek(_ measures: [PublishedMeasure]) -> Estimate {
        let expected = season?.weeks(of: measures, window)
        return MomentEstimator.ratio(
            window.enumerated().compactMap { place, month in
                guard let count = series.total(of: measures, in: month) else { return nil }
                let weight = weight(month)
                return (count * weight, (expected?[place] ?? Double(month.days) / 7) * weight)
            })
    }

    func share(
        _ parts: [PublishedMeasure], less: [PublishedMeasure], of whole: [PublishedMeasure],
        without: [PublishedMeasure]
    ) -> Estimate {
        let isKnown = parts.contains { part in window.contains { series.value(part, in: $0) != nil } }
        guard isKnown else {
            let isSuppressed = window.contains { series.isSuppressed(parts[0], in: $0) }
            let why = isSuppressed ? "every month is suppressed" : "no month is published"
            return .failure(NotEstimable("\(parts[0].name): \(why)"))
        }
        return MomentEstimator.ratio(
            window.compactMap { month in
                guard let all = sum(whole, month), let plus = sum(parts, month),
                    let minus = sum(less, month), let besides = sum(without, month)
                else { return nil }
                let weight = weight(month)
                return ((plus - minus) * weight, (all - besides) * weight)
            })
    }

    /// A mean of monthly means by their weight; of stocks by days.
    func mean(_ measure: PublishedMeasure) -> Estimate {
        let season = season?.index(of: measure)
        return MomentEstimator.mean(
            window.compactMap { month in
                guard let raw = series.value(measure, in: month) else { return nil }
                let value = raw / (season?[month.month] ?? 1)
                let weight = weight(month)
                guard let by = measure.weight else { return (value, Double(month.days) * weight) }
                return series.value(by, in: month).map { (value, $0 * weight) }
            })
    }

    /// The sum of some counts of a month, nil if one is not known; one that is suppressed for being small counts 2.
    private func sum(_ measures: [PublishedMeasure], _ month: PublishedMonth) -> Double? {
        var sum = 0.0
        for measure in measures {
            if let value = series.value(measure, in: month) {
                sum += value
            } else if series.isSuppressed(measure, in: month), isSmall(measure) {
                sum += Self.suppressedCount
            } else {
                return nil
            }
        }
        return sum
    }

    private func isSmall(_ measure: PublishedMeasure) -> Bool {
        let known = window.compactMap { series.value(measure, in: $0) }.sorted()
        return known.isEmpty || known[known.count / 2] <= Self.smallCount
    }
}
