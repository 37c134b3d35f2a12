import Allocation
import BookingStore
public import CareModel

/// A clinician's appointment that must move, with the best slots for it (BK-6).
public struct AffectedBooking: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The appointment that was cancelled.
    public var appointment: Int64
    /// When it was.
    public var start: CivilMinute
    /// Where to, best first; empty if the course goes on with another session that is booked.
    public var slots: [RankedSlot]
    /// The session with which a course that was booked whole goes on (BK-2); nil if it was not.
    public var goesOnAt: CivilMinute?
}

extension BookingService {
    /// Days of an absence that is entered at once: beyond, the post is given up.
    static var longestAbsence: Int32 { 731 }

    /// A clinician is absent (BK-6): what is booked is cancelled by the service, and each person is listed with ranked
    /// new slots, in the order in which they were booked; they are rebooked before anybody new (AT-10). No two of them
    /// are shown the same time; nothing is booked.
    public func absent(
        clinician: Int32, first: CivilDay, last: CivilDay, _ reason: AbsenceReason, limit: Int = 3,
        in context: Context
    ) throws -> [AffectedBooking] {
        let command = KeyedCommand("absent", .nobody, clinician, first, last, reason, limit)
        return try run(context, .changeStaff, command) { step in
            guard step.box.clinicians.indices.contains(Int(clinician)) else {
                throw BookingError.refused([.noSuchClinician])
            }
            guard first <= last, last >= step.context.now.day, last - first < BookingService.longestAbsence else {
                throw BookingError.invalid(
                    "\(first) … \(last) is no stretch of days to come, of at most \(BookingService.longestAbsence)")
            }
            var decisions = step.decisions()
            decisions.why = "clinician absent"
            try decisions.hear(.absent(clinician: Int(clinician), first: first, last: last, reason))
            var affected = step.affectedLater(with: Int(clinician), on: max(first, step.context.now.day)...last)
            var day = max(first, step.context.now.day)
            while day <= last {
                for index in step.box.desk.booked(with: Int(clinician), on: day) {
                    affected.append(
                        AffectedBooking(
                            person: Int64(index + 1), appointment: step.box.appointments[index],
                            start: step.box.desk.people[index].slotStart, slots: []))
                }
                day = day + 1
            }
            try decisions.hear(
                .appointmentsCancelled(
                    clinician: UInt32(clinician), first: max(first, step.context.now.day), last: last))
            let shown = step.slotsApart(for: affected.map { Int($0.person - 1) }, limit: limit)
            for place in affected.indices {
                affected[place].slots = shown[place]
                let known = step.box.desk.people[Int(affected[place].person - 1)]
                affected[place].goesOnAt = known.isBooked ? known.slotStart : nil
            }
            return affected
        }
    }

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
            return due.sorted { ($0.due, $0.person) < ($1.due, $1.person) }
        }
    }

    /// Books a keeping-in-touch call with whoever of the step has time first (KT-2).
    public func bookCall(person: Int64, in context: Context) throws -> PersonState {
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
                for slot in slots(for: people[place], limit: count) where box.desk.capacity.book(slot.slot) {
                    shown[place].append(slot)
                }
            }
        }
        for slot in shown.joined() { box.desk.capacity.release(slot.slot) }
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
                name: try record.placement.person.flatMap { try name(of: $0) })
        }
    }
}
