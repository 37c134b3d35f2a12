import Allocation

/// Records that somebody who missed an appointment was not in touch in time (AT-4). Where people are warned and have
/// hours to reply, it is refused before that. It is refused with
/// ``BookingError/endsWithoutContact(person:)`` if the episode would end, and nobody said so.
public struct EndWithoutContact: UseCase {
    /// The person's number.
    public var person: Int64
    /// What is said for the case that the episode ends for want of contact; nil asks.
    public var atLimit: LimitAnswer?

    /// The command.
    public init(person: Int64, atLimit: LimitAnswer? = nil) {
        self.person = person
        self.atLimit = atLimit
    }
}

extension EndWithoutContact {
    package static let name = "no-contact"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "no contact" }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        let index = try step.index(of: person)
        try step.require(.madeNoContact(UInt32(index)), "recording that nobody was in touch")
        var decisions = step.decisions()
        switch atLimit {
        case .ends:
            try step.limits.checkTimeToReply(index)
            try decisions.hear(.madeNoContact(UInt32(index)))
        case .asks: try step.limits.askForException(index, &decisions)
        case .exception: throw BookingError.invalid("a supervisor's exception is that the person was in touch")
        case nil: throw BookingError.endsWithoutContact(person: person)
        }
        return try step.state(of: person)
    }
}
