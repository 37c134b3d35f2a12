public import PublishedStatistics
import Statistics

/// A year that has passed, forecast by every method with ranges learned before it, and compared with what came.
public struct ForecastTrial: Sendable {
    /// How one method did with one figure.
    public struct Line: Sendable {
        /// The figure.
        public let figure: MonthlyFigures.Figure
        /// The method, with ranges of its size; `trusted` with each service's own; `with-simulation`, and `without`
        /// for the trusted one with the same providers, beside it.
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

    /// A month of a provider's figure, as it was forecast by the trusted method and as it came.
    public struct Month: Sendable {
        /// The figure.
        public let figure: MonthlyFigures.Figure
        /// The provider's code.
        public let provider: String
        /// Months after the origin, from 1.
        public let horizon: Int
        /// What was forecast.
        public let level: Double
        /// The range of 90%.
        public let range: ClosedRange<Double>
        /// What came.
        public let came: Double
    }

    /// The first month of the year.
    public let origin: PublishedMonth
    /// The providers that were large enough.
    public let codes: [String]
    /// By figure and method.
    public let lines: [Line]
    /// Each month whose figure is known.
    public let months: [Month]

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
        let passed = min(panel.months, max(0, origin.number - panel.first.number))
        let large = panel.codes.indices.filter { provider in
            panel.values[0][provider][max(0, passed - 12)..<passed].reduce(0) { $0 + ($1 ?? 0) } > moreReferralsThan
        }
        codes = large.map { panel.codes[$0] }
        var lines: [Line] = []
        var months: [Month] = []
        for (place, figure) in ForecastPanel.figures.enumerated() {
            func line(_ name: String, _ rows: [TrustRow], _ paths: [[Double]?]) {
                let trust = Trust(learnedUntil: origin - 1, rows: rows)
                let known = large.filter { paths[$0] != nil }
                let tally = Tally(rolling, place, passed, trust, rows.first?.way ?? .published)
                let found = tally.line(name, figure, known, paths)
                if let found { lines.append(found.line) }
                if let found, name == "trusted" { months += found.months }
            }
            func rows(_ method: ForecastMethod, ownRanges: Bool) -> [TrustRow] {
                let errors = rolling.errors(method, figure: place, until: passed)
                return RangeLearning(errors, ofOwn: ownRanges).rows(.published, figure)
            }
            for method in methods {
                let paths = rolling.made(method, figure: place, after: passed)
                line(method.name, rows(method, ownRanges: false), paths)
            }
            let trusted = rows(.trusted, ownRanges: true)
            line("trusted", trusted, rolling.made(.trusted, figure: place, after: passed))
            let with = rolling.madeWithSimulation(simulation, figure: place, after: passed)
            if with.contains(where: { $0 != nil }) {
                let learned = SimulationWorth(rolling, figure: place, until: passed, simulation, rows: trusted).rows
                let alone = rolling.made(.trusted, figure: place, after: passed)
                line("without", trusted, zip(alone, with).map { $1 == nil ? nil : $0 })
                line("with-simulation", learned.isEmpty ? trusted : learned, with)
            }
        }
        self.lines = lines
        self.months = months
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
    let factors: [Double]

    init(
        _ rolling: RollingForecasts, _ figure: Int, _ months: Int, _ trust: Trust, _ way: Trust.Way
    ) {
        panel = rolling.panel
        sizes = rolling.known[months].sizes
        factors = panel.codes.indices.map { rolling.restlessness[months, figure, $0] }
        (self.figure, self.months, self.trust, self.way) = (figure, months, trust, way)
    }

    func line(
        _ name: String, _ figure: MonthlyFigures.Figure, _ providers: [Int], _ paths: [[Double]?]
    ) -> (line: ForecastTrial.Line, months: [ForecastTrial.Month])? {
        let isShare = figure.published.unit == .percentOfActual
        var errors: [Double] = []
        var found: [ForecastTrial.Month] = []
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
                let range = row.ninety(at: Double(span.horizon), restlessness: factors[provider])
                let low = panel.scales[self.figure].figure(forecast, off: range.lowerBound)
                let high = panel.scales[self.figure].figure(forecast, off: range.upperBound)
                let missed = max(0, low - came) + max(0, came - high)
                cover[span.kind, default: (0, 0)].spans += 1
                if missed < 1e-9 { cover[span.kind, default: (0, 0)].within += 1 }
                scores[span.kind, default: (0, 0)].sum += (high - low + 20 * missed) / usual
                scores[span.kind, default: (0, 0)].count += 1
                if span.kind == .month {
                    found.append(
                        ForecastTrial.Month(
                            figure: figure, provider: panel.codes[provider], horizon: span.horizon, level: forecast,
                            range: low...max(low, high), came: came))
                }
                if span.kind == .year, !isShare || came > 0 {
                    errors.append(isShare ? 100 * abs(forecast - came) / came : abs(forecast - came))
                }
            }
        }
        guard !errors.isEmpty else { return nil }
        let line = ForecastTrial.Line(
            figure: figure, method: name, providers: errors.count, medianError: quantile(0.5, of: errors),
            cover: cover, score: scores.mapValues { $0.sum / Double($0.count) })
        return (line, found)
    }
}
