import Foundation
import PublishedStatistics
import Statistics

/// Whether simulated services make the level of a figure better, and how wide its ranges are with them.
///
/// There are few origins of simulated services, each dear. They say by what factor errors become smaller or larger with
/// them; how large errors are, and how they grow, is learned from all origins without.
struct SimulationWorth {
    /// With simulation, none if it is not better.
    let rows: [TrustRow]

    private static let leastServices = 30

    init(
        _ rolling: RollingForecasts, figure: Int, until end: Int, _ simulation: SimulatedPaths, rows without: [TrustRow]
    ) {
        let panel = rolling.panel
        let origins = rolling.origins(until: end).filter { origin in
            panel.codes.contains {
                simulation[panel.first + origin, $0, ForecastPanel.figures[figure]] != nil
            }
        }
        guard !simulation.isEmpty, !origins.isEmpty else {
            rows = []
            return
        }
        func errors(_ paths: (Int) -> [[Double]?]) -> [[ForecastError]] {
            ForecastError.bySpan(
                panel, rolling.known, figure: figure, origins: origins, until: end, rolling.restlessness,
                paths: paths)
        }
        let with = errors { rolling.madeWithSimulation(simulation, figure: figure, after: $0) }
        let alone = errors { origin in
            zip(
                rolling.made(.trusted, figure: figure, after: origin),
                rolling.madeWithSimulation(simulation, figure: figure, after: origin)
            ).map { $1 == nil ? nil : $0 }
        }
        rows = Self.rows(with: with, alone: alone, without: without)
    }

    private static func rows(
        with: [[ForecastError]], alone: [[ForecastError]], without: [TrustRow]
    ) -> [TrustRow] {
        guard let first = without.first, Set(with.joined().map(\.provider)).count >= leastServices else {
            return []
        }
        var better = 0.0
        var found: [TrustRow] = []
        for kind in SpanAhead.Kind.allCases {
            func scaled(_ errors: [[ForecastError]]) -> [Double] {
                zip(SpanAhead.all, errors).filter { $0.0.kind == kind }.flatMap { span, errors in
                    errors.map { $0.error / first.scale(at: Double(span.horizon), restlessness: $0.restlessness) }
                }
            }
            let (one, other) = (scaled(with), scaled(alone))
            guard !one.isEmpty, !other.isEmpty else { return [] }
            let (wide, narrow) = (quantile(0.9, of: other.map { abs($0) }), quantile(0.9, of: one.map { abs($0) }))
            guard wide > 0, narrow > 0 else { return [] }
            better += log(score(one, within: narrow) / score(other, within: wide))
            let used = with.joined()
            found += without.filter { $0.kind == kind }.map {
                $0.widened(
                    narrow / wide, way: .publishedAndSimulated, errors: one.count,
                    services: Set(used.map(\.provider)).count, origins: Set(used.map(\.origin)).count)
            }
        }
        return better < 0 ? found : []
    }

    /// The mean interval score of errors for a range on both sides of 0 (Gneiting & Raftery, 2007,
    /// doi 10.1198/016214506000001437).
    private static func score(_ errors: [Double], within half: Double) -> Double {
        errors.reduce(0) { $0 + 2 * half + 20 * max(0, abs($1) - half) } / Double(errors.count)
    }
}
