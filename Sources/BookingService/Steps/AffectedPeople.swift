import Allocation
import BookingStore
import CareModel
import Diaries

/// Whoever is affected when staff or rooms are not there as they were to be: what was booked is cancelled, and
/// everybody is listed with new slots (BK-6).
struct AffectedPeople: StepPart {
    let step: CommandStep

    /// Cancels what is booked with a clinician on days to come, and lists everybody who is affected.
    func cancelAll(
        with clinician: Int, on days: ClosedRange<CivilDay>, limit: Int, _ decisions: inout DecisionWriter
    ) throws -> [AffectedBooking] {
        var affected = affectedLater(with: clinician, on: days)
        var day = days.lowerBound
        while day <= days.upperBound, box.desk.capacity.diary.hasPage(for: day) {
            for index in box.desk.booked(with: clinician, on: day) {
                affected.append(
                    AffectedBooking(
                        person: Int64(index + 1), appointment: box.appointment(of: index),
                        start: box.desk.people[index].slotStart, slots: []))
            }
            day = day + 1
        }
        try decisions.hear(
            .appointmentsCancelled(clinician: UInt32(clinician), first: days.lowerBound, last: days.upperBound))
        return try writer.named(placed(affected, limit: limit) + affectedSeats(with: clinician, on: days))
    }

    /// The sessions of courses beyond the next one that an absence touches: the course goes on without them (BK-6).
    private func affectedLater(with clinician: Int, on days: ClosedRange<CivilDay>) -> [AffectedBooking] {
        box.desk.laterSessions(with: clinician, on: days).map { session in
            AffectedBooking(
                person: Int64(session.person) + 1,
                appointment: box.appointments[Int(session.person), session.slot.start] ?? 0,
                start: session.slot.start, slots: [])
        }
    }

    /// Cancels what cannot take place as it was to on days to come, and lists everybody who is affected.
    func cancelDisplaced(
        _ why: Displacement, on days: ClosedRange<CivilDay>, limit: Int, _ decisions: inout DecisionWriter
    ) throws -> [AffectedBooking] {
        let (later, booked) = (box.desk.displacedLater(why, on: days), box.desk.displaced(why, on: days))
        var affected = later.map { session in
            AffectedBooking(
                person: Int64(session.person) + 1,
                appointment: box.appointments[Int(session.person), session.slot.start] ?? 0,
                start: session.slot.start, slots: [])
        }
        affected += booked.map { index in
            AffectedBooking(
                person: Int64(index + 1), appointment: box.appointment(of: index),
                start: box.desk.people[index].slotStart, slots: [])
        }
        let were = later.map(\.slot) + booked.map { box.desk.people[$0].slot }
        try decisions.hear(.displacedCancelled(why, first: days.lowerBound, last: days.upperBound))
        let same = zip(affected, were).map { sameTime(for: Int($0.person - 1), $1) }
        affected = placed(affected, limit: limit)
        for place in affected.indices {
            guard let slot = same[place] else { continue }
            box.desk.hear(.timeGivenBack(slot.slot))
            affected[place].slots = [slot] + affected[place].slots.prefix(max(0, limit - 1))
        }
        return try writer.named(affected)
    }

    /// The time that a person had, where it can be had again in another way, because only the room is closed; it is
    /// kept from others until the caller gives it back.
    private func sameTime(for index: Int, _ was: SlotOffer) -> RankedSlot? {
        guard was.room >= 0, let kind = box.desk.nextKind(of: index) else { return nil }
        var slot = was
        slot.room = -1
        slot = box.desk.fitted(slot, for: index, kind: kind)
        guard box.desk.refusals(of: slot, for: index, kind: kind).isEmpty, box.desk.isPossible(.timeHeld(slot)) else {
            return nil
        }
        box.desk.hear(.timeHeld(slot))
        let way = slot.room >= 0 ? "in another room" : "by telephone or video"
        return RankedSlot(slot, in: box, reason: "the same time, \(way)")
    }

    /// Those whose appointments were cancelled, with the best new slots, no two the same.
    private func placed(_ affected: [AffectedBooking], limit: Int) -> [AffectedBooking] {
        var affected = affected
        let shown = step.shown.slotsApart(for: affected.map { Int($0.person - 1) }, limit: limit)
        for place in affected.indices {
            affected[place].slots = shown[place]
            let known = box.desk.people[Int(affected[place].person - 1)]
            affected[place].goesOnAt = known.isBooked ? known.slotStart : nil
        }
        return affected
    }

    /// Everybody with a seat in a course that a clinician leads, for each session of it on days on which they are not
    /// there (TX-4).
    func affectedSeats(with clinician: Int, on days: ClosedRange<CivilDay>) -> [AffectedBooking] {
        var affected: [AffectedBooking] = []
        for (number, group) in box.desk.groups.enumerated() where group.facilitators.contains(clinician) {
            let time = box.desk.sessionTime(of: group.rule)
            for day in group.coming where days.contains(day) {
                let start = CivilMinute(day: day, minuteOfDay: group.rule.startMinute)
                guard start > context.now, !box.desk.capacity.isThere(clinician, on: day, quanta: time) else {
                    continue
                }
                let others = group.facilitators.filter { box.desk.capacity.isThere($0, on: day, quanta: time) }
                let names = others.map { box.clinicians[$0].name }.joined(separator: ", ")
                let advice =
                    others.isEmpty
                    ? "course \(number + 1) has nobody to lead it: 'group attend' says who led it (--leader), or, "
                        + "without anybody, puts it off by a week"
                    : "course \(number + 1) goes on with \(names)"
                affected += group.members.map { member in
                    AffectedBooking(
                        person: Int64(member) + 1, appointment: 0, start: start, slots: [], goesOnAt: nil,
                        group: Int64(number) + 1, advice: advice)
                }
            }
        }
        return affected
    }
}

extension CommandStep {
    /// Whoever is affected by a change of staff or rooms.
    var affected: AffectedPeople { AffectedPeople(step: self) }

    /// A day of which staff are told is near enough to be meant.
    /// - Parameter back: days back that it may be.
    /// - Throws: ``BookingError/invalid(_:)`` if the year must be a slip of the pen.
    func requireNear(_ day: CivilDay, back: Int32) throws {
        let days = (context.now.day - back)...(context.now.day + FarDays.farthestAhead)
        guard days.contains(day) else {
            throw BookingError.invalid("\(day) is far from today: a day from \(days.lowerBound) to \(days.upperBound)")
        }
    }
}
