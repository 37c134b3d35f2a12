public import CareModel

/// Which assumptions drive an answer: what a table, a file, a sentence or a page of it is made of.
public struct SensitivityReport: Sendable {
    /// An assumption, and what moving it does.
    public struct Row: Sendable {
        /// Its key.
        public var key: String
        /// What it means.
        public var meaning: String
        /// Its unit.
        public var unit: String
        /// What it is, and between which ends it was moved.
        public var value: Double
        /// The lower end.
        public var low: Double
        /// The upper end.
        public var high: Double
        /// The mean size of what moving it from end to end does, along random paths.
        public var size: Double
        /// How much that differs from path to path.
        public var deviation: Double
        /// What its ends do to the measure, with the 95% interval; nil for one that was not looked at more closely.
        public var ends: (low: MeasureDifference, high: MeasureDifference)?
        /// The share of the variance that it makes alone and with others, with standard errors; nil where not asked.
        public var share: (first: Double, firstError: Double, total: Double, totalError: Double)?

        /// An assumption.
        public init(
            key: String, meaning: String, unit: String, value: Double, low: Double, high: Double, size: Double,
            deviation: Double
        ) {
            self.key = key
            self.meaning = meaning
            self.unit = unit
            self.value = value
            self.low = low
            self.high = high
            self.size = size
            self.deviation = deviation
        }

        /// What its ends do to the measure, from one to the other; 0 where not looked at.
        public var span: Double { ends.map { abs($0.high.mean - $0.low.mean) } ?? 0 }

        /// Whether an end moves the measure beyond chance.
        public var isClear: Bool { ends.map { $0.low.isClear || $0.high.isClear } ?? false }
    }

    /// The scenario.
    public var scenario: ComparedScenario
    /// The measure's name in files.
    public var measure: String
    /// What it is called.
    public var title: String
    /// Its unit.
    public var unit: String
    /// The change whose difference is looked at, in words; empty for the scenario itself.
    public var variant: String
    /// The measure as it is: mean of the runs.
    public var base: Double
    /// The assumptions, the one that moves most first.
    public var rows: [Row] = []
    /// The share of the variance that luck makes alone; nil where not asked.
    public var luck: (share: Double, error: Double)?
    /// The first day, and weeks of each run.
    public var starts: CivilDay
    /// Weeks of each run.
    public var weeks: Int
    /// The seed.
    public var seed: UInt64
    /// Runs in all, random paths, runs at each end, rows of the samples of shares.
    public var runs = (all: 0, paths: 0, atEnds: 0, rows: 0)
    /// Runs of numbers that the scenario cannot have together, which were run as if nothing had been moved.
    public var refused = 0
    /// Version of the program.
    public var version: String
    /// The command that makes it again; empty if no command made it.
    public var command: String

    /// An answer without rows yet.
    public init(
        scenario: ComparedScenario, measure: String, title: String, unit: String, variant: String, base: Double,
        starts: CivilDay, weeks: Int, seed: UInt64, version: String, command: String
    ) {
        self.scenario = scenario
        self.measure = measure
        self.title = title
        self.unit = unit
        self.variant = variant
        self.base = base
        self.starts = starts
        self.weeks = weeks
        self.seed = seed
        self.version = version
        self.command = command
    }
}
