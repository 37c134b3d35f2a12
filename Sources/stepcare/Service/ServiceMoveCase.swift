import ArgumentParser
import BookingService

/// `stepcare service move-case`.
struct ServiceMoveCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move-case",
        abstract: "Moves a case from its clinician to whoever has room: first in line for treatment (PO-8).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    func run() throws {
        let state = try options.perform(MoveCase(person: person))
        try options.print(state, state.words)
    }
}
