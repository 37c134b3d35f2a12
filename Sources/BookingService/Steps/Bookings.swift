import Allocation
import BookingStore
import CareModel

/// What is booked for people, and moved: what stands against it, and what a reason overrides (BK-1, BK-4).
struct Bookings: StepPart {
    let step: CommandStep

    /// Whether a slot may be given to a person.
    /// - Throws: ``BookingError/refused(_:)``, ``BookingError/needsReason(_:)`` if a reason would do, and
    ///   ``BookingError/forbidden(_:_:)`` if there is one but the user may not override rules.
    func check(
        _ slot: SlotOffer, for index: Int, kind: AppointmentKind, isMove: Bool, reason: String?
    ) throws {
        let refusals = box.desk.refusals(of: slot, for: index, kind: kind, isMove: isMove)
        let hard = refusals.filter { !$0.canBeOverridden }
        guard hard.isEmpty else { throw BookingError.refused(hard) }
        guard !refusals.isEmpty else { return }
        if reason == nil, refusals.contains(.notesLate),
            let late = try LateNotes.first(writer, context.now)[slot.clinician]
        {
            throw BookingError.lateNotes(
                refusals, task: late.task, late.kind, person: late.person,
                due: late.due)
        }
        try checkOverride(refusals, reason)
    }

    /// An appointment that the person has, and that has begun, is not given up for another: its outcome comes first.
    func checkBegun(_ index: Int) throws {
        guard box.desk.hasBegun(index), let begun = box.desk.begunContact(of: index) else { return }
        throw box.error(begun)
    }

    /// Whether somebody may book against rules that allow it with a reason.
    func checkOverride(_ refusals: [BookingRefusal], _ reason: String?) throws {
        guard reason?.contains(where: { !$0.isWhitespace }) == true else { throw BookingError.needsReason(refusals) }
        try AccessRules.check(.override, context, writer)
    }

    /// Books or moves.
    /// - Parameter moves: the present appointment is moved, whatever else the person could be booked for: a call, or a
    ///   support contact, of somebody who waits stays one.
    func book(
        _ person: Int64, _ slot: SlotOffer, hold: Int64?, reason: String?, channel: ConsultationChannel,
        byPerson: Bool, moves: Bool = false
    ) throws -> BookedSlot {
        let index = try step.index(of: person)
        let isMove = box.desk.people[index].isBooked && (moves || box.desk.nextKind(of: index) == nil)
        guard let kind = isMove ? box.desk.people[index].slotKind : box.desk.nextKind(of: index) else {
            throw BookingError.refused([.notWaiting])
        }
        try checkBegun(index)
        let moved = isMove ? box.appointment(of: index) : nil
        if hold == nil { _ = try step.holds.end(of: person) }
        let slot = box.desk.fitted(slot, for: index, kind: kind, isMove: isMove)
        if isMove, isThere(index, slot) { return try unchanged(box.appointment(of: index), slot, person) }
        try check(slot, for: index, kind: kind, isMove: isMove, reason: reason)
        var decisions = decisions()
        decisions.overrideReason = reason
        decisions.hold = hold
        decisions.channel = channel
        decisions.why = isMove ? "moved" : ""
        try decisions.hear(
            isMove ? .moved(UInt32(index), slot, byPerson: byPerson) : .chosen(UInt32(index), slot))
        guard let appointment = decisions.booked.last else { throw BookingError.refused([.taken]) }
        return BookedSlot(
            appointment: appointment, start: slot.start, clinician: slot.clinician,
            room: slot.roomNumber.flatMap { box.roomNames[$0] }, person: person, name: try step.name(of: person),
            clinicianName: box.clinicians[Int(slot.clinician)].name,
            replaces: moved)
    }

    /// Whether a person's appointment is at a slot already.
    func isThere(_ index: Int, _ slot: SlotOffer) -> Bool {
        let known = box.desk.people[index].slot
        return known.clinician == slot.clinician && known.start == slot.start && known.minutes == slot.minutes
            && (slot.room < 0 || known.room == slot.room)
    }

    /// The answer to a move to where the appointment is.
    func unchanged(_ appointment: Int64, _ slot: SlotOffer, _ person: Int64) throws -> BookedSlot {
        var booked = BookedSlot(
            appointment: appointment, start: slot.start, clinician: slot.clinician,
            room: slot.roomNumber.flatMap { box.roomNames[$0] }, person: person, name: try step.name(of: person),
            clinicianName: box.clinicians[Int(slot.clinician)].name)
        booked.isUnchanged = true
        return booked
    }
}

extension CommandStep {
    /// What is booked for people, and moved.
    var bookings: Bookings { Bookings(step: self) }
}
