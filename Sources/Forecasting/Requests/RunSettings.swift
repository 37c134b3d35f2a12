public import Experiments
import ServiceSimulation
import Statistics

/// How forecasts and comparisons are run, whatever they are of.
public struct RunSettings: Hashable, Sendable {
    /// Weeks to forecast, ``weeksAllowed``; nil is as the scenario says.
    public var weeks: Int?
    /// Names the random numbers; the same seed gives the same answer.
    public var seed: UInt64 = 1
    /// Runs side by side, ``threadsAllowed``; it changes the time, never the answer.
    public var threads = 1
    /// Whether parts of a service that cannot meet run by themselves; it changes the time, never the answer.
    public var runsPartsApart = true
    /// Whether measures are taken by age, sex, ethnicity, deprivation, long-term condition and so on too (EQ-1).
    public var measuresGroups = false

    /// The usual settings, on one thread.
    public init() {}

    /// Weeks that can be forecast.
    public static let weeksAllowed = 1...520
    /// Threads that can be asked for.
    public static let threadsAllowed = 1...256

    /// What is out of range, with the faults of how many runs are asked for.
    func faults(with others: [SettingFault?]) -> [SettingFault] {
        let weeks = weeks.flatMap { SettingFault("weeks", $0, allowed: Self.weeksAllowed) }
        return ([weeks] + others + [SettingFault("threads", threads, allowed: Self.threadsAllowed)]).compactMap { $0 }
    }

    public func apply(to experiment: inout Experiment) {
        if let weeks { experiment.weeks = weeks }
        experiment.runsPartsApart = runsPartsApart
        if measuresGroups { experiment.scenario.measuresGroups = true }
    }
}

/// How many runs a forecast is made of.
public enum RunLength: Hashable, Sendable {
    /// So many, ``replicationsAllowed``.
    case replications(Int)
    /// As many as it takes until the mean first wait of the service and of each team is known this well: 0.02 is within
    /// 2%; above 0 and below 1. Each run after a warm-up then begins with a first day of its own.
    case precision(Double)

    /// What is run as a rule.
    public static let usual = RunLength.replications(30)

    /// Runs that can be asked for.
    public static let replicationsAllowed = 1...100_000
    /// Runs without which no precision is looked at.
    static let leastForPrecision = 10

    /// What is out of range; nil if nothing is.
    var fault: SettingFault? {
        switch self {
        case .replications(let count):
            SettingFault("replications", count, allowed: Self.replicationsAllowed)
        case .precision(let share):
            share > 0 && share < 1
                ? nil : SettingFault(setting: "precision", given: "\(share)", allowed: "above 0 and below 1")
        }
    }

    func apply(to experiment: inout Experiment) {
        switch self {
        case .replications(let count): experiment.replications = count
        case .precision(let share):
            experiment.replications = Self.leastForPrecision
            experiment.precision = .relative(share)
        }
    }
}
