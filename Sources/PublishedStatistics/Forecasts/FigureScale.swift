import Foundation

/// The scale on which a figure is forecast and its errors are counted.
///
/// Flows, stocks and waits change by factors, so their levels and errors are logarithms; a flow's level is that of a
/// working day. Percentages change by points, and stay what they are. An error of a small number that is published
/// rounded says little: half of what it is rounded to is added to both sides before the logarithm.
public struct FigureScale: Hashable, Sendable {
    /// Whether errors are logarithms of factors; else they are points.
    public let isRelative: Bool
    /// Whether a month's figure grows with its working days.
    public let countsWorkingDays: Bool
    /// Half of what the figure is rounded to; 0 for percentages.
    public let leeway: Double

    /// The scale of a figure.
    public init(_ figure: ForecastFigure) {
        let kind = figure.measures[0].kind
        isRelative = kind != .percent
        countsWorkingDays = kind == .count
        switch kind {
        case .count, .stock: leeway = 2.5
        case .days: leeway = 0.5
        case .sessions: leeway = 0.05
        case .percent: leeway = 0
        }
    }

    /// The level of a month's figure, without any season taken out of it.
    /// - Parameters:
    ///   - value: the figure, 0 or more.
    ///   - workingDays: of the month, at least 1.
    public func level(of value: Double, workingDays: Int) -> Double {
        guard isRelative else { return value }
        return log(max(leeway, value)) - (countsWorkingDays ? log(Double(workingDays)) : 0)
    }

    /// The figure of a month of some level.
    public func value(ofLevel level: Double, workingDays: Int) -> Double {
        guard isRelative else { return level }
        return exp(level) * (countsWorkingDays ? Double(workingDays) : 1)
    }

    /// How far a figure was from its forecast: above 0 if more came.
    public func error(of actual: Double, forecast: Double) -> Double {
        isRelative ? log((actual + leeway) / (forecast + leeway)) : actual - forecast
    }

    /// The figure that comes of a forecast with an error; never below 0, and for percentages never above 100.
    public func figure(_ forecast: Double, off error: Double) -> Double {
        isRelative ? max(0, (forecast + leeway) * exp(error) - leeway) : min(100, max(0, forecast + error))
    }
}
