import Allocation
import BookingStore
import CareModel

/// Records that somebody is at risk (ST-7, RF-3): the duty worker's urgent slot of the day is booked, if there is time;
/// else whoever found it acts on it, and what is booked with them in that time gives way. The duty worker's day is
/// bookable for nothing else.
public struct RecordRisk: UseCase {
    /// The person's number.
    public var person: Int64
    /// Who found it; nil is the clinician who the user is, or a clerk.
    public var clinician: Int32?

    /// The command.
    public init(person: Int64, clinician: Int32? = nil) {
        self.person = person
        self.clinician = clinician
    }
}

extension RecordRisk {
    package static let name = "risk"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "risk" }

    package func perform(in step: CommandStep) throws -> UrgentSlot {
        let index = try step.index(of: person)
        guard step.box.desk.episodes[index].state.isOpen else {
            throw BookingError.impossible(person: person, state: .closed, command: "an urgent slot")
        }
        let own = try step.writer.user(step.context.author.user)?.clinician
        let finder = Int(clinician ?? own ?? -1)
        guard finder == -1 || step.box.clinicians.indices.contains(finder) else {
            throw BookingError.refused([.noSuchClinician])
        }
        var decisions = step.decisions()
        return try step.risk.find(index, with: finder, from: step.context.now, &decisions)
    }
}
