import BookingStore
import CareModel

/// A supervisor answers what a clinician asked about a person (ST-9); whoever asked does not.
public struct AnswerTicket: UseCase {
    /// The ticket's number among the tasks.
    public var task: Int64
    /// What is answered.
    public var answer: String

    /// The command.
    public init(task: Int64, answer: String) {
        self.task = task
        self.answer = answer
    }
}

extension AnswerTicket {
    package static let name = "answer-ticket"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .task(task) }
    package var words: String { "answering a ticket" }

    package func perform(in step: CommandStep) throws -> Bool {
        guard let ticket = try step.writer.tasks().first(where: { $0.task.task == task }),
            ticket.task.kind.isTicket, let person = ticket.task.person
        else { throw BookingError.invalid("there is no open ticket \(task): 'ticket' lists those that are open") }
        guard answer.contains(where: { !$0.isWhitespace }) else {
            throw BookingError.invalid("say what is answered, so that the clinician can act on it")
        }
        let asked = try step.writer.events(ofPerson: person).last { entry in
            if case .taskAdded(let added) = entry.event { added.task == task } else { false }
        }
        // In a service without users nobody is told apart; managers and administrators speak for supervision.
        let me = try step.writer.user(step.context.author.user)
        if let me, me.role == .clinician, asked?.by.user == me.user {
            throw BookingError.invalid("you asked it yourself: another clinician, or a manager, answers it")
        }
        try step.decisions().append(.taskDone(TaskDone(task: task, note: answer)))
        return true
    }
}
