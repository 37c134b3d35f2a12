public import Allocation

/// Records an attempt of the clerk's to reach a person (RF-10).
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
        try step.tell(person, words) { .contactAttempted($0, answer) }
    }
}
