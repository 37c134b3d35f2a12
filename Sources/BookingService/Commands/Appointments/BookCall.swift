import Allocation

/// Books a keeping-in-touch call with whoever of the step has time first (KT-2).
public struct BookCall: UseCase {
    /// The person's number.
    public var person: Int64

    /// The command.
    public init(person: Int64) {
        self.person = person
    }
}

extension BookCall {
    package static let name = "book-call"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "booking a call" }
    package var formerParts: [Any?] { [FormerForm(text: "(callDue:0)")] }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        try step.tell(person, words) { .callDue($0) }
    }
}
