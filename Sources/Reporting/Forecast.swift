public import CareModel
public import Statistics

/// A finished forecast: everything that a table, a file, a report or a sentence is made of.
public struct Forecast: Sendable {
    /// What was run, so that it can be run again.
    public var manifest: Manifest
    /// The promises in force.
    public var standards: Standards
    /// The teams in order: short name and title.
    public var teams: [TeamName]
    /// Each measure over the whole horizon, first for the service, then by group.
    public var measures: [MeasureSummary]
    /// Each measure week by week.
    public var weekly: [WeeklyBand]
    /// How waits are distributed, by team.
    public var distributions: [WaitDistribution]
    /// Who waits on the first day (KT-8).
    public var waitingAtStart: [WaitingRow]
    /// Assessment weeks: how likely each is (PO-1).
    public var assessmentWeeks: [AssessmentWeekChance]
    /// Every number in force, with its source.
    public var assumptions: [AssumptionRow]
    /// What the model leaves out, a sentence each.
    public var notModelled: [String]

    /// A forecast with nothing in it yet.
    public init(manifest: Manifest, standards: Standards, teams: [TeamName]) {
        self.manifest = manifest
        self.standards = standards
        self.teams = teams
        measures = []
        weekly = []
        distributions = []
        waitingAtStart = []
        assessmentWeeks = []
        assumptions = []
        notModelled = Forecast.usuallyNotModelled
    }
}

/// A team's short name and title.
public struct TeamName: Sendable, Equatable {
    /// Lower case with hyphens, as in `group`.
    public var name: String
    /// As in headings.
    public var title: String

    /// A team's names.
    public init(name: String, title: String) {
        self.name = name
        self.title = title
    }
}

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

/// What a scenario was warned of, as `check` says it.
public struct RunWarning: Sendable, Equatable {
    /// The key that it is about.
    public var key: String
    /// What follows.
    public var words: String
    /// What to give instead; may be empty.
    public var advice: String

    /// A warning.
    public init(key: String, words: String, advice: String) {
        self.key = key
        self.words = words
        self.advice = advice
    }

    /// In one line.
    public var text: String { "\(key): \(words)" + (advice.isEmpty ? "" : " (\(advice))") }
}

/// For whom a measure holds. Fields that are nil do not restrict.
public struct MeasureGroup: Sendable, Hashable {
    /// Short name of the team.
    public var team: String?
    /// Name of the role.
    public var role: String?
    /// Name of the step.
    public var step: String?
    /// Cause of a breach: `slow-to-book`, `missed-or-moved-by-person`, `cancelled-by-service`, `no-free-slot`.
    public var cause: String?
    /// Why an episode ended.
    public var reason: String?
    /// The people who have one value of one characteristic (EQ-1).
    public var people: PeopleGroup?

    /// A group; with nothing given, the whole service.
    public init(
        team: String? = nil, role: String? = nil, step: String? = nil, cause: String? = nil, reason: String? = nil,
        people: PeopleGroup? = nil
    ) {
        self.team = team
        self.role = role
        self.step = step
        self.cause = cause
        self.reason = reason
        self.people = people
    }

    /// The fields that are set, in a fixed order.
    public var fields: [(name: String, value: String)] {
        [("team", team), ("role", role), ("step", step), ("cause", cause), ("reason", reason)].compactMap {
            name, value in
            value.map { (name, $0) }
        } + (people.map { [($0.characteristic, $0.value)] } ?? [])
    }
}

/// The people who have one value of one characteristic (EQ-1).
public struct PeopleGroup: Sendable, Hashable {
    /// Such as `sex` or `deprivation`.
    public var characteristic: String
    /// Such as `female` or `most-deprived-fifth`.
    public var value: String

    /// A group.
    public init(characteristic: String, value: String) {
        self.characteristic = characteristic
        self.value = value
    }
}

/// One measure over the whole horizon.
public struct MeasureSummary: Sendable, Equatable {
    /// Its name.
    public var measure: String
    /// `people`, `share`, `days`, `hours`, `appointments`, `weeks`, `calls`, `sessions`.
    public var unit: String
    /// For whom.
    public var group: MeasureGroup
    /// Mean over replications.
    public var mean: Double
    /// 95% confidence interval of the mean, within what is possible; nil for a single run, which bounds nothing.
    public var ci95: ClosedRange<Double>?
    /// 5th centile over replications; NaN for a single run.
    public var p05: Double
    /// Median over replications.
    public var p50: Double
    /// 95th centile over replications; NaN for a single run.
    public var p95: Double
    /// The runs one by one, which a verdict is counted from; nil where none is given.
    public var sample: RunSample?

    /// A summary.
    public init(
        measure: String, unit: String, group: MeasureGroup, mean: Double, ci95: ClosedRange<Double>?, p05: Double,
        p50: Double, p95: Double, sample: RunSample? = nil
    ) {
        self.measure = measure
        self.unit = unit
        self.group = group
        self.mean = mean
        self.ci95 = ci95
        self.p05 = p05
        self.p50 = p50
        self.p95 = p95
        self.sample = sample
    }
}

