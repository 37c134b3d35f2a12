import ArgumentParser
import BookingService
import BookingStore
import Forecasting
import Interchange
import PublishedStatistics
import ScenarioFiles

/// Errors of the desk, with the exit codes of the design.
enum ServiceFailure {
    static func report(_ failure: any Error, _ database: String) -> any Error {
        switch failure {
        case let code as ExitCode: return code
        case BookingError.store(let error):
            Terminal.say(error.description)
            return exit(of: error)
        case let error as BookingError:
            Terminal.say("\(database): \(error)")
            return Exit.badData
        case let error as StoreError:
            Terminal.say(error.description)
            return exit(of: error)
        case let error as InterchangeError:
            return report(error, database)
        case let error as ForecastingError:
            return report(error, database)
        default:
            Terminal.say("\(database): \(failure)")
            return Exit.inputOutput
        }
    }

    private static func report(_ error: InterchangeError, _ database: String) -> ExitCode {
        switch error {
        case .faults:
            Terminal.say(error.description)
            return Exit.badData
        case .cannotAccess:
            Terminal.say(error.description)
            return Exit.inputOutput
        case .invalid:
            Terminal.say("\(database): \(error)")
            return Exit.badData
        }
    }

    /// Says why there is no forecast.
    /// - Parameter database: the database that was asked, if one was.
    static func report(_ error: ForecastingError, _ database: String) -> any Error {
        switch error {
        case .scenario(let errors):
            return report(errors)
        case .storedScenario(let errors):
            Terminal.say("\(database): \(errors)")
            return ExitCode(errors.kind.exitCode)
        case .store(let error): return report(error as any Error, database)
        case .service(let error): return report(error as any Error, database)
        case .published(let error):
            Terminal.say(error.description)
            return exit(of: error)
        case .notEstimable(let error):
            Terminal.say("\(database): \(error)")
            return Exit.badData
        case .settings(let faults): return ValidationError(faults.map { "--\($0)." }.joined(separator: "\n"))
        case .cancelled: return Exit.interrupted
        case .unexpected(let words):
            Terminal.say("\(database): \(words)")
            return Exit.inputOutput
        }
    }

    private static func exit(of error: PublishedError) -> ExitCode {
        switch error {
        case .cannotRead: Exit.missingInput
        case .faults: Exit.badData
        }
    }

    /// Says everything that is wrong with a scenario.
    static func report(_ errors: ScenarioErrors) -> ExitCode {
        Terminal.say(errors.description)
        return ExitCode(errors.kind.exitCode)
    }

    private static func exit(of error: StoreError) -> ExitCode {
        switch error {
        case .missing: Exit.missingInput
        case .exists, .leftBeside, .notADatabase, .notABookingStore, .corrupted, .newerSchema, .olderSchema,
            .doubleBooking,
            .invalidPlacement, .refused, .keyReused, .unreadableEntry:
            Exit.badData
        case .readOnly, .diskFull, .disk, .busy, .closed, .database: Exit.inputOutput
        }
    }
}
