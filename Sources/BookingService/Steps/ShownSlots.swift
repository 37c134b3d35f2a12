import Allocation
import BookingStore
import CareModel

/// Times as they are shown to a clerk.
struct ShownSlots: StepPart {
    let step: CommandStep

    /// The best slots for a person, in the words of a clerk.
    func slots(for index: Int, limit: Int) -> [RankedSlot] {
        guard let kind = box.desk.nextKind(of: index) else { return [] }
        let list = box.desk.offers(for: index, kind: kind, limit: limit)
        let priority = box.desk.episodes[index].priority
        return list.slots.map { slot in
            RankedSlot(
                slot, in: box,
                reason: Wording.reason(slot, due: list.due, priority: priority, today: context.now.day))
        }
    }

    /// Slots for several people of which no two overlap: first the best for each, whoever is due first before the
    /// rest, then others in the same order, as far as they go. What one is shown is set aside while the next is
    /// searched, and is free again afterwards.
    func slotsApart(for people: [Int], limit: Int) -> [[RankedSlot]] {
        var shown = [[RankedSlot]](repeating: [], count: people.count)
        let order = people.indices.sorted { one, other in
            let (first, second) = (due(people[one]), due(people[other]))
            return first == second ? one < other : first < second
        }
        for count in [min(1, limit), limit - 1] where count > 0 {
            for place in order {
                for slot in slots(for: people[place], limit: count) where box.desk.isPossible(.timeHeld(slot.slot)) {
                    box.desk.hear(.timeHeld(slot.slot))
                    shown[place].append(slot)
                }
            }
        }
        for slot in shown.joined() { box.desk.hear(.timeGivenBack(slot.slot)) }
        return shown
    }

    /// The last day that keeps the promise made to a person.
    private func due(_ index: Int) -> CivilDay {
        box.desk.due(of: box.desk.nextKind(of: index) ?? .firstAppointment, for: index)
    }

    /// What was booked, by the numbers of the appointments.
    func slots(of appointments: [Int64]) throws -> [BookedSlot] {
        try appointments.compactMap { number in
            guard let record = try writer.appointment(number) else { return nil }
            return BookedSlot(
                appointment: number, start: record.placement.start, clinician: record.placement.clinician,
                room: record.placement.room.flatMap { box.roomNames[$0] }, person: record.placement.person,
                name: try record.placement.person.flatMap { try step.name(of: $0) },
                clinicianName: box.clinicians[Int(record.placement.clinician)].name)
        }
    }
}

extension CommandStep {
    /// Times as they are shown to a clerk.
    var shown: ShownSlots { ShownSlots(step: self) }
}
