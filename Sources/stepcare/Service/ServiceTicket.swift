import ArgumentParser
import BookingService
import BookingStore
import CareModel

/// `stepcare service ticket`.
struct ServiceTicket: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ticket",
        abstract: "Questions to supervision that are open; with --person, asks one; with --task, answers one (ST-9).",
        discussion: """
            A ticket is answered within four working days, an urgent one within the hour; how soon, the service's \
            scenario says (step-up). Whoever asked does not answer.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "Ask about this person.")
    var person: Int64?

    @Option(help: "With --person: what is asked.")
    var question: String?

    @Flag(help: "With --person: to be answered within the hour.")
    var urgent = false

    @Option(help: "Answer the ticket with this number.")
    var task: Int64?

    @Option(help: "With --task: what is answered.")
    var answer: String?

    func validate() throws {
        guard person == nil || task == nil else { throw ValidationError("Give --person to ask, or --task to answer.") }
        guard (question != nil) == (person != nil) else {
            throw ValidationError("--person and --question go together.")
        }
        guard (answer != nil) == (task != nil) else { throw ValidationError("--task and --answer go together.") }
        guard !urgent || person != nil else { throw ValidationError("--urgent goes with --person.") }
    }

    func run() throws {
        if let person, let question {
            let number = try options.perform(AskSupervision(person: person, question: question, isUrgent: urgent))
            return try options.print(["task": number], "Ticket \(number) waits for a supervisor.")
        }
        if let task, let answer {
            _ = try options.perform(AnswerTicket(task: task, answer: answer))
            return try options.print(["task": task], "Ticket \(task) is answered.")
        }
        let tickets = try options.withService { try $0.tickets(in: options.context) }
        let rows = tickets.map { ticket in
            [
                ticket.task.map { String($0) } ?? "-", ticket.person.map { String($0) } ?? "-", ticket.name ?? "-",
                ticket.due.description + (ticket.isOverdue ? " (overdue)" : ""), ticket.about ?? "-",
            ]
        }
        let overdue = tickets.count { $0.isOverdue }
        try options.print(
            tickets,
            TextTable.lines([["ticket", "person", "name", "answer by", "question"]] + rows)
                + "\n\(tickets.count) to answer; \(overdue) overdue.")
    }
}
