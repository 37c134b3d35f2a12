public import Allocation
import CareModel

extension BookingService {
    /// Ranked slots for a person, each with its reason, and the reason why none is sooner (BK-3).
    /// - Parameter wish: what is looked for beside what the referral asks for.
    public func offer(
        person: Int64, limit: Int = 5, wish: SlotWish = SlotWish(), in context: Context
    ) throws(BookingError) -> Offers {
        try look(context, .offer(person: person)) { try OfferedTimes(step: $0).offers(person, limit: limit, wish) }
    }

    /// Ranked people for a slot, each with the reason (BK-5): those who wait, in the order of the lists, whom it fits.
    public func people(for slot: SlotOffer, limit: Int = 10, in context: Context) throws(BookingError) -> [RankedPerson]
    {
        try look(context, .peopleForSlot) { try OfferedTimes(step: $0).people(for: slot, limit: limit) }
    }
}

/// Times for people and people for times, as they are offered.
private struct OfferedTimes: StepPart {
    let step: CommandStep

    func offers(_ person: Int64, limit: Int, _ wish: SlotWish) throws -> Offers {
        let index = try step.index(of: person)
        let isBooked = box.desk.people[index].isBooked
        let booked = isBooked ? box.desk.people[index].slotKind : nil
        guard let kind = box.desk.nextKind(of: index) ?? booked else {
            let state = box.desk.episodes[index].state
            throw BookingError.impossible(person: person, state: state, command: "an offer")
        }
        let list = box.desk.offers(for: index, kind: kind, limit: limit, wish: wish)
        let priority = box.desk.episodes[index].priority
        return Offers(
            person: person, kind: kind, due: list.due,
            slots: list.slots.map { slot in
                RankedSlot(
                    slot, in: box,
                    reason: Wording.reason(slot, due: list.due, priority: priority, today: context.now.day))
            }, whyNotSooner: list.delays.map { Wording.delay($0, list) }, name: try step.name(of: person))
    }

    func people(for slot: SlotOffer, limit: Int) throws -> [RankedPerson] {
        guard box.clinicians.indices.contains(Int(slot.clinician)) else {
            throw BookingError.refused([.noSuchClinician])
        }
        var found: [RankedPerson] = []
        for kind in [AppointmentKind.firstAppointment, .treatment] {
            for index in box.desk.candidates(for: slot, kinds: [kind], limit: limit) {
                let due = box.desk.due(of: kind, for: index)
                let priority = box.desk.episodes[index].priority
                found.append(
                    RankedPerson(
                        person: Int64(index + 1), kind: kind, due: due,
                        reason: Wording.due(due, today: context.now.day, priority: priority),
                        name: try step.name(of: Int64(index + 1))))
            }
        }
        found.sort { ($0.due, $0.person) < ($1.due, $1.person) }
        return Array(found.prefix(limit))
    }
}
