public import BookingStore
public import CareModel
import Experiments
public import ScenarioFiles
import ServiceSimulation

/// A forecast that is asked for, of a scenario or of a service as it is today.
///
/// ```swift
/// let request = ForecastRequest(of: .scenario(.text(yaml)))
/// let outcome = try request.prepare().run()
/// ```
public struct ForecastRequest: Sendable {
    /// What is forecast.
    public enum Subject: Sendable {
        /// A scenario that is described.
        case scenario(ScenarioSource)
        /// A service, from its database's list of a minute.
        case service(TodaySource)
    }

    /// What is forecast.
    public var subject: Subject
    /// What is laid over the scenario, in order.
    public var changes: [ScenarioChange]
    /// How many runs.
    public var length = RunLength.usual
    /// How it is run.
    public var settings = RunSettings()
    /// Where first days are kept that warm-ups make; nil makes them anew.
    public var firstDays: KeptFirstDays?
    /// Whether everybody who waits is followed one by one, where a service's list is known and whoever asks may see
    /// people; it changes no other number.
    public var followsPeople = true

    /// A forecast of thirty runs.
    public init(of subject: Subject, changes: [ScenarioChange] = []) {
        self.subject = subject
        self.changes = changes
    }

    /// What is out of range.
    public var faults: [SettingFault] { settings.faults(with: [length.fault]) }

    /// Loads what is forecast, and checks what is asked.
    /// - Throws: ``ForecastingError``.
    public func prepare() throws(ForecastingError) -> PreparedForecast {
        let faults = faults
        guard faults.isEmpty else { throw .settings(faults) }
        switch subject {
        case .scenario(let source):
            do {
                let loaded = try ScenarioLoader.load(source, changes: changes)
                return PreparedForecast(request: self, loaded: loaded, today: nil, warnings: loaded.warnings)
            } catch {
                throw .scenario(error)
            }
        case .service(let source):
            let today = try ServiceToday(
                database: source.database, now: source.now, by: source.author, source.scenario, changes,
                weeks: settings.weeks, for: followsPeople ? nil : "forecast")
            return PreparedForecast(
                request: self, loaded: today.loaded, today: today,
                warnings: source.scenario == nil ? [] : today.loaded.warnings)
        }
    }
}

/// A service's database, and who looks at it when.
public struct TodaySource: Hashable, Sendable {
    /// The database's path.
    public var database: String
    /// The present minute.
    public var now: CivilMinute
    /// Who asks, and from where.
    public var author: Author
    /// Another scenario than the database's own, to try something out on today's list.
    public var scenario: ScenarioSource?

    /// A database at a minute.
    public init(database: String, now: CivilMinute, by author: Author, scenario: ScenarioSource? = nil) {
        self.database = database
        self.now = now
        self.author = author
        self.scenario = scenario
    }
}
