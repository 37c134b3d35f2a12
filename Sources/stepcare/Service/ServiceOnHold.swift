import ArgumentParser
import BookingService

/// `stepcare service on-hold`.
struct ServiceOnHold: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "on-hold",
        abstract: "Puts treatment off until a day, names another day, or ends a hold (PR-3, RF-11).",
        discussion: """
            For somebody who waits for treatment and cannot start yet. On the day 'tasks' lists the person: then the \
            hold ends, or is prolonged. Who is on hold keeps no place in the list; the wait begins anew when it ends.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "The day on which it is seen whether the person can start, YYYY-MM-DD.")
    var until: Day?

    @Option(help: "With --until: why treatment is put off.")
    var why: String?

    @Flag(help: "The hold is over: the person waits for treatment.")
    var end = false

    func validate() throws {
        guard end == (until == nil) else { throw ValidationError("Give --until, or --end.") }
        guard end == (why == nil) else { throw ValidationError("--why goes with --until, and says why.") }
    }

    func run() throws {
        guard let until, let why else {
            let state = try options.perform(EndHold(person: person))
            return try options.print(state, state.words)
        }
        let state = try options.perform(PutOnHold(person: person, until: until.day, why: why))
        try options.print(state, state.words)
    }
}
