import Allocation

/// A person gives up the seat in a course (TX-4): who waits is where they were in the list; who had begun goes on alone
/// with the case manager.
public struct LeaveGroup: UseCase {
    /// The person's number.
    public var person: Int64

    /// The command.
    public init(person: Int64) {
        self.person = person
    }
}

extension LeaveGroup {
    package static let name = "leave-group"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "giving up a seat" }
    package var formerParts: [Any?] { [FormerForm(text: "(seatGivenUp:0)")] }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        try step.tell(person, words) { .seatGivenUp($0) }
    }
}
