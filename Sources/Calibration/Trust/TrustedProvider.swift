public import PublishedStatistics

/// A provider of a published file, ready to be forecast with ranges that have held.
public struct TrustedProvider: Sendable {
    /// Its figures.
    public let series: ProviderSeries
    /// What ranges are taken from.
    public let trust: Trust
    private let panel: ForecastPanel
    private let forecasts: PanelForecasts
    private let place: Int

    /// Looks at the months until one; none after is known to the forecasts.
    /// - Throws: ``PublishedError`` if there is no such provider.
    /// - Complexity: O(providers × months²), about a second for the national file.
    public init(
        _ file: PublishedFile, provider code: String, until: PublishedMonth, trust: Trust = .ofProgram
    ) throws(PublishedError) {
        series = try file.series(of: code)
        self.trust = trust
        panel = try ForecastPanel(file, until: until, with: series.code)
        forecasts = PanelForecasts(panel)
        guard let place = panel.place(of: series.code) else { preconditionFailure("the panel holds who is asked for") }
        self.place = place
    }

    /// The first month that is forecast.
    public var origin: PublishedMonth { panel.first + panel.months }

    /// How large it is of late.
    public var size: ServiceSize { ServiceSize(referralsInYear: panel.referralsInYear(place, before: panel.months)) }

    /// A figure of the twelve months to come.
    /// - Parameters:
    ///   - name: which.
    ///   - simulated: what the fitted service does in each of the twelve months, as a change of what was published; it
    ///     goes into the level where the forecasts so far were better with it.
    public func forecast(_ name: MonthlyFigures.Figure, simulated: [Double]? = nil) -> TrustedForecast {
        guard let figure = ForecastPanel.figures.firstIndex(of: name) else {
            preconditionFailure("every figure is in the panel")
        }
        let levels = PanelLevels.levels(
            panel, figure, place, season: forecasts.known[panel.months].seasons[figure], months: 0..<panel.months)
        let restlessness = forecasts.restlessness[panel.months, figure, place]
        let far = trust.row(.published, name, .month, size).map {
            $0.ninety(at: 6, restlessness: restlessness).upperBound
        }
        let doubts = HistoryDoubt.all(
            of: name, in: series, levels: levels, until: origin - 1, far: far ?? .infinity)
        let isLone = levels.suffix(18).allSatisfy { $0 == nil }
        guard !isLone, var path = forecasts.paths(.trusted, figure: figure, after: panel.months)[place] else {
            return TrustedForecast(
                figure: name, values: [], members: [], doubts: doubts,
                sentence: (["There is no forecast: nothing is published of it of late."] + doubts.map(\.sentence))
                    .joined(separator: " "))
        }
        var members = [ForecastMethod.trusted.words]
        var way = Trust.Way.published
        if let simulated, simulated.count == 12, trust.usesSimulation(for: name) {
            let share = ForecastMethod.shareOfSimulation
            path = zip(path, simulated).map {
                panel.scales[figure].mix([(value: $0, share: 1 - share), (value: $1, share: share)])
            }
            members.append("what the fitted service does")
            way = .publishedAndSimulated
        }
        let source = source(name, way, doubts, restlessness)
        let sentence =
            source.sentence(subject: "Forecasts made this way") ?? "Nothing has been learned of such forecasts."
        return TrustedForecast(
            figure: name, values: source.values(path, from: origin, mayHaveEnded: Self.mayHaveEnded(doubts)),
            members: members, doubts: doubts, sentence: ([sentence] + doubts.map(\.sentence)).joined(separator: " "))
    }

    private static func mayHaveEnded(_ doubts: [HistoryDoubt]) -> Bool {
        doubts.contains { if case .ended = $0 { true } else { false } }
    }

    /// Where ranges come from: what is in doubt needs at least what a service without a history does.
    private func source(
        _ name: MonthlyFigures.Figure, _ way: Trust.Way, _ doubts: [HistoryDoubt], _ restlessness: Double
    ) -> RangeSource {
        var silent = 0
        var months = 12
        for doubt in doubts {
            months = min(months, doubt.monthsToRelyOn(before: origin))
            switch doubt {
            case .old(let months): silent = max(silent, months)
            case .ended(let last): silent = max(silent, origin.number - 1 - last.number)
            case .short, .gaps, .jumped, .merged, .contradictory: break
            }
        }
        return RangeSource(
            trust: trust, figure: name, size: size, ways: doubts.isEmpty ? [way] : [way, .level], isOld: silent,
            widened: (12 / Double(months)).squareRoot(), restlessness: restlessness)
    }
}
