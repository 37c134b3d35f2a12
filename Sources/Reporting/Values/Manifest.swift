public import CareModel

/// What was run, so that it can be run again.
public struct Manifest: Sendable, Equatable {
    /// Short name of the scenario.
    public var scenario: String
    /// Title of the scenario.
    public var title: String
    /// SHA-256 of the scenario's files and overrides, hexadecimal.
    public var scenarioSHA256: String
    /// The seed.
    public var seed: UInt64
    /// Replications that were run.
    public var replications: Int
    /// Weeks forecast.
    public var weeks: Int
    /// The first day, a Monday.
    public var starts: CivilDay
    /// Version of the program.
    public var version: String
    /// Events that fired, over all replications and the warm-up.
    public var events: UInt64
    /// How the first day was made, in one sentence.
    public var start: String
    /// What was changed for this run (`--set`), in the order given.
    public var changes: [RunChange]
    /// The command that makes the result again, for a shell; empty if no command made it.
    public var command: String
    /// What the scenario was warned of: numbers that nobody gave and that carry the result, and what has no effect.
    public var warnings: [RunWarning]

    /// A manifest.
    public init(
        scenario: String, title: String, scenarioSHA256: String, seed: UInt64, replications: Int, weeks: Int,
        starts: CivilDay, version: String, events: UInt64, start: String, changes: [RunChange] = [],
        command: String = "", warnings: [RunWarning] = []
    ) {
        self.scenario = scenario
        self.title = title
        self.scenarioSHA256 = scenarioSHA256
        self.seed = seed
        self.replications = replications
        self.weeks = weeks
        self.starts = starts
        self.version = version
        self.events = events
        self.start = start
        self.changes = changes
        self.command = command
        self.warnings = warnings
    }
}
