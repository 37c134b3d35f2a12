import Allocation
public import CareModel

/// Puts the treatment of somebody who waits for it off until a day, or until another day than was said (PR-3, RF-11).
/// On that day a list shows the person.
public struct PutOnHold: UseCase {
    /// The person's number.
    public var person: Int64
    /// The day on which it is seen whether the person can start.
    public var until: CivilDay
    /// Why.
    public var why: String

    /// The command.
    public init(person: Int64, until: CivilDay, why: String) {
        self.person = person
        self.until = until
        self.why = why
    }
}

extension PutOnHold {
    package static let name = "put-on-hold"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "putting treatment off" }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        let index = try step.index(of: person)
        let (state, known) = (step.box.desk.episodes[index].state, step.box.desk.people[index])
        guard why.contains(where: { !$0.isWhitespace }) else {
            throw BookingError.invalid("say why treatment is put off (--why)")
        }
        guard until > step.context.now.day, until - step.context.now.day <= BookingDesk.longestHoldDays else {
            throw BookingError.invalid(
                "treatment is put off until a day to come, within \(BookingDesk.longestHoldDays) days, not until "
                    + "\(until): who needs longer is discharged, and refers again ('discharge')")
        }
        if state == .waitingTreatment, known.flags.contains(.inGroup) {
            throw BookingError.invalid("person \(person) has a seat in a course: give it up first ('group leave')")
        }
        if state == .waitingTreatment, known.isBooked {
            throw BookingError.invalid(
                "appointment \(step.box.appointment(of: index)) is booked: cancel it first ('cancel')")
        }
        let fact = DeskFact.putOnHold(UInt32(index), until: until)
        try step.require(fact, words)
        _ = try step.holds.end(of: person)
        var decisions = step.decisions()
        decisions.why = why
        try decisions.hear(fact)
        return try step.state(of: person)
    }
}
