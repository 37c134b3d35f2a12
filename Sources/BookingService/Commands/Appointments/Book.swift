public import CareModel

/// Books a slot for a person at once, without a hold.
public struct Book: UseCase {
    /// The person's number.
    public var person: Int64
    /// The slot.
    public var slot: WantedSlot
    /// Why a rule is overridden, if it must be (CL-1).
    public var reason: String?
    /// How the person is seen.
    public var channel: ConsultationChannel

    /// The command.
    public init(person: Int64, slot: WantedSlot, reason: String? = nil, channel: ConsultationChannel = .unknown) {
        self.person = person
        self.slot = slot
        self.reason = reason
        self.channel = channel
    }
}

extension Book {
    package static let name = "book"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "book" }

    package func perform(in step: CommandStep) throws -> BookedSlot {
        try step.bookings.book(person, slot.offer, hold: nil, reason: reason, channel: channel, byPerson: true)
    }
}
