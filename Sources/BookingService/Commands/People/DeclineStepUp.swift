import Allocation

/// Records that supervision did not agree a step-up: the course goes on at step 2, with whoever proposed it (ST-1).
public struct DeclineStepUp: UseCase {
    /// The person's number.
    public var person: Int64

    /// The command.
    public init(person: Int64) {
        self.person = person
    }
}

extension DeclineStepUp {
    package static let name = "decline-step-up"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .person(person) }
    package var words: String { "not agreeing a step-up" }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        try step.tell(person, words) { .stepUpDeclined($0) }
    }
}
