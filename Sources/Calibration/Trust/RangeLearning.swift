import Foundation
import Statistics

/// Ranges for the forecasts to come, from the errors of those before: split conformal prediction (Vovk, Gammerman &
/// Shafer, *Algorithmic Learning in a Random World*, 2005), over services of a size, with what all sizes and horizons
/// have in common learned once.
struct RangeLearning {
    /// By span, as ``SpanAhead/all``.
    let errors: [[ForecastError]]
    /// The power of the horizon by which errors grow.
    let growth: Double
    /// The power of services' restlessness by which errors are larger.
    let own: Double

    /// Errors of figures that drift double by the time that the horizon is sixteen times as long.
    private static let usualGrowth = 0.25
    /// It counts as so many horizons that were seen.
    private static let usualWeight = 4.0
    /// Where nothing is seen yet: more than of any figure so far.
    private static let unseenGrowth = 0.35
    private static let leastErrors = 20
    private static let leastServices = 10
    private static let leastOrigins = 3
    private static let leastOriginsOfYears = 6
    /// The error of a year beside that of its last quarter, of figures that drift; seen alike in all of them.
    private static let yearOfLastQuarter = 0.7
    /// The error of a quarter beside that of its middle month.
    private static let quarterOfMiddleMonth = 0.9

    /// - Parameters:
    ///   - errors: by span, as ``SpanAhead/all``.
    ///   - ofOwn: whether a service's own past may say how wide its ranges are.
    init(_ errors: [[ForecastError]], ofOwn: Bool = false) {
        self.errors = errors
        let months = Array(errors.prefix(12))
        let growth = Self.growth(months)
        self.growth = growth
        own = ofOwn ? Self.own(months, growth) : 0
    }

    /// The power of restlessness with which ranges of months would have had the lowest interval score.
    private static func own(_ months: [[ForecastError]], _ growth: Double) -> Double {
        let used = zip(SpanAhead.all, months).flatMap { span, errors in
            errors.map { (of: $0, error: abs($0.error) / pow(Double(span.horizon), growth)) }
        }
        func score(_ power: Double) -> Double {
            ServiceSize.allCases.reduce(0) { sum, size in
                let those = used.filter { $0.of.size == size }.map { ($0.error, pow($0.of.restlessness, power)) }
                guard !those.isEmpty else { return sum }
                let width = quantile(0.9, of: those.map { $0 / $1 })
                return those.reduce(sum) { $0 + 2 * width * $1.1 + 20 * max(0, $1.0 - width * $1.1) }
            }
        }
        return powers.min { score($0) < score($1) } ?? 0
    }

    private static let powers = [0, 0.25, 0.5, 0.75, 1]

    private static func origins(_ errors: [ForecastError]) -> Int { Set(errors.map(\.origin)).count }

    private static func growth(_ months: [[ForecastError]]) -> Double {
        var places: [[Double]] = []
        var spreads: [Double] = []
        for (ahead, errors) in months.enumerated() where origins(errors) >= leastOrigins {
            let large = errors.filter { $0.size > .small }
            let used = (large.count > 50 ? large : errors).map { abs($0.error) }
            let spread = quantile(0.8, of: used)
            guard spread > 0 else { continue }
            places.append([1, log(Double(ahead + 1))])
            spreads.append(log(spread))
        }
        guard places.count >= leastOrigins, let fit = LinearFit(rows: places, response: spreads) else {
            return unseenGrowth
        }
        let seen = Double(places.count)
        let mean = (fit.coefficients[1] * seen + usualGrowth * usualWeight) / (seen + usualWeight)
        return min(0.6, max(0, mean))
    }

    /// The rows of a way and a figure; none for a size of which too little is known.
    func rows(_ way: Trust.Way, _ figure: MonthlyFigures.Figure) -> [TrustRow] {
        ServiceSize.allCases.flatMap { size -> [TrustRow] in
            let months = row(way, figure, .month, size)
            let quarters = row(way, figure, .quarter, size) ?? months.map { self.quarters($0) }
            let year = year(way, figure, size, quarters: quarters)
            return [months, quarters, year].compactMap { $0 }
        }
    }

    private func row(
        _ way: Trust.Way, _ figure: MonthlyFigures.Figure, _ kind: SpanAhead.Kind, _ size: ServiceSize
    ) -> TrustRow? {
        var scaled: [Double] = []
        var used: [ForecastError] = []
        var furthest = 0
        for (span, errors) in zip(SpanAhead.all, errors) where span.kind == kind {
            let those = errors.filter { $0.size == size }
            guard !those.isEmpty else { continue }
            furthest = span.horizon
            used += those
            scaled += those.map { $0.error / (pow(Double(span.horizon), growth) * pow($0.restlessness, own)) }
        }
        guard scaled.count >= Self.leastErrors, Set(used.map(\.provider)).count >= Self.leastServices else {
            return nil
        }
        let (half, most) = (Self.ends(0.5, scaled), Self.ends(0.9, scaled))
        return TrustRow(
            way: way, figure: figure, kind: kind, size: size, low90: most.low, low50: half.low, high50: half.high,
            high90: most.high, growth: growth, own: own, errors: scaled.count,
            services: Set(used.map(\.provider)).count,
            origins: Self.origins(used), furthest: furthest)
    }

    /// Before a quarter has passed, from its middle month.
    private func quarters(_ months: TrustRow) -> TrustRow {
        drawnOut(months, .quarter, by: Self.quarterOfMiddleMonth * pow(2, growth))
    }

    private func drawnOut(_ row: TrustRow, _ kind: SpanAhead.Kind, by factor: Double) -> TrustRow {
        TrustRow(
            way: row.way, figure: row.figure, kind: kind, size: row.size, low90: row.low90 * factor,
            low50: row.low50 * factor, high50: row.high50 * factor, high90: row.high90 * factor, growth: growth,
            own: own,
            errors: 0, services: row.services, origins: row.origins, furthest: 0)
    }

    /// From years that have passed; before there are six origins of them, from the last quarter.
    private func year(
        _ way: Trust.Way, _ figure: MonthlyFigures.Figure, _ size: ServiceSize, quarters: TrustRow?
    ) -> TrustRow? {
        let seen = zip(SpanAhead.all, errors).first { $0.0.kind == .year }?.1 ?? []
        if Self.origins(seen) >= Self.leastOriginsOfYears { return row(way, figure, .year, size) }
        return quarters.map { drawnOut($0, .year, by: Self.yearOfLastQuarter * pow(4, growth)) }
    }

    /// The errors between which a share of them is: half way between their own quantiles, about their middle, and what
    /// as many are within on either side.
    ///
    /// That the last years' figures came out above or below does not say that the next will; that some errors have a
    /// longer tail on one side does.
    private static func ends(_ share: Double, _ errors: [Double]) -> (low: Double, high: Double) {
        let ascending = errors.sorted()
        let middle = quantile(0.5, ofAscending: ascending)
        let low = quantile((1 - share) / 2, ofAscending: ascending) - middle
        let high = quantile((1 + share) / 2, ofAscending: ascending) - middle
        let either = quantile(share, of: errors.map { abs($0) })
        return ((low - either) / 2, (high + either) / 2)
    }
}
