import Allocation
public import CareModel

/// Ends an episode (ST-6). A discharge without recovery is agreed with a supervisor, where the service asks for it, and
/// nobody is discharged with a risk that is not addressed (ST-8).
public struct Discharge: UseCase {
    /// The person's number.
    public var person: Int64
    /// Why.
    public var reason: EndReason
    /// What a supervisor says of a discharge without recovery (ST-8); nil if none was asked.
    public var agreement: DischargeAgreement?

    /// The command.
    public init(person: Int64, reason: EndReason, agreement: DischargeAgreement? = nil) {
        self.person = person
        self.reason = reason
        self.agreement = agreement
    }
}

extension Discharge {
    package static let name = "discharge"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .person(person) }
    package var words: String { "discharge as \(reason.name)" }
    package var formerParts: [Any?] { [FormerForm(text: "(closed:(.0:0,.1:\(reason)))")] }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        let index = try step.index(of: person)
        let fact = DeskFact.closed(UInt32(index), reason)
        try step.require(fact, words)
        if reason == .droppedOut { try step.limits.checkTimeToReply(index) }
        var decisions = step.decisions()
        decisions.supervisor = try agreement?.namedSupervisor()
        if agreement == .asked {
            try step.limits.askForDischarge(index, decisions)
        } else {
            try decisions.hear(fact)
        }
        return try step.state(of: person)
    }
}
