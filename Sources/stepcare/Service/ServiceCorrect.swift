import ArgumentParser
import BookingService

/// `stepcare service correct`.
struct ServiceCorrect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Puts a wrong outcome right, by an entry of its own (BK-4).",
        discussion: """
            Give what is right as for 'attend'. What followed from the wrong outcome is undone, and what follows from \
            the right one is done. Where only the scores, or whether somebody was late, were wrong, what was agreed \
            stays. With --undo the appointment has no outcome again; one that was cancelled stands again, if its time \
            is free. Nothing is deleted: the log keeps both.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The appointment's number.")
    var appointment: Int64

    @Flag(help: "Only undo what was recorded.")
    var undo = false

    @Option(help: "What was wrong.")
    var why = ""

    @OptionGroup var contact: ContactOptions

    func validate() throws {
        guard undo != (contact.code != nil) else {
            throw ValidationError("Give --code with what is right, or --undo.")
        }
        guard !undo || contact.record.parts.isEmpty else {
            throw ValidationError("--undo goes with none of the others.")
        }
    }

    func run() throws {
        let record = contact.code == nil ? nil : contact.record
        let reply = try options.perform(Correct(appointment: appointment, contact: record, why: why))
        try options.print(reply, reply.words)
    }
}

/// `stepcare service reopen`.
struct ServiceReopen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Takes back the end of an episode that was a mistake (BK-4).",
        discussion: """
            The person is where they were, with what was booked of the course as far as its time is still free. Where \
            an outcome ended the episode, that is put right ('correct').
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "What was wrong.")
    var why = ""

    func run() throws {
        let reply = try options.perform(Reopen(person: person, why: why))
        try options.print(reply, reply.words)
    }
}

extension CorrectionReply {
    /// What came of it, in sentences.
    var words: String {
        func list(_ numbers: [Int64]) -> String { numbers.map(String.init).joined(separator: ", ") }
        var lines = [state.words]
        if !restored.isEmpty { lines.append("Stands again: \(list(restored)).") }
        if !givenUp.isEmpty { lines.append("Given up, for it was booked on what was wrong: \(list(givenUp)).") }
        if !lost.isEmpty { lines.append("Does not stand again, for its time is taken or over: \(list(lost)).") }
        return lines.joined(separator: "\n")
    }
}
