import Allocation
import BookingStore
public import CareModel

extension BookingService {
    /// The keeping-in-touch calls that are due to be booked by a day, first due first (KT-2).
    public func callsDue(by day: CivilDay, in context: Context) throws -> [RankedPerson] {
        try look(context, .seePeople, KeyedCommand("list of calls")) { step in
            var due: [RankedPerson] = []
            for index in step.box.desk.episodes.indices
            where step.box.desk.episodes[index].state == .waitingTreatment && !step.box.desk.people[index].isBooked {
                guard let bookOn = step.box.nextAction[index], bookOn.day <= day else { continue }
                let call = step.box.desk.due(of: .keepingInTouch, for: index)
                due.append(
                    RankedPerson(
                        person: Int64(index + 1), kind: .keepingInTouch, due: call,
                        reason: Wording.due(call, today: context.now.day, priority: .routine)))
            }
            return try step.writer.named(due.sorted { ($0.due, $0.person) < ($1.due, $1.person) })
        }
    }

    /// Books a keeping-in-touch call with whoever of the step has time first (KT-2).
    public func bookCall(person: Int64, in context: Context) throws -> PersonStanding {
        try tell(person, "booking a call", .book, context) { .callDue($0) }
    }

    /// Books for everybody whom free time fits, in the order of the lists, as the clerk's morning round does (PO-3,
    /// CL-11).
    /// - Parameter team: index of the team.
    public func allocate(team: Int, in context: Context) throws -> [BookedSlot] {
        try run(context, .book, KeyedCommand("allocate", .nobody, team)) { step in
            let team = try step.index(ofTeam: team)
            try step.require(.bookingRound(team: team), "allocating")
            var decisions = step.decisions()
            step.box.desk.booksByItself = true
            defer { step.box.desk.booksByItself = false }
            try decisions.hear(.bookingRound(team: team))
            return try step.slots(of: decisions.booked)
        }
    }

    /// Offers freed time again, by priority, to the people it fits (FA-5, BK-5).
    public func backfill(team: Int, in context: Context) throws -> [BookedSlot] {
        try run(context, .book, KeyedCommand("backfill", .nobody, team)) { step in
            let team = try step.index(ofTeam: team)
            try step.require(.backfill(team: team), "backfilling")
            var decisions = step.decisions()
            step.box.desk.booksByItself = true
            defer { step.box.desk.booksByItself = false }
            try decisions.hear(.backfill(team: team))
            return try step.slots(of: decisions.booked)
        }
    }
}

extension BookingService.CommandStep {
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
                name: try record.placement.person.flatMap { try name(of: $0) },
                clinicianName: box.clinicians[Int(record.placement.clinician)].name)
        }
    }
}
