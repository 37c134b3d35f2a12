import Allocation

/// Records that somebody who missed an appointment was in touch (AT-4).
public struct MakeContact: UseCase {
    /// The person's number.
    public var person: Int64

    /// The command.
    public init(person: Int64) {
        self.person = person
    }
}

extension MakeContact {
    package static let name = "make-contact"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "making contact" }
    package var formerParts: [Any?] { [FormerForm(text: "(madeContact:0)")] }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        try step.tell(person, words) { .madeContact($0) }
    }
}
