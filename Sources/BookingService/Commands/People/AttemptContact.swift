public import Allocation
import CareModel

/// Records an attempt of the clerk's to reach a person (RF-10). One in vain that does not count yet, because there was
/// another on the day, is refused with ``BookingError/attemptTooSoon(person:made:of:counts:isByMessage:)``.
public struct AttemptContact: UseCase {
    /// The person's number.
    public var person: Int64
    /// What it came to.
    public var answer: ContactAnswer

    /// The command.
    public init(person: Int64, answer: ContactAnswer) {
        self.person = person
        self.answer = answer
    }
}

extension AttemptContact {
    package static let name = "attempt-contact"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "an attempt to make contact" }
    package var formerParts: [Any?] { [FormerForm(text: "(contactAttempted:(.0:0,.1:\(answer)))")] }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        if answer == .notReached { try requireAnotherDay(step) }
        return try step.tell(person, words) { .contactAttempted($0, answer) }
    }

    /// Several attempts in vain on one day are one: a case is not closed in ten minutes (RF-10).
    private func requireAnotherDay(_ step: CommandStep) throws {
        let index = try step.index(of: person)
        guard step.box.desk.episodes[index].state == .awaitingContact,
            let day = step.box.desk.nextAttemptCounts(index)
        else { return }
        let rule = step.box.desk.rules[step.box.desk.team(index)].contact
        throw BookingError.attemptTooSoon(
            person: person, made: Int(step.box.desk.people[index].contactAttempts), of: rule.attempts, counts: day,
            isByMessage: rule.isByMessage)
    }
}
