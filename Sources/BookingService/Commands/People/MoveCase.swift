import Allocation

/// Moves a case from its clinician to whoever has room (PO-8): from a caseload, and the person is first in line for
/// treatment; or from the clinician to whom somebody is allocated before the course begins, and then only for a reason
/// (CL-18, TX-12).
public struct MoveCase: UseCase {
    /// The person's number.
    public var person: Int64
    /// Why, in a few words.
    public var reason: String?

    /// The command.
    public init(person: Int64, reason: String? = nil) {
        self.person = person
        self.reason = reason
    }
}

extension MoveCase {
    package static let name = "move-case"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "moving a case" }
    package var formerParts: [Any?] { [FormerForm(text: "(caseMoved:0)")] }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        let index = try step.index(of: person)
        let fact = DeskFact.caseMoved(UInt32(index))
        try step.require(fact, words)
        let isGiven = reason?.contains { !$0.isWhitespace } ?? false
        if let clinician = step.allocatedTo(index), !isGiven {
            throw BookingError.invalid(
                "person \(person) is allocated to \(clinician), who assesses and treats: say why the case moves "
                    + "(--reason)")
        }
        var decisions = step.decisions()
        decisions.why = isGiven ? reason ?? "" : ""
        try decisions.hear(fact)
        return try step.state(of: person)
    }
}
