import Calibration
import CareModel
import Experiments
import PublishedStatistics
import Reporting
import ScenarioFiles
import ServiceSimulation

/// What a forecast may promise of the whole service, made of what its runs say and of what is known of such forecasts.
struct TrustedAssembly {
    let outcome: ForecastOutcome

    private var scenario: ServiceScenario { outcome.loaded.scenario }

    /// The runs' means of a figure, month by month from the first whole month; shares in percent.
    private struct Path {
        let figure: MonthlyFigures.Figure
        let first: CivilDay
        let months: [Double]
    }

    func figures() -> TrustedFigures {
        let paths = MonthlyFigures.Figure.allCases.compactMap(path)
        return ofProvider(paths) ?? ofScenario(paths)
    }

    /// What such ranges held in years that have passed.
    private static func cover(_ way: Trust.Way) -> TrustedFigures.Cover? {
        TrustCover.ofProgram(way).flatMap { cover in
            guard let months = cover.shares[.month], let years = cover.shares[.year] else { return nil }
            return TrustedFigures.Cover(
                services: cover.services, years: cover.years, ofMonths: months, ofYears: years)
        }
    }

    private func path(_ figure: MonthlyFigures.Figure) -> Path? {
        let months = WholeMonths(records: outcome.result.records, listDay: outcome.minuteOfList?.day)
        let spans = months.all.prefix(12)
        guard let first = spans.first?.days.lowerBound else { return nil }
        var values: [Double] = []
        for month in spans {
            // What is not measured of a month ends the path.
            guard let summary = RunsSummary(months.values(figure.measure, scenario.teams.indices, month.days)) else {
                break
            }
            values.append(summary.mean * figure.scale)
        }
        return Path(figure: figure, first: first, months: values)
    }

    /// A provider that was fitted, in the year after: as it was promised, and as a change of that.
    private func ofProvider(_ paths: [Path]) -> TrustedFigures? {
        guard scenario.teams.count == 1, let from = scenario.teams.first?.trusted.from,
            let first = paths.first?.first, first == from
        else { return nil }
        var figures = TrustedFigures(basis: .published, cover: Self.cover(.published), rows: [], words: [])
        let isAsFitted = isAsFitted
        for path in paths {
            let known = scenario.teams[0].trusted[keyPath: path.figure.trusted]
            if let words = known.words {
                figures.words.append(
                    TrustedFigures.Words(measure: path.figure.measure.name(scenario.standards), text: words))
            }
            guard known.isKnown, path.first == from else { continue }
            for (place, span) in SpanAhead.all.enumerated() where span.months.upperBound <= path.months.count {
                let simulated = path.figure.over(span, path.months)
                let change =
                    isAsFitted
                    ? .none : Change(known.simulated[place], simulated, isDifference: path.figure == .recovery)
                if !change.isNone { figures.basis = .publishedAndChanged }
                var row = row(
                    path, span, level: change.applied(known.level[place]), low: change.applied(known.low[place]),
                    high: change.applied(known.high[place]), simulated: simulated)
                if known.yearBefore.count == 12 {
                    row.yearBefore = path.figure.over(span, known.yearBefore) / path.figure.scale
                }
                figures.rows.append(row)
            }
        }
        return figures.rows.isEmpty ? nil : figures
    }

    /// Whether the scenario says what it said when it was fitted, and begins as it did: whatever the runs do otherwise
    /// is luck, no change.
    private var isAsFitted: Bool {
        guard let said = scenario.teams.first?.trusted.said, outcome.minuteOfList == nil else { return false }
        return said == outcome.loaded.said
    }

    /// A service without a published past: its own levels, with the ranges that services of its size have needed.
    private func ofScenario(_ paths: [Path]) -> TrustedFigures {
        let perYear = scenario.teams.reduce(0) { $0 + $1.referrals.perWeek } * 365.25 / 7
        var figures = TrustedFigures(basis: .scenario, cover: Self.cover(.level), rows: [], words: [])
        for path in paths {
            let forecast = TrustedForecast(
                scenario: path.figure, path: path.months, from: PublishedMonth(path.first), referralsInYear: perYear)
            guard !forecast.values.isEmpty else { continue }
            figures.words.append(
                TrustedFigures.Words(
                    measure: path.figure.measure.name(scenario.standards), text: forecast.sentence))
            for value in forecast.values where value.span.months.upperBound <= path.months.count {
                figures.rows.append(
                    row(
                        path, value.span, level: value.level, low: value.ninety.lowerBound,
                        high: value.ninety.upperBound, simulated: path.figure.over(value.span, path.months)))
            }
        }
        return figures
    }

    private func row(
        _ path: Path, _ span: SpanAhead, level: Double, low: Double, high: Double, simulated: Double
    ) -> TrustedFigures.Row {
        let first = PublishedMonth(path.first) + span.months.lowerBound
        let last = PublishedMonth(path.first) + (span.months.upperBound - 1)
        let days = (CivilDay.first(of: first), CivilDay.first(of: last) + Int32(last.days - 1))
        let scale = path.figure.scale
        return TrustedFigures.Row(
            kept: KeptRow(
                measure: path.figure.measure.name(scenario.standards), team: nil, span: ForecastSpan(span.kind),
                first: days.0, last: days.1, level: level / scale, low: low / scale, high: high / scale,
                chance: RunsSummary.chance, basis: .trusted),
            simulated: simulated / scale)
    }
}

/// What a changed scenario does beside the fitted one.
private struct Change {
    private let factor: Double
    private let difference: Double

    /// No change.
    static let none = Change(1, 1, isDifference: false)

    init(_ fitted: Double, _ simulated: Double, isDifference: Bool) {
        factor = !isDifference && fitted > 0 ? simulated / fitted : 1
        difference = isDifference ? simulated - fitted : 0
    }

    /// Whether it moves nothing: what is kept has four digits.
    var isNone: Bool { abs(factor - 1) < 0.001 && abs(difference) < 0.05 }

    func applied(_ number: Double) -> Double { isNone ? number : max(0, number * factor + difference) }
}

extension MonthlyFigures.Figure {
    /// Shares are published in percent.
    fileprivate var scale: Double { measure.unit == .share ? 100 : 1 }
}

extension ForecastSpan {
    fileprivate init(_ kind: SpanAhead.Kind) {
        switch kind {
        case .month: self = .month
        case .quarter: self = .quarter
        case .year: self = .year
        }
    }
}

extension CivilDay {
    fileprivate static func first(of month: PublishedMonth) -> CivilDay {
        guard let day = CivilDay(year: month.year, month: month.month, day: 1) else {
            preconditionFailure("every month has a first day")
        }
        return day
    }
}
