import Allocation
import BookingStore
public import CareModel

/// Books what a hold keeps (BK-4). A person who has an appointment already is moved to it.
public struct Confirm: UseCase {
    /// The hold's number.
    public var hold: Int64
    /// Why a rule is overridden, if it must be (CL-1); nil is what was said when it was held.
    public var reason: String?
    /// How the person is seen.
    public var channel: ConsultationChannel

    /// The command.
    public init(hold: Int64, reason: String? = nil, channel: ConsultationChannel = .unknown) {
        self.hold = hold
        self.reason = reason
        self.channel = channel
    }
}

extension Confirm {
    package static let name = "confirm"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .hold(hold) }
    package var words: String { "confirm" }

    package func perform(in step: CommandStep) throws -> BookedSlot {
        let record = try step.holds.open(hold)
        let slot = SlotOffer(record.placement)
        guard let person = record.placement.person else { throw BookingError.noSuchHold(hold) }
        let reason = try reason ?? step.holds.overrideReason(of: hold, person)
        try step.decisions().append(.holdEnded(HoldEnded(hold: hold, outcome: .confirmed)))
        step.box.letGo(hold)
        return try step.bookings.book(person, slot, hold: hold, reason: reason, channel: channel, byPerson: true)
    }
}
