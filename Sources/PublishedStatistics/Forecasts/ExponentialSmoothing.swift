import Foundation
import Statistics

/// Simple exponential smoothing of a history with gaps, with the weight of the newest month that would have missed the
/// months so far by least squares (Hyndman, Koehler, Ord & Snyder, *Forecasting with Exponential Smoothing*, 2008).
struct ExponentialSmoothing {
    /// The level after the last month.
    let level: Double
    /// The weight of the newest month, between 0.02 and 0.98.
    let weight: Double
    private let levels: [Double?]

    /// Smooths levels; nil for fewer than three that are known.
    init?(_ levels: [Double?]) {
        let known = levels.compactMap { $0 }
        guard known.count >= 3 else { return nil }
        let beginning = known.prefix(6)
        let start = beginning.reduce(0, +) / Double(beginning.count)
        let search = LeastSquaresSearch(from: [-0.8], steps: [0.05], mostIterations: 30) { points in
            points.map { Self.run(known, from: start, weight: Self.weight($0[0])).errors }
        }
        weight = Self.weight(search.parameters[0])
        level = Self.run(known, from: start, weight: weight).level
        self.levels = levels
    }

    /// Any number as a weight between 0.02 and 0.98.
    private static func weight(_ free: Double) -> Double { 0.02 + 0.96 / (1 + exp(-free)) }

    private static func run(_ levels: [Double], from start: Double, weight: Double) -> (level: Double, errors: [Double])
    {
        var level = start
        let errors = levels.map { next in
            let error = next - level
            level += weight * error
            return error
        }
        return (level, errors)
    }

    /// The Theta method (Hyndman & Billah, 2003, doi 10.1016/S0169-2070(01)00143-1): the level, and half the slope of a
    /// straight line through all that is known; no slope for less than a year.
    func theta(months: Int) -> [Double] {
        let places = levels.indices.filter { levels[$0] != nil }
        let rows = places.map { [1, Double($0)] }
        let fit = places.count < 12 ? nil : LinearFit(rows: rows, response: places.compactMap { levels[$0] })
        let drift = (fit?.coefficients[1] ?? 0) / 2
        let behind = (1 - pow(1 - weight, Double(levels.count))) / weight
        return (0..<months).map { level + drift * (Double($0) + behind) }
    }
}
