import Allocation
import BookingStore
import CareModel

extension CommandStep {
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
        if reason == nil, refusals.contains(.notesLate), let late = try lateNotes()[slot.clinician] {
            throw BookingError.lateNotes(
                refusals, task: late.task, TaskKind(rawValue: late.kind) ?? .clinicalNotes, person: late.person,
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
        try BookingService.check(.override, context.author, writer)
    }

    /// A hold that keeps its slot.
    func openHold(_ hold: Int64) throws -> HoldRecord {
        guard let record = try writer.hold(hold) else { throw BookingError.noSuchHold(hold) }
        let isPast = record.outcome == nil && record.held.expires <= context.now
        if let outcome = isPast ? .expired : record.outcome { throw BookingError.holdEnded(hold, outcome) }
        return record
    }

    /// Ends what is held for a person.
    /// - Returns: the latest hold that was open; nil if none was.
    func endHolds(of person: Int64) throws -> Int64? {
        try decisions().log.endHolds(of: person)
    }

    /// Gives up a hold that is open.
    func release(_ record: HoldRecord) throws { try decisions().log.endHold(record.hold) }

    /// Why a rule was overridden when a slot was held for a person, if one was.
    func overrideReason(of hold: Int64, _ person: Int64) throws -> String? {
        for entry in try writer.events(ofPerson: person).reversed() {
            if case .held(let held) = entry.event, held.hold == hold { return held.overrideReason }
        }
        return nil
    }

    /// Whose standing appointment this is.
    func person(with appointment: Int64) throws -> Int64 {
        guard let key = box.appointments.key(of: appointment), box.desk.people[key.person].isBooked,
            box.desk.people[key.person].slotStart == key.start
        else {
            if let attendance = try writer.appointment(appointment)?.attendance {
                throw BookingError.hasOutcome(appointment, attendance)
            }
            throw BookingError.noSuchAppointment(appointment)
        }
        return Int64(key.person + 1)
    }

    /// Books or moves.
    func book(
        _ person: Int64, _ slot: SlotOffer, hold: Int64?, reason: String?, channel: ConsultationChannel,
        byPerson: Bool
    ) throws -> BookedSlot {
        let index = try index(of: person)
        let isMove = box.desk.people[index].isBooked && box.desk.nextKind(of: index) == nil
        guard let kind = isMove ? box.desk.people[index].slotKind : box.desk.nextKind(of: index) else {
            throw BookingError.refused([.notWaiting])
        }
        try checkBegun(index)
        let moved = isMove ? box.appointment(of: index) : nil
        if hold == nil { _ = try endHolds(of: person) }
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
            room: slot.roomNumber.flatMap { box.roomNames[$0] }, person: person, name: try name(of: person),
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
            room: slot.roomNumber.flatMap { box.roomNames[$0] }, person: person, name: try name(of: person),
            clinicianName: box.clinicians[Int(slot.clinician)].name)
        booked.isUnchanged = true
        return booked
    }

    /// Where a person is now.
    func state(of person: Int64) throws -> PersonStanding {
        let index = Int(person - 1)
        return PersonStanding(
            person: person, state: box.desk.episodes[index].state, appointment: box.appointment(of: index),
            nextActionDue: box.desk.nextDue(of: index), group: box.desk.group(of: index).map { Int64($0 + 1) },
            name: try name(of: person), allocatedTo: allocatedTo(index))
    }

    /// The name of the clinician who has a person from the referral on, and whose course has not begun (CL-18).
    func allocatedTo(_ index: Int) -> String? {
        let known = box.desk.people[index]
        guard known.flags.contains(.allocated) else { return nil }
        return box.clinicians[Int(known.assessor)].name
    }

    /// The name of a person, which every reply has, so that nobody is taken for another.
    func name(of person: Int64) throws -> String? { try writer.identity(ofPerson: person)?.name }
}
