public import CareModel

/// A finished comparison: what a table, a file or a sentence of it is made of.
public struct ComparisonReport: Sendable {
    /// The scenarios; the first is what the others are compared with.
    public var scenarios: [ComparedScenario]
    /// The seed.
    public var seed: UInt64
    /// Replications of each.
    public var replications: Int
    /// Weeks of each.
    public var weeks: Int
    /// The first day.
    public var starts: CivilDay
    /// Version of the program.
    public var version: String
    /// Whether all begin with the list of the first.
    public var sharesFirstDays: Bool
    /// Short names and titles of the teams that all have.
    public var teams: [TeamName]
    /// The command that makes the result again, for a shell; empty if no command made it.
    public var command: String
    /// Each measure, first for the service, then by team.
    public var rows: [ComparisonRow]
    /// Each measure that is followed week by week, first for the service, then by team.
    public var weekly: [ComparisonWeeks]

    /// A comparison with nothing in it yet.
    public init(
        scenarios: [ComparedScenario], seed: UInt64, replications: Int, weeks: Int, starts: CivilDay, version: String,
        sharesFirstDays: Bool, teams: [TeamName], command: String = ""
    ) {
        self.scenarios = scenarios
        self.seed = seed
        self.replications = replications
        self.weeks = weeks
        self.starts = starts
        self.version = version
        self.sharesFirstDays = sharesFirstDays
        self.teams = teams
        self.command = command
        rows = []
        weekly = []
    }
}

/// A scenario of a comparison.
public struct ComparedScenario: Sendable, Equatable {
    /// The name by which it is told from the others.
    public var name: String
    /// Title of the scenario.
    public var title: String
    /// SHA-256 of the scenario's files and overrides, hexadecimal.
    public var sha256: String
    /// What was changed beside what its files say, in the order given.
    public var changes: [RunChange]
    /// The promises in force, whose days are in the names of measures.
    public var standards: Standards
    /// What it was warned of, as ``Manifest/warnings``.
    public var warnings: [RunWarning]

    /// A scenario.
    public init(
        name: String, title: String, sha256: String, changes: [RunChange] = [], standards: Standards = Standards(),
        warnings: [RunWarning] = []
    ) {
        self.name = name
        self.title = title
        self.sha256 = sha256
        self.changes = changes
        self.standards = standards
        self.warnings = warnings
    }

    /// Its title with what was changed.
    var fullTitle: String { (title.isEmpty ? name : title) + RunChange.words(changes) }
}

/// One measure of all scenarios.
public struct ComparisonRow: Sendable, Equatable {
    /// Its name.
    public var measure: String
    /// `people`, `share`, `days`, `appointments` …
    public var unit: String
    /// For whom.
    public var group: MeasureGroup
    /// The mean of each scenario; nil where nobody was there to be measured.
    public var means: [Double?]
    /// How each scenario but the first differs from the first; nil where that cannot be said.
    public var differences: [MeasureDifference?]

    /// A row.
    public init(
        measure: String, unit: String, group: MeasureGroup, means: [Double?], differences: [MeasureDifference?]
    ) {
        self.measure = measure
        self.unit = unit
        self.group = group
        self.means = means
        self.differences = differences
    }
}

/// One measure of all scenarios, week by week.
public struct ComparisonWeeks: Sendable, Equatable {
    /// Its name.
    public var measure: String
    /// For whom.
    public var group: MeasureGroup
    /// For each scenario and week the mean; nil where nobody was there to be measured.
    public var means: [[Double?]]

    /// A measure week by week.
    public init(measure: String, group: MeasureGroup, means: [[Double?]]) {
        self.measure = measure
        self.group = group
        self.means = means
    }
}

/// How one scenario differs from another, over the same luck.
public struct MeasureDifference: Sendable, Equatable {
    /// The mean difference.
    public var mean: Double
    /// Its 95% confidence interval, of the pairs (Student's t).
    public var ci95: ClosedRange<Double>
    /// Correlation of the pairs, -1 … 1: how much of chance cancels.
    public var correlation: Double

    /// A difference.
    public init(mean: Double, ci95: ClosedRange<Double>, correlation: Double) {
        self.mean = mean
        self.ci95 = ci95
        self.correlation = correlation
    }

    /// Whether the interval leaves out zero.
    public var isClear: Bool { !ci95.contains(0) }
}
