import Allocation
import BookingStore
import CareModel

/// A clinician asks supervision about a person (ST-9): a ticket that is answered within four working days, an urgent
/// one within the hour. The reply is the ticket's number among the tasks.
public struct AskSupervision: UseCase {
    /// The person's number.
    public var person: Int64
    /// What is asked.
    public var question: String
    /// Whether it is to be answered within the hour.
    public var isUrgent: Bool

    /// The command.
    public init(person: Int64, question: String, isUrgent: Bool = false) {
        self.person = person
        self.question = question
        self.isUrgent = isUrgent
    }
}

extension AskSupervision {
    package static let name = "ask-supervision"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .person(person) }
    package var words: String { "asking supervision" }

    package func perform(in step: CommandStep) throws -> Int64 {
        let index = try step.index(of: person)
        guard step.box.desk.episodes[index].state.isOpen else {
            throw BookingError.impossible(person: person, state: .closed, command: words)
        }
        guard question.contains(where: { !$0.isWhitespace }) else {
            throw BookingError.invalid("a ticket asks something: say what, so that a supervisor can answer it")
        }
        let ticket = step.box.nextTask
        try step.decisions().log.tasks.add(
            isUrgent ? .urgentSupervisionTicket : .supervisionTicket,
            due: step.box.desk.answerDue(index, isUrgent: isUrgent), person: index, about: question)
        return ticket
    }
}
