import ArgumentParser
import BookingService

/// `stepcare service move-case`.
struct ServiceMoveCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move-case",
        abstract: "Moves a case from its clinician to whoever has room: first in line for treatment (PO-8).",
        discussion: """
            Where one clinician has a person from the referral on (CL-18), the case moves before the course begins \
            too, for a reason: --reason. What is booked with the first is given up, and the person is rebooked first.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "Why the case moves (TX-12); needed for somebody whose course has not begun.")
    var reason: String?

    func run() throws {
        let state = try options.perform(MoveCase(person: person, reason: reason))
        try options.print(state, state.words)
    }
}
