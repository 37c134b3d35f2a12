import Allocation

/// Records that a hold is over: treatment can start (PR-3).
public struct EndHold: UseCase {
    /// The person's number.
    public var person: Int64

    /// The command.
    public init(person: Int64) {
        self.person = person
    }
}

extension EndHold {
    package static let name = "end-hold"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "ending a hold" }
    package var formerParts: [Any?] { [FormerForm(text: "(holdEnded:0)")] }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        try step.tell(person, words) { .holdEnded($0) }
    }
}
