public import CareModel

/// A forecast that is kept, so that what happens can later be laid over it: levels and ranges as they were said, when,
/// of what, and by which program. Nothing in it is of single persons (IG-2).
public struct KeptForecast: Equatable, Sendable {
    /// The version of the form. A later form is not read; this one only grows.
    public static let form = 1

    /// What was forecast.
    public enum Subject: String, CaseIterable, Sendable {
        /// A scenario that somebody described, or that was fitted to published figures.
        case scenario
        /// A service, from its database's list of the minute in which it was made.
        case database
    }

    /// A measure that the rows speak of.
    public struct KeptMeasure: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// What its numbers count, as ``MeasureUnit``.
        public var unit: String
        /// What it is, in a few words.
        public var title: String
        /// A sentence of what it means.
        public var meaning: String

        /// A measure.
        public init(name: String, unit: String, title: String, meaning: String) {
            self.name = name
            self.unit = unit
            self.title = title
            self.meaning = meaning
        }
    }

    /// When it was made, in the service's own zone.
    public var made: CivilMinute
    /// What was forecast.
    public var subject: Subject
    /// What was run: scenario, seed, runs, first day, program, command.
    public var manifest: Manifest
    /// The teams: short name and title.
    public var teams: [TeamName]
    /// The measures of the rows.
    public var measures: [KeptMeasure]
    /// What was forecast, a row for each measure, team and span.
    public var rows: [KeptRow]

    /// A forecast that is kept.
    public init(
        made: CivilMinute, subject: Subject, manifest: Manifest, teams: [TeamName], measures: [KeptMeasure],
        rows: [KeptRow]
    ) {
        self.made = made
        self.subject = subject
        self.manifest = manifest
        self.teams = teams
        self.measures = measures
        self.rows = rows
    }

    /// Whether a row of the same measure, team and span is there.
    public func speaks(of row: KeptRow) -> Bool { rows.contains { $0.place == row.place } }

    /// Puts rows in the place of those that speak of the same measure, team and span, and the others behind them: what
    /// was printed in the end is what is kept.
    public mutating func put(_ better: [KeptRow]) {
        var places: [KeptRow.Place: Int] = [:]  // lookup only
        for (index, row) in rows.enumerated() { places[row.place] = index }
        for row in better {
            if let index = places[row.place] {
                rows[index] = row
            } else {
                places[row.place] = rows.count
                rows.append(row)
            }
        }
    }

    /// A short name for its file: what was forecast, from when, and when it was made.
    public var fileName: String {
        let minute = made.description.replacing(" ", with: "T").replacing(":", with: "")
        return "\(manifest.scenario)-from-\(manifest.starts)-made-\(minute).json"
    }

    /// What it is called in sentences: `made on 3 January 2026, from 5 January 2026`.
    var words: String {
        "made on \(made.day.shortText) \(made.day.date.year), from \(manifest.starts.shortText) "
            + "\(manifest.starts.date.year)"
    }
}

/// A level and a range of a measure over a span.
public struct KeptRow: Hashable, Sendable {
    /// Where a range comes from.
    public enum Basis: String, CaseIterable, Sendable {
        /// From the runs of the simulation alone.
        case raw
        /// From how wrong forecasts made this way have been.
        case trusted
    }

    /// What tells a row from all others.
    struct Place: Hashable {
        var measure: String
        var team: String?
        var span: ForecastSpan
        var first: CivilDay
    }

    /// The measure's name.
    public var measure: String
    /// Short name of the team; nil for the whole service.
    public var team: String?
    /// How long a time it is of. Over a quarter or a year counts add up, and all else is the mean of its months, as
    /// in published figures.
    public var span: ForecastSpan
    /// The first day.
    public var first: CivilDay
    /// The last day.
    public var last: CivilDay
    /// The level that was said: of raw runs their mean.
    public var level: Double
    /// The lower end of the range.
    public var low: Double
    /// The upper end of the range.
    public var high: Double
    /// The chance that the range claims to hold what comes, between 0 and 1.
    public var chance: Double
    /// Where the range comes from.
    public var basis: Basis

    /// A row.
    public init(
        measure: String, team: String?, span: ForecastSpan, first: CivilDay, last: CivilDay, level: Double,
        low: Double, high: Double, chance: Double, basis: Basis
    ) {
        self.measure = measure
        self.team = team
        self.span = span
        self.first = first
        self.last = last
        self.level = level
        self.low = low
        self.high = high
        self.chance = chance
        self.basis = basis
    }

    var place: Place { Place(measure: measure, team: team, span: span, first: first) }
}