/// One measure in one week; centiles are NaN for a single run.
public struct WeeklyBand: Sendable, Equatable {
    /// The week, counted from 1.
    public var week: Int
    /// Its Monday.
    public var starts: CivilDay
    /// The measure.
    public var measure: String
    /// For whom.
    public var group: MeasureGroup
    /// Mean over replications.
    public var mean: Double
    /// 5th centile over replications.
    public var p05: Double
    /// 25th centile.
    public var p25: Double
    /// Median.
    public var p50: Double
    /// 75th centile.
    public var p75: Double
    /// 95th centile.
    public var p95: Double
    /// In how many replications it is above zero; nil where none has a number.
    public var any: Chance?
    /// Whether the mean is above that of the weeks before and after by more than the runs differ by chance.
    public var standsOut: Bool

    /// The share of replications in which it is above zero; NaN for a single run, which shows no chance.
    public var probabilityAny: Double { shown(\.share) }

    /// The chance that the runs show it to have at least, wrong at most once in twenty; NaN for a single run.
    public var probabilityAnyAtLeast: Double { shown(\.atLeast) }

    /// The chance that the runs show it to have at most, wrong at most once in twenty; NaN for a single run.
    public var probabilityAnyAtMost: Double { shown(\.atMost) }

    private func shown(_ number: KeyPath<Chance, Double>) -> Double {
        any.map { $0.runs > 1 ? $0[keyPath: number] : .nan } ?? .nan
    }

    /// A band.
    public init(
        week: Int, starts: CivilDay, measure: String, group: MeasureGroup, mean: Double, p05: Double, p25: Double,
        p50: Double, p75: Double, p95: Double, any: Chance?, standsOut: Bool = false
    ) {
        self.week = week
        self.starts = starts
        self.measure = measure
        self.group = group
        self.mean = mean
        self.p05 = p05
        self.p25 = p25
        self.p50 = p50
        self.p75 = p75
        self.p95 = p95
        self.any = any
        self.standsOut = standsOut
    }
}

/// How a wait is distributed over people, all replications together.
public struct WaitDistribution: Sendable, Equatable {
    /// The measure, such as `first-appointment-wait`.
    public var measure: String
    /// For whom.
    public var group: MeasureGroup
    /// Mean number of people a replication by whole days waited: element d is d days; the last is that many or more.
    public var people: [Double]

    /// A distribution.
    public init(measure: String, group: MeasureGroup, people: [Double]) {
        self.measure = measure
        self.group = group
        self.people = people
    }
}

/// A line of the waiting-list snapshot (KT-8).
public struct WaitingRow: Sendable, Equatable {
    /// Short name of the team.
    public var team: String
    /// What for: `first-appointment`, `treatment`, `step-up`.
    public var queue: String
    /// Step waited for.
    public var step: String
    /// Therapy waited for, where it is agreed.
    public var modality: String?
    /// People.
    public var people: Int
    /// Mean days waited.
    public var meanDays: Double
    /// Longest wait, days.
    public var longestDays: Int
    /// People who have waited longer than each of the days that breaches are counted by (`Standards.breachDays`), in
    /// that order.
    public var over: [Int]

    /// A line.
    public init(
        team: String, queue: String, step: String, modality: String?, people: Int, meanDays: Double, longestDays: Int,
        over: [Int]
    ) {
        self.team = team
        self.queue = queue
        self.step = step
        self.modality = modality
        self.people = people
        self.meanDays = meanDays
        self.longestDays = longestDays
        self.over = over
    }
}

/// How likely a week is to be an assessment week (PO-1).
public struct AssessmentWeekChance: Sendable, Equatable {
    /// Short name of the team.
    public var team: String
    /// The week's Monday.
    public var starts: CivilDay
    /// In how many replications it is one.
    public var chance: Chance

    /// The share of replications; NaN for a single run, which shows no chance.
    public var probability: Double { chance.runs > 1 ? chance.share : .nan }

    /// The chance that the runs show it to have at least, wrong at most once in twenty; NaN for a single run.
    public var probabilityAtLeast: Double { chance.runs > 1 ? chance.atLeast : .nan }

    /// The chance that the runs show it to have at most, wrong at most once in twenty; NaN for a single run.
    public var probabilityAtMost: Double { chance.runs > 1 ? chance.atMost : .nan }

    /// A chance.
    public init(team: String, starts: CivilDay, chance: Chance) {
        self.team = team
        self.starts = starts
        self.chance = chance
    }
}

/// A number in force and where it comes from.
public struct AssumptionRow: Sendable, Equatable {
    /// Full key.
    public var key: String
    /// The value as the scenario writes it.
    public var value: String
    /// Its unit.
    public var unit: String
    /// `policy`, `published`, `measured` or `assumed`.
    public var source: String
    /// Ids of the rules it belongs to.
    public var rules: String
    /// What it means.
    public var meaning: String
    /// Where exactly it comes from, if the scenario says so.
    public var note: String
    /// Whether the scenario left it at its default.
    public var isDefault: Bool

    /// A row.
    public init(
        key: String, value: String, unit: String, source: String, rules: String, meaning: String, note: String,
        isDefault: Bool
    ) {
        self.key = key
        self.value = value
        self.unit = unit
        self.source = source
        self.rules = rules
        self.meaning = meaning
        self.note = note
        self.isDefault = isDefault
    }
}
