/// How near a fitted provider comes to its published figures, as its page tells it.
public struct FitReport: Sendable {
    /// How near a figure, or the whole, is.
    public enum Nearness: Int, Sendable, Comparable {
        case holds, doubtful, doesNotHold

        public static func < (one: Nearness, other: Nearness) -> Bool { one.rawValue < other.rawValue }
    }

    /// A figure that was aimed at.
    public struct Line: Sendable {
        /// What it is, in words.
        public var title: String
        /// What it counts: of shares `share`.
        public var unit: String
        /// As published.
        public var published: Double
        /// The standard error of the published level.
        public var error: Double
        /// As simulated; nil if nobody was there to be measured.
        public var simulated: Double?
        /// How near it is.
        public var verdict: Nearness
        /// Whether the whole verdict rests on it.
        public var isMain: Bool

        /// A figure.
        public init(
            title: String, unit: String, published: Double, error: Double, simulated: Double?, verdict: Nearness,
            isMain: Bool
        ) {
            self.title = title
            self.unit = unit
            self.published = published
            self.error = error
            self.simulated = simulated
            self.verdict = verdict
            self.isMain = isMain
        }
    }

    /// A value that was looked for.
    public struct Value: Sendable {
        /// Full key.
        public var key: String
        /// What it is, with its unit.
        public var words: String
        /// What was found, and an interval of 95%.
        public var found: Double
        public var range: ClosedRange<Double>
        /// How much the figures say of it, 0 … 1.
        public var known: Double

        /// A value.
        public init(key: String, words: String, found: Double, range: ClosedRange<Double>, known: Double) {
            self.key = key
            self.words = words
            self.found = found
            self.range = range
            self.known = known
        }
    }

    /// A month of a figure: what was published of it, or what is promised.
    public struct Month: Sendable {
        /// `Apr 2025`.
        public var name: String
        public var published: Double?
        /// Level, lower and upper end.
        public var promised: (level: Double, low: Double, high: Double)?

        /// A month.
        public init(name: String, published: Double?, promised: (level: Double, low: Double, high: Double)?) {
            self.name = name
            self.published = published
            self.promised = promised
        }
    }

    /// A figure's year behind and year ahead.
    public struct History: Sendable {
        public var title: String
        public var unit: String
        /// What its ranges rest on.
        public var words: String
        public var months: [Month]

        /// A history.
        public init(title: String, unit: String, words: String, months: [Month]) {
            self.title = title
            self.unit = unit
            self.words = words
            self.months = months
        }
    }

    /// The provider, with its code.
    public var title: String
    /// The last month that was looked at, in words.
    public var until: String
    /// The whole verdict, and what it says.
    public var verdict: Nearness
    public var sentences: [String]
    /// Each figure that was aimed at.
    public var lines: [Line]
    /// Published figures that contradict each other, a sentence each.
    public var contradictions: [String] = []
    /// What could not be aimed at, and why.
    public var missing: [(title: String, why: String)] = []
    /// What was looked for.
    public var values: [Value] = []
    /// The year behind and the year ahead of each figure.
    public var histories: [History] = []
    /// What the fitted scenario is called, for the next command; empty if it is not in a file.
    public var file = ""
    /// The command that makes it again; empty if there is none.
    public var command = ""
    /// The program's version.
    public var version = ""

    /// A fit.
    public init(title: String, until: String, verdict: Nearness, sentences: [String], lines: [Line]) {
        self.title = title
        self.until = until
        self.verdict = verdict
        self.sentences = sentences
        self.lines = lines
    }
}
