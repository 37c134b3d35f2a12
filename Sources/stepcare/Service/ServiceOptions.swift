import ArgumentParser
import BookingService
import BookingStore
import CareModel
import Foundation
import Interchange

/// What every command at the desk has in common.
struct ServiceOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Argument(help: "The service's database.", completion: .file())
    var database: String

    @Option(help: "The present minute, YYYY-MM-DDTHH:MM (default: the clock, in London).")
    var now: Minute?

    @Flag(
        help: """
            The minute is meant, though it is far from the machine's clock or from the last entry of the log. The log \
            is ordered as its entries are made, so that a wrong minute in it keeps nobody from going on.
            """)
    var minuteIsMeant = false

    @Option(help: "Your number among the service's users.")
    var user: Int64?

    @Option(help: "A key of your choice: the same command with the same key happens once.")
    var key: String?

    @Option(help: "What to print: table or json.")
    var format: Format = .table

    /// When, by whom, and with which key.
    var context: BookingService.Context {
        let author = Author(user: user ?? 0, origin: "command line")
        let clock = Minute.present.minute
        var context = BookingService.Context(now: now?.minute ?? clock, author: author, key: key, clock: clock)
        context.isMinuteMeant = minuteIsMeant
        return context
    }

    /// Opens the service, does something with it, and closes it; every error is printed, with its exit code.
    func withService<Value>(_ body: (BookingService) throws -> Value) throws -> Value {
        do {
            let opened = try StoredService.open(database)
            defer { try? opened.close() }
            return try body(opened)
        } catch let failure {
            throw ServiceFailure.report(failure, database)
        }
    }

    /// Prints a reply: as JSON, or in words.
    func print(_ reply: some Encodable, _ words: @autoclosure () -> String) throws {
        switch format {
        case .json: try Terminal.print(ServiceOptions.json(reply) + "\n")
        case .table: try Terminal.print(ShownText.lines(words()) + "\n")
        }
    }

    private static func json(_ reply: some Encodable) throws -> String {
        String(decoding: try JSONEncoder.readable.encode(reply), as: UTF8.self)
    }
}

/// A minute on the command line.
struct Minute: ExpressibleByArgument, CustomStringConvertible {
    let minute: CivilMinute

    init(_ minute: CivilMinute) { self.minute = minute }

    init?(argument: String) {
        let parts = argument.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard parts.count == 2, let day = CivilDay(String(parts[0])) else { return nil }
        let clock = parts[1].split(separator: ":").map { Int($0) }
        guard clock.count == 2, let hour = clock[0], let minute = clock[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        self.minute = CivilMinute(day: day, minuteOfDay: hour * 60 + minute)
    }

    var description: String { minute.description }

    /// As the command line takes it, in one word.
    var argument: String { minute.description.split(separator: " ").joined(separator: "T") }

    /// The clock of the wall in the service's zone: the only place that reads it.
    static var present: Minute {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? calendar.timeZone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: Date())
        guard let year = parts.year, let month = parts.month, let number = parts.day,
            let day = CivilDay(year: year, month: month, day: number), let hour = parts.hour, let minute = parts.minute
        else { preconditionFailure("the clock has no date") }
        return Minute(CivilMinute(day: day, minuteOfDay: hour * 60 + minute))
    }
}

/// A minute on the command line, or a day: then the start of the working day is assumed.
struct MinuteOrDay: ExpressibleByArgument {
    let isTimeAssumed: Bool
    private let minute: CivilMinute

    init?(argument: String) {
        let exact = Minute(argument: argument)?.minute
        guard let minute = exact ?? CivilDay(argument).map({ CivilMinute(day: $0, minuteOfDay: 540) }) else {
            return nil
        }
        self.minute = minute
        isTimeAssumed = exact == nil
    }

    /// The minute; an assumed one of today is at the latest now.
    func minute(upTo now: CivilMinute) -> CivilMinute {
        isTimeAssumed && minute.day == now.day ? min(minute, now) : minute
    }
}

/// A day on the command line.
struct Day: ExpressibleByArgument {
    let day: CivilDay

    init?(argument: String) {
        guard let day = CivilDay(argument) else { return nil }
        self.day = day
    }
}

/// A team on the command line: its name, its title, or its number from 1.
struct NamedTeam: ExpressibleByArgument {
    let text: String

    init?(argument: String) { text = argument }

    /// The index of the team.
    func index(in service: BookingService) throws -> Int { try service.team(named: text) }
}

/// A clinician on the command line: the number, or the name.
struct NamedClinician: ExpressibleByArgument {
    let text: String

    init?(argument: String) { text = argument }

    /// The index of the clinician.
    func index(in service: BookingService) throws -> Int32 { try service.clinician(named: text) }
}

/// How many of something are asked for on the command line.
struct CountOption: ExpressibleByArgument {
    let count: Int

    init(_ count: Int) { self.count = count }

    init?(argument: String) {
        guard let count = Int(argument), (0...100_000).contains(count) else { return nil }
        self.count = count
    }
}

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
