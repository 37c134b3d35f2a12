import Allocation
import BookingStore
public import CareModel
import Diaries

/// Somebody who is affected by a clinician who will not be there (BK-6): by an appointment that must move, with the
/// best slots for it, or by a course in a group that nobody leads.
public struct AffectedBooking: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The appointment that was cancelled; 0 if it is a session of a group.
    public var appointment: Int64
    /// When it was.
    public var start: CivilMinute
    /// Where to, best first; empty if the course goes on with another session that is booked.
    public var slots: [RankedSlot]
    /// The session with which a course that was booked whole goes on (BK-2); nil if it was not.
    public var goesOnAt: CivilMinute?
    /// The course in which the person has a seat, if one of its sessions is affected (TX-4).
    public var group: Int64?
    /// What to do about it, if no slot can be shown.
    public var advice: String?
    /// The person's name.
    public var name: String?
}

extension BookingService {
    /// Days of an absence that is entered at once: beyond, the post is given up.
    static var longestAbsence: Int32 { 731 }
    /// Days ahead in which somebody may be said to be away or to leave: a year beyond is a slip of the pen.
    static var farthestAhead: Int32 { 1461 }
    /// Days back at which somebody's last day may be said to have been.
    static var farthestBack: Int32 { 366 }

    /// A clinician is absent (BK-6): what is booked and has not begun is cancelled by the service, and each person is
    /// listed with ranked new slots, in the order in which they were booked; they are rebooked before anybody new
    /// (AT-10). No two of them are shown the same time; nothing is booked. People with seats in a course that the
    /// clinician leads are listed with what to do.
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
            try step.requireNear(first, back: BookingService.longestAbsence)
            var decisions = step.decisions()
            decisions.why = DecisionWriter.absent
            try decisions.hear(.absent(clinician: Int(clinician), first: first, last: last, reason))
            return try step.cancelAll(
                with: Int(clinician), on: max(first, step.context.now.day)...last, limit: limit, &decisions)
        }
    }

    /// A clinician who was to be away is there again on a range of days (BK-6): the time is free again, and those
    /// whose appointments were cancelled for it, and can have them back, are listed. Nothing is booked.
    /// - Returns: in the order of the appointments, each with the time that it had.
    public func back(
        clinician: Int32, first: CivilDay, last: CivilDay, in context: Context
    ) throws -> [AffectedBooking] {
        let command = KeyedCommand("back", .nobody, clinician, first, last)
        return try run(context, .changeStaff, command) { step in
            guard step.box.clinicians.indices.contains(Int(clinician)) else {
                throw BookingError.refused([.noSuchClinician])
            }
            let reasons: AbsenceReason = [.sickness, .leave, .training, .parentalLeave]
            let isAway = try step.writer.absences(endingFrom: first).contains {
                $0.clinician == clinician && $0.days.first <= last && !$0.days.reason.isDisjoint(with: reasons)
            }
            guard first <= last, isAway else {
                throw BookingError.invalid(
                    "\(step.box.clinicians[Int(clinician)].name) is not away between \(first) and \(last)")
            }
            var decisions = step.decisions()
            try decisions.hear(.back(clinician: Int(clinician), first: first, last: last, reasons))
            return try step.writer.named(step.couldReturn(to: clinician, first, last))
        }
    }
}

extension BookingService.CommandStep {
    /// A day of which staff are told is near enough to be meant.
    /// - Parameter back: days back that it may be.
    /// - Throws: ``BookingError/invalid(_:)`` if the year must be a slip of the pen.
    func requireNear(_ day: CivilDay, back: Int32) throws {
        let days = (context.now.day - back)...(context.now.day + BookingService.farthestAhead)
        guard days.contains(day) else {
            throw BookingError.invalid("\(day) is far from today: a day from \(days.lowerBound) to \(days.upperBound)")
        }
    }

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
                        person: Int64(index + 1), appointment: box.appointments[index],
                        start: box.desk.people[index].slotStart, slots: []))
            }
            day = day + 1
        }
        try decisions.hear(
            .appointmentsCancelled(clinician: UInt32(clinician), first: days.lowerBound, last: days.upperBound))
        return try writer.named(placed(affected, limit: limit) + affectedSeats(with: clinician, on: days))
    }

    /// Cancels what cannot take place as it was to on days to come, and lists everybody who is affected.
    func cancelDisplaced(
        _ why: Displacement, on days: ClosedRange<CivilDay>, limit: Int, _ decisions: inout DecisionWriter
    ) throws -> [AffectedBooking] {
        let (later, booked) = (box.desk.displacedLater(why, on: days), box.desk.displaced(why, on: days))
        var affected = later.map { session in
            let key = LaterKey(person: Int(session.person), start: session.slot.start)
            return AffectedBooking(
                person: Int64(session.person) + 1, appointment: box.laterAppointments[key] ?? 0,
                start: session.slot.start, slots: [])
        }
        affected += booked.map { index in
            AffectedBooking(
                person: Int64(index + 1), appointment: box.appointments[index],
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
        let shown = slotsApart(for: affected.map { Int($0.person - 1) }, limit: limit)
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

    /// Whose appointments were cancelled for an absence, and could be had again at the same time.
    fileprivate func couldReturn(
        to clinician: Int32, _ first: CivilDay, _ last: CivilDay
    ) throws -> [AffectedBooking] {
        try writer.appointments(ofClinician: clinician, from: first, through: last).compactMap { record in
            guard record.status == .cancelled, record.why == DecisionWriter.absent,
                let person = record.placement.person,
                record.placement.start > context.now
            else { return nil }
            let index = Int(person - 1)
            guard let kind = box.desk.nextKind(of: index), kind == record.placement.kind else { return nil }
            let slot = box.desk.fitted(SlotOffer(record.placement), for: index, kind: kind)
            guard box.desk.refusals(of: slot, for: index, kind: kind).allSatisfy(\.canBeOverridden) else { return nil }
            return AffectedBooking(
                person: person, appointment: record.appointment, start: record.placement.start,
                slots: [RankedSlot(slot, in: box, reason: "as it was")])
        }
    }
}
