public import PublishedStatistics
import Statistics

/// A year that has passed, forecast by every method with ranges learned before it, and compared with what came.
public struct ForecastTrial: Sendable {
    /// How one method did with one figure.
    public struct Line: Sendable {
        /// The figure.
        public let figure: MonthlyFigures.Figure
        /// The method; `with-simulation`, and `without` for the trusted method with the same providers, beside it.
        public let method: String
        /// Providers whose year is known.
        public let providers: Int
        /// The median error of the year: percent of what came for flows and the list, days, points.
        public let medianError: Double
        /// By kind of span: how many, and how many within the range of 90%.
        public let cover: [SpanAhead.Kind: (spans: Int, within: Int)]
        /// By kind of span the mean interval score of 90%: percent of the year before, days, points; lower is better.
        public let score: [SpanAhead.Kind: Double]
    }

    /// The first month of the year.
    public let origin: PublishedMonth
    /// The providers that were large enough.
    public let codes: [String]
    /// By figure and method.
    public let lines: [Line]

    /// Tries the methods on a year.
    ///
    /// - Parameters:
    ///   - rolling: forecasts of a panel that holds the year.
    ///   - origin: the first month of the year.
    ///   - methods: among those of the forecasts.
    ///   - moreReferralsThan: in the year before.
    ///   - simulation: what simulated services did from this and from earlier origins.
    public init(
        _ rolling: RollingForecasts, yearFrom origin: PublishedMonth, methods: [ForecastMethod],
        moreReferralsThan: Double = 4000, simulation: SimulatedPaths = SimulatedPaths()
    ) {
        self.origin = origin
        let panel = rolling.panel
        let months = min(panel.months, max(0, origin.number - panel.first.number))
        let large = panel.codes.indices.filter { provider in
            panel.values[0][provider][max(0, months - 12)..<months].reduce(0) { $0 + ($1 ?? 0) } > moreReferralsThan
        }
        codes = large.map { panel.codes[$0] }
        var lines: [Line] = []
        for (place, figure) in ForecastPanel.figures.enumerated() {
            func line(_ name: String, _ rows: [TrustRow], _ paths: [[Double]?]) {
                let trust = Trust(learnedUntil: origin - 1, rows: rows)
                let known = large.filter { paths[$0] != nil }
                let tally = Tally(rolling, place, months, trust, rows.first?.way ?? .published)
                if let line = tally.line(name, figure, known, paths) { lines.append(line) }
            }
            var trusted: [TrustRow] = []
            for method in methods {
                let rows = RangeLearning(rolling.errors(method, figure: place, until: months)).rows(.published, figure)
                if method == .trusted { trusted = rows }
                line(method.name, rows, rolling.made(method, figure: place, after: months))
            }
            let with = rolling.madeWithSimulation(simulation, figure: place, after: months)
            if !trusted.isEmpty, with.contains(where: { $0 != nil }) {
                let learned = SimulationWorth(rolling, figure: place, until: months, simulation, rows: trusted).rows
                let alone = rolling.made(.trusted, figure: place, after: months)
                line("without", trusted, zip(alone, with).map { $1 == nil ? nil : $0 })
                line("with-simulation", learned.isEmpty ? trusted : learned, with)
            }
        }
        self.lines = lines
    }
}

/// What one method did with one figure.
private struct Tally {
    let panel: ForecastPanel
    let sizes: [ServiceSize]
    let figure: Int
    let months: Int
    let trust: Trust
    let way: Trust.Way

    init(_ rolling: RollingForecasts, _ figure: Int, _ months: Int, _ trust: Trust, _ way: Trust.Way) {
        panel = rolling.panel
        sizes = rolling.known[months].sizes
        (self.figure, self.months, self.trust, self.way) = (figure, months, trust, way)
    }

    func line(
        _ name: String, _ figure: MonthlyFigures.Figure, _ providers: [Int], _ paths: [[Double]?]
    ) -> ForecastTrial.Line? {
        let isShare = figure.published.unit == .percentOfActual
        var errors: [Double] = []
        var cover: [SpanAhead.Kind: (spans: Int, within: Int)] = [:]
        var scores: [SpanAhead.Kind: (sum: Double, count: Int)] = [:]
        for provider in providers {
            guard let path = paths[provider] else { continue }
            let before = panel.values[self.figure][provider][max(0, months - 12)..<months].compactMap { $0 }
            let usual = isShare ? before.reduce(0, +) / Double(max(1, before.count)) / 100 : 1
            let actual = panel.actual(self.figure, provider, from: months)
            for span in SpanAhead.all {
                guard let came = span.mean(of: actual),
                    let forecast = span.mean(of: zip(path, actual).map { $1 == nil ? nil : $0 }), usual > 0,
                    let row = trust.row(way, figure, span.kind, sizes[provider])
                else { continue }
                let range = row.ninety(at: Double(span.horizon))
                let low = panel.scales[self.figure].figure(forecast, off: range.lowerBound)
                let high = panel.scales[self.figure].figure(forecast, off: range.upperBound)
                let missed = max(0, low - came) + max(0, came - high)
                cover[span.kind, default: (0, 0)].spans += 1
                if missed < 1e-9 { cover[span.kind, default: (0, 0)].within += 1 }
                scores[span.kind, default: (0, 0)].sum += (high - low + 20 * missed) / usual
                scores[span.kind, default: (0, 0)].count += 1
                if span.kind == .year, !isShare || came > 0 {
                    errors.append(isShare ? 100 * abs(forecast - came) / came : abs(forecast - came))
                }
            }
        }
        guard !errors.isEmpty else { return nil }
        return ForecastTrial.Line(
            figure: figure, method: name, providers: errors.count, medianError: quantile(0.5, of: errors),
            cover: cover, score: scores.mapValues { $0.sum / Double($0.count) })
    }
}
