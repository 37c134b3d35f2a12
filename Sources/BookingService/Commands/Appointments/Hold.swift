import Allocation
import BookingStore
import CareModel

/// Keeps a slot for a person for some minutes, so that nobody else is offered it (BK-4). A slot of 0 minutes is as long
/// as the kind of appointment. A person has one hold at a time: another that is open ends. The confirmation has the
/// reason too.
public struct Hold: UseCase {
    /// The person's number.
    public var person: Int64
    /// The slot.
    public var slot: WantedSlot
    /// Why a rule is overridden, if it must be (CL-1).
    public var reason: String?

    /// The command.
    public init(person: Int64, slot: WantedSlot, reason: String? = nil) {
        self.person = person
        self.slot = slot
        self.reason = reason
    }
}

extension Hold {
    package static let name = "hold"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "hold" }

    package func perform(in step: CommandStep) throws -> HeldSlot {
        let index = try step.index(of: person)
        let isMove = step.box.desk.people[index].isBooked && step.box.desk.nextKind(of: index) == nil
        guard let kind = isMove ? step.box.desk.people[index].slotKind : step.box.desk.nextKind(of: index) else {
            throw BookingError.refused([.notWaiting])
        }
        try step.bookings.checkBegun(index)
        let instead = try step.holds.end(of: person)
        let slot = step.box.desk.fitted(slot.offer, for: index, kind: kind, isMove: isMove)
        if isMove, step.bookings.isThere(index, slot) {
            throw BookingError.invalid(
                "appointment \(step.box.appointment(of: index)) is there already: 'cancel' gives it up")
        }
        try step.bookings.check(slot, for: index, kind: kind, isMove: isMove, reason: reason)
        let held = HoldPlaced(
            hold: try step.writer.nextNumber(of: .hold),
            placement: Placement(
                person: person, clinician: slot.clinician, room: slot.roomNumber, kind: kind, start: slot.start,
                minutes: slot.minutes),
            expires: step.context.now + Int64(step.policy.holdMinutes), overrideReason: reason)
        try step.decisions().append(.held(held))
        guard step.box.keep(held) else { throw BookingError.refused([.taken]) }
        return HeldSlot(
            hold: held.hold, expires: held.expires, instead: instead, person: person,
            name: try step.name(of: person))
    }
}
