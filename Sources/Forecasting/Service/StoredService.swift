public import BookingService
public import BookingStore
import CareModel
public import ScenarioFiles
public import ServiceSimulation

/// A service that is kept in a database, opened with the scenario that the database keeps.
public enum StoredService {
    /// Opens it.
    /// - Throws: ``ForecastingError``.
    public static func open(_ path: String) throws(ForecastingError) -> BookingService {
        try ForecastingError.wrapping {
            let store = try BookingStore.open(at: path)
            do {
                return BookingService(store, policy: ServicePolicy(try scenario(of: store).scenario))
            } catch {
                try? store.close()
                throw error
            }
        }
    }

    /// What the service of a database is called.
    /// - Throws: ``ForecastingError``.
    public static func title(at path: String) throws(ForecastingError) -> String {
        try ForecastingError.wrapping {
            let store = try BookingStore.open(at: path)
            defer { try? store.close() }
            return try scenario(of: store).scenario.title
        }
    }

    /// The scenario that a database keeps, as it keeps it.
    static func text(of store: BookingStore) throws -> StoredScenario {
        guard let initialised = try store.read({ try $0.service() }) else { throw BookingError.notInitialised }
        return try StoredScenario(text: initialised.scenario)
    }

    /// The scenario that a database keeps.
    /// - Parameter changes: what is laid over it.
    /// - Throws: ``ForecastingError``.
    public static func scenario(
        of store: BookingStore, _ changes: [ScenarioChange] = []
    ) throws(ForecastingError) -> LoadedScenario {
        try ForecastingError.wrapping {
            let stored = try text(of: store)
            do throws(ScenarioErrors) {
                return try stored.load(changes)
            } catch {
                throw ForecastingError.storedScenario(error)
            }
        }
    }
}

extension ServicePolicy {
    /// How a scenario's teams book.
    public init(_ scenario: ServiceScenario) {
        self.init(
            rules: scenario.teams.map {
                $0.practice.bookingRules(openingHours: $0.openingHours, youngestAge: $0.youngestAge)
            },
            releaseDays: scenario.teams.map(\.practice.diary.releaseDays), standards: scenario.standards,
            closedDays: scenario.closedDays)
        teamNames = scenario.teams.map(\.name)
    }
}
