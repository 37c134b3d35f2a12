import PublishedStatistics

/// Forecasts of every provider of a panel after any of its months, each from the months before alone.
public struct PanelForecasts: Sendable {
    /// The figures.
    public let panel: ForecastPanel
    /// By months that have passed.
    let known: [PanelLevels]
    let restlessness: Restlessness

    /// Looks at each month of a panel as somebody would have who forecast after it.
    /// - Complexity: O(providers × months).
    public init(_ panel: ForecastPanel) {
        self.panel = panel
        known = (0...panel.months).map { PanelLevels(panel, months: $0) }
        restlessness = Restlessness(panel, known)
    }

    /// The twelve months after some have passed, by figure and provider; nil where nothing is known to begin with.
    /// - Parameter months: that have passed, 0 … the months of the panel.
    public func paths(_ method: ForecastMethod, after months: Int) -> [[[Double]?]] {
        panel.scales.indices.map { paths(method, figure: $0, after: months) }
    }

    func paths(_ method: ForecastMethod, figure: Int, after months: Int) -> [[Double]?] {
        levels(method, figure, months).map { $0.map { known[months].values($0, figure, panel) } }
    }

    private func levels(_ method: ForecastMethod, _ figure: Int, _ months: Int) -> [[Double]?] {
        switch method {
        case .simple(let simple):
            return panel.codes.indices.map { provider in
                simple.path(
                    from: PanelLevels.levels(
                        panel, figure, provider, season: known[months].seasons[figure], months: 0..<months))
            }
        case .alike: return AlikeForecast(panel: panel, known: known).levels(figure, after: months)
        case .mix:
            let members = ForecastMethod.mixed.map { levels($0, figure, months) }
            return panel.codes.indices.map { provider in
                let paths = members.compactMap { $0[provider] }
                return paths.isEmpty ? nil : Self.mean(paths)
            }
        }
    }

    private static func mean(_ paths: [[Double]]) -> [Double] {
        paths[0].indices.map { month in paths.reduce(0) { $0 + $1[month] } / Double(paths.count) }
    }
}

extension FigureScale {
    /// The mix of forecasts of a month, each with its share: means of logarithms, or of points.
    func mix(_ values: [(value: Double, share: Double)]) -> Double {
        let whole = values.reduce(0) { $0 + $1.share }
        let mean = values.reduce(0) { $0 + level(of: $1.value, workingDays: 1) * $1.share } / whole
        return value(ofLevel: mean, workingDays: 1)
    }
}
