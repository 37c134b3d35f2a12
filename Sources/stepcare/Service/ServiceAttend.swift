import ArgumentParser
import BookingService

/// `stepcare service attend`.
struct ServiceAttend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attend", abstract: "Records what became of an appointment, by its national code (AT-1).",
        discussion: """
            However late it is recorded, waits are counted to the appointment itself. What does not go together, or is \
            not of this kind of appointment, is refused. A wrong outcome is put right with 'correct'.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The appointment's number.")
    var appointment: Int64

    @OptionGroup var contact: ContactOptions

    func validate() throws {
        guard contact.code != nil else { throw ValidationError("Give --code: 5, 6, 7 or 3.") }
    }

    func run() throws {
        let record = contact.record
        let state = try options.perform(Attend(appointment: appointment, contact: record))
        try options.print(state, state.words)
    }
}
