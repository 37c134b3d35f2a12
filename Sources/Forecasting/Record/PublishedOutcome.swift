import Calibration
import CareModel
import PublishedStatistics
import Reporting

/// What came, as NHS England published it of a provider.
struct PublishedOutcome: KnownOutcome {
    let series: ProviderSeries
    /// The last month of the file.
    let lastMonth: PublishedMonth
    /// The team that is the provider; nil where the whole service is.
    let team: String?

    /// The figure that is the same as a measure; nil if it is not published.
    static func figure(of measure: Measure) -> MonthlyFigures.Figure? {
        MonthlyFigures.Figure.allCases.first { $0.measure.label == measure.label }
    }

    func value(_ row: KeptRow) -> Result<Double, UnscoredRow.Because> {
        guard row.team == team else { return .failure(.init(.otherTeam)) }
        let figure = MonthlyFigures.Figure.allCases.first { $0.measure.label == .plain(row.measure) }
        guard let figure else { return .failure(.init(.notKnownOf)) }
        guard let days = ForecastSpan.months(from: row.first, through: row.last) else {
            return .failure(.init(.noWholeMonths))
        }
        let months = days.map { PublishedMonth($0) }
        guard let last = months.last, last <= lastMonth else { return .failure(.init(.notYet)) }
        let scale = figure.measure.unit == .share ? 0.01 : 1
        let values = months.map { month in figure.published.month(month, in: series).map { $0 * scale } }
        return SpanTotal.of(values, figure.measure.count).map { .success($0) } ?? .failure(.init(.suppressed))
    }
}
