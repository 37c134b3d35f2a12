import CareModel

/// Slots that somebody chose: a clerk at the desk, or a proposal that was accepted (BK-4, CL-1).
enum ChosenSlots {
    static func mayChoose(_ desk: borrowing DeskState, _ person: UInt32, _ slot: SlotOffer) -> Bool {
        guard let kind = NextAppointment.kind(desk, of: Int(person)) else { return false }
        return SlotRefusals.refusals(desk, of: slot, for: Int(person), kind: kind).allSatisfy(\.canBeOverridden)
    }

    static func mayMove(_ desk: borrowing DeskState, _ person: UInt32, _ slot: SlotOffer) -> Bool {
        guard Int(person) < desk.people.episodes.count, desk.people.episodes[Int(person)].state.isOpen,
            desk.people[Int(person)].isBooked
        else {
            return false
        }
        return SlotRefusals.refusals(
            desk, of: slot, for: Int(person), kind: desk.people[Int(person)].slotKind, isMove: true
        )
        .allSatisfy(\.canBeOverridden)
    }

    /// Books a slot that somebody chose, for whatever the person waits for: a clerk at the desk, or a proposal that was
    /// accepted. A clinician who did not have the person takes them on (CL-1).
    static func book(_ desk: inout DeskState, _ person: Int, _ slot: SlotOffer) {
        switch desk.people.episodes[person].state {
        case .waitingFirstAppointment: FirstAppointments.book(&desk, person, slot)
        case .waitingTreatment: TreatmentLists.takeOn(&desk, person, slot)
        case .inTreatment, .awaitingScreening, .awaitingContact, .firstAppointmentBooked, .missedFirstAppointment,
            .onHold, .awaitingSupervision, .missedSession, .closed:
            CourseSessions.book(&desk, person, slot)
        }
    }

    /// Moves a booked appointment to another slot in one step (BK-4): the time that it leaves is offered again.
    /// - Parameter byPerson: the person asked for it; else the service did.
    static func move(_ desk: inout DeskState, _ person: Int, to slot: SlotOffer, byPerson: Bool) {
        let kind = desk.people[person].slotKind
        if kind == .firstAppointment { desk.people[person].flags.insert(byPerson ? .movedByPerson : .movedByService) }
        let old = desk.people[person].slotStart
        desk.cancelBooking(person, byPerson ? .personMoves : .serviceMoves)
        desk.book(person, kind, slot, insteadOf: old)
    }
}
