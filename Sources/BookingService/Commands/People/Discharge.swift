import Allocation
public import CareModel

/// Ends an episode (ST-6).
public struct Discharge: UseCase {
    /// The person's number.
    public var person: Int64
    /// Why.
    public var reason: EndReason

    /// The command.
    public init(person: Int64, reason: EndReason) {
        self.person = person
        self.reason = reason
    }
}

extension Discharge {
    package static let name = "discharge"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .person(person) }
    package var words: String { "discharge as \(reason.name)" }
    package var formerParts: [Any?] { [FormerForm(text: "(closed:(.0:0,.1:\(reason)))")] }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        try step.tell(person, words) { .closed($0, reason) }
    }
}
