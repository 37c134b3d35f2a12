import CareModel
import Diaries

/// What a person would be booked for next: of which kind, how long, by when.
enum NextAppointment {
    /// What a person would be booked for next; nil if the person waits for nothing that can be booked.
    static func kind(_ desk: borrowing DeskState, of person: Int) -> AppointmentKind? {
        guard desk.people.episodes.indices.contains(person),
            !desk.people[person].isBooked || desk.people.episodes[person].state == .waitingTreatment,
            !desk.people[person].flags.contains(.inGroup)
        else { return nil }
        switch desk.people.episodes[person].state {
        case .waitingFirstAppointment: return .firstAppointment
        case .waitingTreatment, .inTreatment: return .treatment
        case .awaitingScreening, .awaitingContact, .firstAppointmentBooked, .missedFirstAppointment, .onHold,
            .awaitingSupervision, .missedSession, .closed:
            return nil
        }
    }

    /// The length of an appointment of a kind for a person, minutes (FA-2, TX-1, TX-2, KT-2).
    static func minutes(_ desk: borrowing DeskState, of kind: AppointmentKind, for person: Int) -> Int {
        switch kind {
        case .firstAppointment:
            return desk.course(desk.team(person), desk.people.episodes[person].step).firstAppointmentMinutes
        case .treatment: return desk.course(desk.team(person), desk.people.episodes[person].step).sessionMinutes
        case .keepingInTouch: return desk.rules[desk.team(person)].keepingInTouch.minutes
        }
    }

    /// A slot as it would be for a person: as long as the appointment is with that clinician, and with a room if one is
    /// needed and free. A length or a room that is given stays.
    /// - Parameter isMove: the person's present appointment is given up for it.
    static func fitted(
        _ desk: borrowing DeskState, _ slot: SlotOffer, for person: Int, kind: AppointmentKind, isMove: Bool = false
    ) -> SlotOffer {
        guard desk.capacity.clinicians.indices.contains(Int(slot.clinician)) else { return slot }
        var slot = slot
        let needs = desk.needs(person, kind)
        if slot.minutes == 0 {
            let isSupport = isMove && desk.isSupport(person)
            let usual =
                isSupport
                ? desk.rules[desk.team(person)].computerised.minutes : minutes(desk, of: kind, for: person)
            slot.minutes = desk.capacity.clinicians[Int(slot.clinician)].minutes(usual, for: needs.withAnybody) ?? usual
        }
        guard slot.room < 0, desk.needsRoom(needs, person), SlotRefusals.isOnPage(desk, slot) else {
            return slot
        }
        let room = desk.capacity.freeRoom(
            needs, with: Int(slot.clinician), on: slot.start.day, quanta: slot.quanta,
            own: isMove ? desk.people[person].slot : nil)
        slot.room = room.map { Int32($0) } ?? -1
        return slot
    }

    /// The last day that keeps the promise made to a person for an appointment of a kind (FA-1, KT-1, KT-2, PR-1).
    static func due(_ desk: borrowing DeskState, of kind: AppointmentKind, for person: Int) -> CivilDay {
        let episode = desk.people.episodes[person]
        switch kind {
        case .firstAppointment:
            return desk.standards.firstAppointmentDue(received: episode.received, priority: episode.priority)
        case .keepingInTouch:
            return desk.rules[desk.team(person)].keepingInTouch.nextDue(after: desk.people[person].lastKeptInTouch)
        case .treatment:
            let isNext = episode.state.isOnCaseload && episode.lastTreatment != Episode.never
            let since = isNext ? episode.lastTreatment : episode.waitingSince
            return desk.standards.treatmentDue(waitingSince: since, priority: episode.priority)
        }
    }
}
