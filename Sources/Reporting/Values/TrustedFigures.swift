/// What a forecast may promise: levels of months, quarters and the year, and ranges that have held nine times in ten
/// for forecasts that were made the same way.
public struct TrustedFigures: Sendable {
    /// What the levels and ranges rest on.
    public enum Basis: Equatable, Sendable {
        /// The published past of the provider to whom the scenario was fitted.
        case published
        /// The same, and what was changed since: each level moves as the simulated one does.
        case publishedAndChanged
        /// The scenario alone, with the ranges that services of its size have needed.
        case scenario
    }

    /// A figure over a span.
    public struct Row: Hashable, Sendable {
        /// Level and range, and of what.
        public var kept: KeptRow
        /// The mean of the runs.
        public var simulated: Double
        /// What was published of the same months a year before; nil where that is not known.
        public var yearBefore: Double?

        /// A figure over a span.
        public init(kept: KeptRow, simulated: Double, yearBefore: Double? = nil) {
            self.kept = kept
            self.simulated = simulated
            self.yearBefore = yearBefore
        }
    }

    /// What a figure's ranges rest on, in sentences.
    public struct Words: Hashable, Sendable {
        /// The measure's name.
        public var measure: String
        /// The sentences.
        public var text: String

        /// Sentences of a measure.
        public init(measure: String, text: String) {
            self.measure = measure
            self.text = text
        }
    }

    /// How often such ranges held in years that have passed.
    public struct Cover: Hashable, Sendable {
        /// Services whose years were forecast.
        public var services: Int
        /// How many years.
        public var years: Int
        /// The share of months that came within their ranges, 0 … 1.
        public var ofMonths: Double
        /// The share of years that did.
        public var ofYears: Double

        /// Ranges that were tried.
        public init(services: Int, years: Int, ofMonths: Double, ofYears: Double) {
            self.services = services
            self.years = years
            self.ofMonths = ofMonths
            self.ofYears = ofYears
        }
    }

    /// What they rest on.
    public var basis: Basis
    /// How often such ranges have held; nil if that is not known.
    public var cover: Cover?
    /// By figure, then months, quarters and the year.
    public var rows: [Row]
    /// A text for each figure.
    public var words: [Words]

    /// Figures with their words.
    public init(basis: Basis, cover: Cover? = nil, rows: [Row], words: [Words]) {
        self.basis = basis
        self.cover = cover
        self.rows = rows
        self.words = words
    }

    /// Nothing that may be promised.
    public static let none = TrustedFigures(basis: .scenario, rows: [], words: [])

    /// The measures that are spoken of, by name, in order.
    var measures: [String] {
        var found: [String] = []
        for row in rows where !found.contains(row.kept.measure) { found.append(row.kept.measure) }
        return found
    }

    /// The rows of a measure and span.
    func rows(_ measure: String, _ span: ForecastSpan) -> [Row] {
        rows.filter { $0.kept.measure == measure && $0.kept.span == span }
    }
}
