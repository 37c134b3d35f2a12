import ArgumentParser
import BookingService

/// `stepcare service confirmed`.
struct ServiceConfirmed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirmed", abstract: "The person confirms an appointment, where that must be done (FA-7).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The appointment's number.")
    var appointment: Int64

    func run() throws {
        let state = try options.perform(Confirmed(appointment: appointment))
        try options.print(state, state.words)
    }
}

/// `stepcare service unconfirmed`.
struct ServiceUnconfirmed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unconfirmed",
        abstract: "Cancels what was not confirmed in time: its time is free, and people wait for another (FA-7).")

    @OptionGroup var options: ServiceOptions

    func run() throws {
        let cancelled = try options.perform(CancelUnconfirmed())
        try options.print(
            cancelled,
            cancelled.isEmpty
                ? "Nothing is unconfirmed past its time." : cancelled.map(\.words).joined(separator: "\n"))
    }
}
