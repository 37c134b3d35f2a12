import Foundation

/// How much a service's figures move beside those of others of its size: by how much its ranges are wider or narrower
/// than theirs.
///
/// After each month it is the mean distance of the months so far from the smoothed levels of the year before each, over
/// the mean of all services of its size; a few months of such a mean are mixed in, so that a service of which little is
/// known is as others are (locally weighted conformal prediction: Lei, G'Sell, Rinaldo, Tibshirani & Wasserman, 2018,
/// doi 10.1080/01621459.2017.1307116).
struct Restlessness: Sendable {
    /// By months that have passed, figure and provider.
    private let factors: [[[Double]]]

    /// Months that are as the mean of its size.
    private static let usualMonths = 6.0
    /// No service is more than so many times as restless as others, and none less than one in so many.
    private static let most = 3.0

    /// - Complexity: O(figures × providers × months).
    init(_ panel: ForecastPanel, _ known: [PanelLevels]) {
        let none = panel.codes.indices.map { _ in Moves() }
        var moves = panel.scales.map { _ in none }
        var factors = [panel.scales.map { _ in panel.codes.map { _ in 1.0 } }]
        for months in 1...max(1, panel.months) where months <= panel.months {
            for figure in panel.scales.indices {
                for provider in panel.codes.indices {
                    moves[figure][provider].add(Self.move(known, figure, provider, months))
                }
            }
            factors.append(moves.map { Self.factors($0, known[months].sizes) })
        }
        self.factors = factors
    }

    /// The factor of a provider after some months.
    subscript(months: Int, figure: Int, provider: Int) -> Double { factors[months][figure][provider] }

    /// The mean distance of the last month from the levels that were known in the year before it.
    private static func move(_ known: [PanelLevels], _ figure: Int, _ provider: Int, _ months: Int) -> Double? {
        guard let level = known[months].last[figure][provider] else { return nil }
        let first = max(AlikeForecast.leastMonths, months - 12)
        guard first < months else { return nil }
        let distances = (first..<months).compactMap { origin in
            known[origin].smoothed[figure][provider].map { abs(level - $0) }
        }
        return distances.isEmpty ? nil : distances.reduce(0, +) / Double(distances.count)
    }

    private static func factors(_ moves: [Moves], _ sizes: [ServiceSize]) -> [Double] {
        let usual = ServiceSize.allCases.map { size in
            var all = Moves()
            for (move, other) in zip(moves, sizes) where other == size { all.add(move) }
            return all
        }
        return zip(moves, sizes).map { move, size in
            let all = usual[size.rawValue]
            guard all.months > 0, all.sum > 0 else { return 1 }
            let mean = all.sum / Double(all.months)
            let factor = (move.sum / mean + usualMonths) / (Double(move.months) + usualMonths)
            return min(most, max(1 / most, factor))
        }
    }

    private struct Moves {
        var sum = 0.0
        var months = 0

        mutating func add(_ distance: Double?) {
            guard let distance else { return }
            sum += distance
            months += 1
        }

        mutating func add(_ other: Moves) {
            sum += other.sum
            months += other.months
        }
    }
}
