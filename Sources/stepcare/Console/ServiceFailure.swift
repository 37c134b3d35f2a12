import ArgumentParser
import BookingService
import BookingStore
import Interchange

/// Errors of the desk, with the exit codes of the design.
enum ServiceFailure {
    static func report(_ failure: any Error, _ database: String) -> any Error {
        switch failure {
        case let code as ExitCode: return code
        case let error as BookingError:
            Terminal.say("\(database): \(error)")
            return Exit.badData
        case let error as StoreError:
            Terminal.say(error.description)
            return exit(of: error)
        case let error as InterchangeError:
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
