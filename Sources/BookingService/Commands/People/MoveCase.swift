import Allocation

/// Moves a case from its clinician to whoever has room (PO-8): the person is first in line for treatment.
public struct MoveCase: UseCase {
    /// The person's number.
    public var person: Int64

    /// The command.
    public init(person: Int64) {
        self.person = person
    }
}

extension MoveCase {
    package static let name = "move-case"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "moving a case" }
    package var formerParts: [Any?] { [FormerForm(text: "(caseMoved:0)")] }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        try step.tell(person, words) { .caseMoved($0) }
    }
}
