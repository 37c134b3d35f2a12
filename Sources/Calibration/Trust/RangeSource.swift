import Foundation
import PublishedStatistics

/// The ranges of a figure for a service of some size: of one way, or the wider of several where the past is in doubt.
struct RangeSource {
    let trust: Trust
    let figure: MonthlyFigures.Figure
    let size: ServiceSize
    let ways: [Trust.Way]
    /// Months since the last figure that is known.
    let isOld: Int
    /// By how much ranges are wider than learned.
    var widened = 1.0
    /// How much the service's figures have moved beside those of others of its size.
    var restlessness = 1.0

    private var scale: FigureScale { FigureScale(figure.published) }

    private func rows(_ kind: SpanAhead.Kind) -> [TrustRow] {
        ways.compactMap { trust.row($0, figure, kind, size) }
    }

    /// The errors that such forecasts stay within; nil if nothing is learned.
    private func errors(_ span: SpanAhead) -> (half: ClosedRange<Double>, ninety: ClosedRange<Double>)? {
        let horizon = Double(span.horizon) + Double(isOld) / Double(span.kind.months)
        func widest(_ ranges: [ClosedRange<Double>]) -> ClosedRange<Double>? {
            guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else {
                return nil
            }
            return low * widened...high * widened
        }
        let rows = rows(span.kind)
        guard let half = widest(rows.map { $0.fifty(at: horizon, restlessness: restlessness) }),
            let ninety = widest(rows.map { $0.ninety(at: horizon, restlessness: restlessness) })
        else { return nil }
        return (half, ninety)
    }

    /// Levels with their ranges; none for a span of which nothing is learned.
    func values(_ path: [Double], from first: PublishedMonth, mayHaveEnded: Bool) -> [TrustedForecast.Value] {
        let scale = scale
        let reachesNone = mayHaveEnded && figure.published.unit == .percentOfActual
        return SpanAhead.all.compactMap { span in
            guard let mean = span.mean(of: path), let errors = errors(span) else { return nil }
            let times = scale.countsWorkingDays ? Double(span.kind.months) : 1
            func range(_ errors: ClosedRange<Double>) -> ClosedRange<Double> {
                let low = reachesNone ? 0 : scale.figure(mean, off: errors.lowerBound) * times
                return low...max(low, scale.figure(mean, off: errors.upperBound) * times)
            }
            let (first, last) = span.bounds(from: first)
            return TrustedForecast.Value(
                span: span, first: first, last: last, level: mean * times, half: range(errors.half),
                ninety: range(errors.ninety))
        }
    }

    /// What is promised of the sixth month, and what that rests on; nil if nothing is learned.
    func sentence(subject: String) -> String? {
        guard let errors = errors(SpanAhead(kind: .month, horizon: 6)), let row = rows(.month).first else {
            return nil
        }
        let (low, high) = (errors.ninety.lowerBound, errors.ninety.upperBound)
        let words =
            scale.isRelative
            ? "\(Int((100 - 100 * exp(low)).rounded()))% below and \(Int((100 * exp(high) - 100).rounded()))% above"
            : "\(Int((-low).rounded())) points below and \(Int(high.rounded())) points above"
        return "\(subject): in 9 of 10 months, half a year ahead, what came was between \(words) the forecast. "
            + "Learned from \(row.services) services with \(row.size.words) and forecasts after each of "
            + "\(row.origins) months, until \(trust.learnedUntil)."
            + (Self.words(row.scale(at: 1, restlessness: restlessness)) ?? "")
    }

    /// What a service's own past makes of its ranges; nil if hardly anything.
    private static func words(_ width: Double) -> String? {
        let percent = Int((abs(width - 1) * 100).rounded())
        guard percent >= 10 else { return nil }
        return width > 1
            ? " Its figures moved more than theirs, and its ranges are \(percent)% wider for it."
            : " Its figures moved less than theirs, and its ranges are \(percent)% narrower for it."
    }
}
