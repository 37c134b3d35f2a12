import Allocation

/// Records that supervision agreed a step-up (ST-1).
public struct AgreeStepUp: UseCase {
    /// The person's number.
    public var person: Int64

    /// The command.
    public init(person: Int64) {
        self.person = person
    }
}

extension AgreeStepUp {
    package static let name = "agree-step-up"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .person(person) }
    package var words: String { "agreeing a step-up" }
    package var formerParts: [Any?] { [FormerForm(text: "(stepUpAgreed:0)")] }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        try step.tell(person, words) { .stepUpAgreed($0) }
    }
}
