public import CareModel
public import Experiments
public import ScenarioFiles
import ServiceSimulation
public import Statistics

/// What a forecast found.
public struct ForecastOutcome: Sendable {
    /// The scenario, as it was run.
    public let loaded: LoadedScenario
    /// What was laid over it.
    public let changes: [ScenarioChange]
    /// How it was run.
    public let settings: RunSettings
    /// The runs one by one, and how their first days were made.
    public let result: ExperimentResult
    /// What is likely to become of each person who waits for a first appointment; nil if no database knows people, or
    /// whoever asked may not see them.
    public let people: [PersonForecast]?
    /// What the service's own log has of the same weeks a year before; nil without a database.
    let yearBefore: OwnYearBefore?

    /// Weeks that were forecast.
    public var weeks: Int { result.records.first?.weeks ?? 0 }
    /// Replications that were run.
    public var replications: Int { result.records.count }
    /// The minute of the service's own list, if the forecast began with one.
    public var minuteOfList: CivilMinute? {
        if case .database(let minute) = result.start.origin { minute } else { nil }
    }

    /// How well the mean first wait is known of the service and of each team, where a precision was asked that was not
    /// reached; nil if it was.
    public var shortfall: [KnownWait]? {
        guard !result.reachedPrecision else { return nil }
        return result.firstWaits(of: loaded.scenario).map { wait in
            KnownWait(team: wait.team.map { loaded.scenario.teams[$0].title }, interval: wait.interval)
        }
    }

    /// How well a mean first wait is known.
    public struct KnownWait: Sendable {
        /// The team's title; nil for the service.
        public let team: String?
        /// The interval; nil where the runs give none.
        public let interval: ConfidenceInterval?
    }
}
