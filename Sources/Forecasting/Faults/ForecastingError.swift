public import BookingService
public import BookingStore
public import PublishedStatistics
public import ScenarioFiles

/// Why there is no forecast.
public enum ForecastingError: Error, Sendable, CustomStringConvertible {
    /// The scenario cannot be loaded: every fault, with its place.
    case scenario(ScenarioErrors)
    /// The scenario that a database keeps cannot be loaded.
    case storedScenario(ScenarioErrors)
    /// The database cannot be read.
    case store(StoreError)
    /// The service refuses, or its teams are not those of the scenario.
    case service(BookingError)
    /// The published file cannot be read, or has not what was asked for.
    case published(PublishedError)
    /// A provider's figures say too little to fit a scenario to.
    case notEstimable(NotEstimable)
    /// What was asked is out of range: everything that is.
    case settings([SettingFault])
    /// It was cancelled.
    case cancelled
    /// Something that no case foresees, in its own words.
    case unexpected(String)

    /// In words.
    public var description: String {
        switch self {
        case .scenario(let errors), .storedScenario(let errors): errors.description
        case .store(let error): error.description
        case .service(let error): "\(error)"
        case .published(let error): error.description
        case .notEstimable(let error): error.description
        case .settings(let faults): faults.map { "\($0)" }.joined(separator: "\n")
        case .cancelled: "cancelled"
        case .unexpected(let words): words
        }
    }

    /// Does something whose errors are several.
    static func wrapping<Value>(_ body: () throws -> Value) throws(ForecastingError) -> Value {
        do {
            return try body()
        } catch let error as ForecastingError {
            throw error
        } catch let error as BookingError {
            throw .service(error)
        } catch let error as StoreError {
            throw .store(error)
        } catch {
            throw .unexpected("\(error)")
        }
    }
}
