import Foundation

/// How wrong forecasts of one way, figure, span and size of service have been, and what that rests on.
///
/// An error is on the scale of its figure (`FigureScale`): a logarithm of what came over what was forecast, or points.
/// It grows with the horizon by a power, so that one row says it for all horizons, also for those that no forecast so
/// far has reached.
public struct TrustRow: Hashable, Sendable {
    /// By which way of forecasting.
    public let way: Trust.Way
    /// Of which figure.
    public let figure: MonthlyFigures.Figure
    /// Over months, quarters or the year.
    public let kind: SpanAhead.Kind
    /// For services of this size.
    public let size: ServiceSize
    /// The error below which 1 in 20 were at the first horizon, not above 0.
    public let low90: Double
    /// The error below which 1 in 4 were.
    public let low50: Double
    /// The error above which 1 in 4 were.
    public let high50: Double
    /// The error above which 1 in 20 were.
    public let high90: Double
    /// The power of the horizon by which errors grow, 0 … 0.6.
    public let growth: Double
    /// The power of a service's own restlessness by which its errors are larger, 0 … 1: 0 where its past does not tell.
    public let own: Double
    /// How many errors it rests on; 0 if no such span had passed, and it is drawn out of shorter ones.
    public let errors: Int
    /// Of how many services.
    public let services: Int
    /// From how many months, in a row, forecasts were made.
    public let origins: Int
    /// The furthest horizon that was seen.
    public let furthest: Int

    /// The errors that 90% of forecasts stay within at a horizon.
    /// - Parameters:
    ///   - horizon: from 1; more for a forecast that rests on older figures.
    ///   - restlessness: how much the service's figures moved beside those of others of its size.
    public func ninety(at horizon: Double, restlessness: Double) -> ClosedRange<Double> {
        range(low90, high90, scale(at: horizon, restlessness: restlessness))
    }

    /// The errors that half of the forecasts stay within at a horizon.
    public func fifty(at horizon: Double, restlessness: Double) -> ClosedRange<Double> {
        range(low50, high50, scale(at: horizon, restlessness: restlessness))
    }

    /// By how much errors are larger than those of the first horizon and of a service that moves as others do.
    func scale(at horizon: Double, restlessness: Double) -> Double {
        pow(max(1, horizon), growth) * pow(restlessness, own)
    }

    private func range(_ low: Double, _ high: Double, _ scale: Double) -> ClosedRange<Double> {
        min(0, low) * scale...max(0, high) * scale
    }

    /// The same for errors that are so many times as large.
    func widened(_ factor: Double, way: Trust.Way, errors: Int, services: Int, origins: Int) -> TrustRow {
        TrustRow(
            way: way, figure: figure, kind: kind, size: size, low90: low90 * factor, low50: low50 * factor,
            high50: high50 * factor, high90: high90 * factor, growth: growth, own: own, errors: errors,
            services: services,
            origins: origins, furthest: furthest)
    }
}
