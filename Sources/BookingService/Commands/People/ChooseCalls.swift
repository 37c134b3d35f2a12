import Allocation
import CareModel

/// Somebody who waits for treatment wants keeping-in-touch calls, or wants none (KT-5). Whoever wants none is written
/// to, and is on no list of calls; a call that is booked is cancelled first.
public struct ChooseCalls: UseCase {
    /// The person's number.
    public var person: Int64
    /// Whether the person wants to be called.
    public var wantsCalls: Bool

    /// The command.
    public init(person: Int64, wantsCalls: Bool) {
        self.person = person
        self.wantsCalls = wantsCalls
    }
}

extension ChooseCalls {
    package static let name = "choose-calls"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { wantsCalls ? "choosing calls" : "choosing no calls" }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        let index = try step.index(of: person)
        let (state, known) = (step.box.desk.episodes[index].state, step.box.desk.people[index])
        guard state == .waitingTreatment else {
            throw BookingError.impossible(person: person, state: state, command: words)
        }
        guard known.flags.contains(.optedOut) == wantsCalls else { return try step.state(of: person) }
        guard wantsCalls || !known.isBooked || known.slotKind != .keepingInTouch else {
            throw BookingError.invalid(
                "appointment \(step.box.appointment(of: index)) is a call: cancel it first ('cancel')")
        }
        return try step.tell(person, words) { .callsChosen($0, wantsCalls: wantsCalls) }
    }
}
