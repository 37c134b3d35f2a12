import ArgumentParser
import BookingService
import BookingStore
import CareModel
import Forecasting
import Foundation
import Interchange

/// What every command at the desk has in common.
struct ServiceOptions: ParsableArguments {
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
    var format: ReplyFormat = .table

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

    /// Does what a command says, and gives the reply; every error is printed, with its exit code.
    /// - Parameter command: makes the command: names are looked up in the service.
    func perform<Command: UseCase>(_ command: (BookingService) throws -> Command) throws -> Command.Reply {
        try withService { try $0.perform(command($0), in: context) }
    }

    /// Does what a command says, and gives the reply; every error is printed, with its exit code.
    func perform<Command: UseCase>(_ command: Command) throws -> Command.Reply { try perform { _ in command } }

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
