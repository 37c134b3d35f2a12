import PublishedStatistics

/// Forecasts by some methods after every month of a panel, and how wrong they turned out.
public struct RollingForecasts: Sendable {
    /// The figures.
    public let panel: ForecastPanel
    let known: [PanelLevels]
    let restlessness: Restlessness
    /// By method, months that had passed, figure and provider; months too early to forecast have none.
    private let paths: [ForecastMethod: [[[[Double]?]]]]

    /// Makes them.
    /// - Complexity: O(methods × providers × months²).
    public init(_ forecasts: PanelForecasts, methods: [ForecastMethod]) {
        panel = forecasts.panel
        known = forecasts.known
        restlessness = forecasts.restlessness
        var paths: [ForecastMethod: [[[[Double]?]]]] = [:]
        for method in methods {
            paths[method] = (0...panel.months).map { months in
                months < AlikeForecast.leastMonths ? [] : forecasts.paths(method, after: months)
            }
        }
        self.paths = paths
    }

    /// The months from which forecasts are made before some have passed.
    func origins(until end: Int) -> [Int] { Array(AlikeForecast.leastMonths..<max(AlikeForecast.leastMonths, end)) }

    /// The forecasts of a method by provider.
    func made(_ method: ForecastMethod, figure: Int, after months: Int) -> [[Double]?] {
        guard let all = paths[method] else { preconditionFailure("a method that was asked for") }
        return all[months][figure]
    }

    /// How wrong a method's forecasts were, as far as their months have passed.
    func errors(_ method: ForecastMethod, figure: Int, until end: Int) -> [[ForecastError]] {
        ForecastError.bySpan(
            panel, known, figure: figure, origins: origins(until: end), until: end, restlessness
        ) { made(method, figure: figure, after: $0) }
    }

    /// The forecasts with simulated services as one more member; nil for a provider that has none.
    func madeWithSimulation(_ simulation: SimulatedPaths, figure: Int, after months: Int) -> [[Double]?] {
        let share = ForecastMethod.shareOfSimulation
        let name = ForecastPanel.figures[figure]
        return zip(panel.codes, made(.trusted, figure: figure, after: months)).map { code, path in
            guard let path, let simulated = simulation[panel.first + months, code, name] else { return nil }
            return zip(path, simulated).map {
                panel.scales[figure].mix([(value: $0, share: 1 - share), (value: $1, share: share)])
            }
        }
    }
}
