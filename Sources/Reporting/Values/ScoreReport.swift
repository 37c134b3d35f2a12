import CareModel
import Statistics

/// What has happened since, laid over forecasts that were kept.
public struct ScoreReport: Sendable {
    /// The forecasts, the one that was made first in front.
    public var forecasts: [KeptForecast]
    /// What they are laid against, as it follows "against": `the published figures of ABC01 until February 2026`.
    public var against: String
    /// The rows whose span has passed and of which is known what came, in the order of forecasts and rows.
    public var scored: [ScoredRow]
    /// All other rows.
    public var left: [UnscoredRow]
    /// What a reader must know, a sentence each.
    public var notes: [String]
    /// Version of the program that scored.
    public var version: String
    /// The command that makes it again; empty if no command made it.
    public var command: String

    /// A report.
    public init(
        forecasts: [KeptForecast], against: String, scored: [ScoredRow], left: [UnscoredRow], notes: [String],
        version: String, command: String
    ) {
        self.forecasts = forecasts
        self.against = against
        self.scored = scored
        self.left = left
        self.notes = notes
        self.version = version
        self.command = command
    }

    /// The measures of the forecasts, each once.
    public var measures: [KeptForecast.KeptMeasure] {
        var known: Set<String> = []  // lookup only
        return forecasts.flatMap(\.measures).filter { known.insert($0.name).inserted }
    }
}

/// A row whose span has passed, and what came.
public struct ScoredRow: Hashable, Sendable {
    /// Which of the forecasts it is of.
    public var forecast: Int
    /// What was forecast.
    public var row: KeptRow
    /// What came, in the measure's unit.
    public var actual: Double

    /// A row and what came.
    public init(forecast: Int, row: KeptRow, actual: Double) {
        self.forecast = forecast
        self.row = row
        self.actual = actual
    }

    /// The same as statistics have it: spans that begin on one day are one occasion.
    var outcome: RangeOutcome {
        RangeOutcome(
            occasion: Int(row.first.number), level: row.level, range: row.low...max(row.low, row.high),
            chance: row.chance, actual: actual)
    }
}

/// A row of which nothing can be said.
public struct UnscoredRow: Hashable, Sendable {
    /// Why not.
    public enum Reason: String, CaseIterable, Sendable {
        /// The span has not passed, or is not published yet.
        case notYet = "not-yet"
        /// It is not published, or not counted from the log, at all.
        case notKnownOf = "not-known-of"
        /// The figures are by month, and the span is no whole months.
        case noWholeMonths = "no-whole-months"
        /// A figure is suppressed or missing.
        case suppressed
        /// Nobody was there to be measured.
        case nobody
        /// It begins before the database does.
        case beforeRecords = "before-records"
        /// The published figures are of the provider, not of this team.
        case otherTeam = "other-team"

        /// Why nothing can be said, as it follows the measure and a colon.
        var words: String {
            switch self {
            case .notYet: "it has not happened yet, or is not published yet"
            case .notKnownOf: "it is not among the figures"
            case .noWholeMonths: "the figures are by month"
            case .suppressed: "a figure is suppressed or missing"
            case .nobody: "nobody was there to be measured"
            case .beforeRecords: "it begins before the database does"
            case .otherTeam: "the figures are of the provider, not of single teams"
            }
        }
    }

    /// Which of the forecasts it is of.
    public var forecast: Int
    /// What was forecast.
    public var row: KeptRow
    /// Why nothing can be said.
    public var reason: Reason

    /// A row and why it is left.
    public init(forecast: Int, row: KeptRow, reason: Reason) {
        self.forecast = forecast
        self.row = row
        self.reason = reason
    }
}
