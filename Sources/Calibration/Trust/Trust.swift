public import PublishedStatistics

/// How wrong forecasts have been: what a forecast of the same way, figure, span and size may promise.
public struct Trust: Sendable {
    /// A way of forecasting.
    public enum Way: String, CaseIterable, Sendable {
        /// A provider's published figures, and those of services that stood alike.
        case published
        /// The same, with what the fitted service does as one more member.
        case publishedAndSimulated = "published-and-simulated"
        /// The level of the last three months with England's season: what a service knows that has no history.
        case level
    }

    /// The version of its stored form.
    public static let version = 2

    /// The last month that it has seen.
    public let learnedUntil: PublishedMonth
    /// Ordered by way, figure, size and span.
    public let rows: [TrustRow]

    /// Learns from all forecasts that could have been made from a file and have been overtaken by its months.
    ///
    /// - Parameters:
    ///   - file: of all providers.
    ///   - origin: the first month that is not looked at.
    ///   - simulation: what simulated services did after some origins before.
    /// - Complexity: O(providers × months²), some ten seconds for the national file.
    public init(
        _ file: PublishedFile, before origin: PublishedMonth, simulation: SimulatedPaths = SimulatedPaths()
    ) throws(PublishedError) {
        let forecasts = PanelForecasts(try ForecastPanel(file, until: origin - 1))
        self.init(RollingForecasts(forecasts, methods: [.trusted, .simple(.lastMonths)]), simulation: simulation)
    }

    /// The same from forecasts that are made already, until some of their months.
    init(_ rolling: RollingForecasts, months: Int? = nil, simulation: SimulatedPaths = SimulatedPaths()) {
        let panel = rolling.panel
        let end = months ?? panel.months
        learnedUntil = panel.first + (end - 1)
        var rows: [TrustRow] = []
        for (place, figure) in ForecastPanel.figures.enumerated() {
            let errors = rolling.errors(.trusted, figure: place, until: end)
            rows += RangeLearning(errors, ofOwn: true).rows(.published, figure)
        }
        for (place, figure) in ForecastPanel.figures.enumerated() {
            let own = rows.filter { $0.figure == figure }
            rows += SimulationWorth(rolling, figure: place, until: end, simulation, rows: own).rows
        }
        for (place, figure) in ForecastPanel.figures.enumerated() {
            rows += RangeLearning(rolling.errors(.simple(.lastMonths), figure: place, until: end)).rows(.level, figure)
        }
        self.rows = rows
    }

    init(learnedUntil: PublishedMonth, rows: [TrustRow]) {
        self.learnedUntil = learnedUntil
        self.rows = rows
    }

    /// What is known of a way, figure, span and size, or of the nearest size that something is known of; nil if nothing
    /// is known of any.
    public func row(
        _ way: Way, _ figure: MonthlyFigures.Figure, _ kind: SpanAhead.Kind, _ size: ServiceSize
    ) -> TrustRow? {
        let those = rows.filter { $0.way == way && $0.figure == figure && $0.kind == kind }
        for size in [size] + size.neighbours {
            if let row = those.first(where: { $0.size == size }) { return row }
        }
        return nil
    }

    /// Whether a simulated service earns its place in the level: whether ranges were better with it.
    public func usesSimulation(for figure: MonthlyFigures.Figure) -> Bool {
        rows.contains { $0.way == .publishedAndSimulated && $0.figure == figure }
    }
}
