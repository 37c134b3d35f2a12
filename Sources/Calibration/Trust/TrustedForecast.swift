public import PublishedStatistics

/// A figure of the twelve months to come with ranges that have held, and what they rest on.
public struct TrustedForecast: Sendable {
    /// One month, quarter or year.
    public struct Value: Hashable, Sendable {
        /// Which.
        public let span: SpanAhead
        /// Its first month.
        public let first: PublishedMonth
        /// Its last month.
        public let last: PublishedMonth
        /// What is forecast: the total of the months for flows, their mean for all others; shares in percent.
        public let level: Double
        /// The range that half of such forecasts stayed within.
        public let half: ClosedRange<Double>
        /// The range that 9 in 10 of such forecasts stayed within.
        public let ninety: ClosedRange<Double>
    }

    /// What is forecast.
    public let figure: MonthlyFigures.Figure
    /// The months, the quarters and the year; none if nothing is known to begin with.
    public let values: [Value]
    /// What went into the level, in words.
    public let members: [String]
    /// What makes this provider's past a poorer guide than that of others.
    public let doubts: [HistoryDoubt]
    /// How far such forecasts can be trusted, in plain English.
    public let sentence: String

    /// The value of a span; nil if there is none.
    public func value(_ kind: SpanAhead.Kind, _ horizon: Int = 1) -> Value? {
        values.first { $0.span.kind == kind && $0.span.horizon == horizon }
    }

    /// A service without published figures, as a scenario describes it: the ranges that services of its size have
    /// needed around the level of their last three months.
    ///
    /// - Parameters:
    ///   - path: what is forecast for each of twelve months.
    ///   - first: the first of them.
    ///   - referralsInYear: of the service.
    public init(
        scenario figure: MonthlyFigures.Figure, path: [Double], from first: PublishedMonth, referralsInYear: Double,
        trust: Trust = .ofProgram
    ) {
        let size = ServiceSize(referralsInYear: referralsInYear)
        let source = RangeSource(trust: trust, figure: figure, size: size, ways: [.level], isOld: 0)
        let sentence =
            source.sentence(
                subject: "Services of this size needed such ranges around the level of their last three months")
            ?? "Nothing has been learned of such forecasts: there is no range that could be trusted."
        self.init(
            figure: figure, values: source.values(path, from: first, mayHaveEnded: false),
            members: ["what the scenario says"], doubts: [],
            sentence: sentence + " What the scenario has wrong of its level comes on top.")
    }

    init(
        figure: MonthlyFigures.Figure, values: [Value], members: [String], doubts: [HistoryDoubt], sentence: String
    ) {
        self.figure = figure
        self.values = values
        self.members = members
        self.doubts = doubts
        self.sentence = sentence
    }
}
