public import Allocation
import BookingStore
public import CareModel

/// Somebody made contact outside the calls, to report a change (KT-11): a request goes to the office, a change of state
/// to the clinician who knows the person, risk to whoever acts on it today (ST-7). A clinician who has heard it says
/// what was agreed, and the plan is amended as after a call (KT-4).
public struct ReceiveContact: UseCase {
    /// The person's number.
    public var person: Int64
    /// What it was about.
    public var about: ReportedMatter
    /// What the person said.
    public var said: String
    /// What a clinician and the person agreed; nil passes it on.
    public var outcome: CallOutcome?

    /// The command.
    public init(person: Int64, about: ReportedMatter, said: String = "", outcome: CallOutcome? = nil) {
        self.person = person
        self.about = about
        self.said = said
        self.outcome = outcome
    }
}

extension ReceiveContact {
    package static let name = "contact-received"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "contact received about \(about.name)" }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        let index = try step.index(of: person)
        if outcome != nil {
            guard about != .administration else {
                throw BookingError.invalid("a request to the office amends no plan: leave out the outcome")
            }
            // What was agreed is a clinician's word.
            try AccessRules.check(.recordContact, step.context, step.writer)
        }
        let fact = DeskFact.contactReceived(UInt32(index), about, outcome)
        try require(fact, index, step)
        var decisions = step.decisions()
        decisions.said = said
        // Whoever is at risk is seen to first: the episode may end with it.
        var urgent: UrgentSlot?
        if about == .risk {
            let own = try step.writer.user(step.context.author.user)?.clinician
            urgent = try step.risk.find(index, with: Int(own ?? -1), from: step.context.now, &decisions)
        }
        try decisions.hear(fact)
        var state = try step.state(of: person)
        state.urgent = urgent
        return state
    }

    private func require(_ fact: DeskFact, _ index: Int, _ step: CommandStep) throws {
        guard !step.box.desk.isPossible(fact) else { return }
        let state = step.box.desk.episodes[index].state
        if state == .waitingTreatment, outcome == .readier {
            throw BookingError.invalid(
                "person \(person) waits for step 2 already, or was stepped up: there is nothing readier to agree on")
        }
        if state.isOpen, outcome != nil {
            throw BookingError.invalid(
                "person \(person) is \(state.name): a plan is amended while somebody waits for treatment; leave out "
                    + "the outcome, and it is passed on")
        }
        throw BookingError.impossible(person: person, state: state, command: words)
    }
}
