import CareModel
import Diaries

/// The sessions of a course that are still to come, as they are booked or could be (BK-2).
enum SeriesPlan {
    /// The sessions of a course that are still to come, with the clinician who holds the person: those that are booked,
    /// then free slots for the others, an interval apart and at the time of day of the one before (BK-2, TX-1, TX-2,
    /// TX-8).
    ///
    /// A day on which the service is closed or the clinician is away moves the session by a week. Where only the usual
    /// time is not free, it is at another time of the same week, if there is one. It ends early where the diaries do.
    /// O(sessions · days).
    /// - Parameter sessions: how many in all, 1 or more; fewer come back where no time is free.
    static func sessions(_ desk: inout DeskState, for person: Int, sessions: Int) -> [SeriesSession] {
        var found: [SeriesSession] = []
        if desk.people[person].isBooked, desk.people[person].slotKind == .treatment {
            found.append(booked(desk.people[person].slot))
        }
        found += desk.laterSessions(of: person).map { booked($0.slot) }
        if found.isEmpty {
            guard let first = CourseSessions.soonest(&desk, person) else { return [] }
            found.append(SeriesSession(slot: first, isBooked: false, wanted: first.start.day, obstacle: nil))
        }
        while found.count < sessions, let last = found.last {
            let interval = desk.course(desk.team(person), desk.people.episodes[person].step)
                .daysUntilNext(sessionsLeft: sessions - found.count)
            let wanted = last.slot.start.day + Int32(interval)
            guard let next = session(&desk, of: person, on: wanted, usual: last.slot.start.minuteOfDay) else { break }
            found.append(next)
        }
        return found
    }

    private static func booked(_ slot: SlotOffer) -> SeriesSession {
        SeriesSession(slot: slot, isBooked: true, wanted: slot.start.day, obstacle: nil)
    }

    /// The session that the interval puts on a day, or where it goes instead.
    private static func session(_ desk: inout DeskState, of person: Int, on wanted: CivilDay, usual: Int)
        -> SeriesSession?
    {
        let clinician = Int(desk.people.episodes[person].clinician)
        var request = CourseSessions.request(desk, person)
        var obstacle: SeriesObstacle?
        var day = wanted
        for _ in 0..<SeriesPlan.mostWeeksMoved {
            guard desk.capacity.diary.hasPage(for: day) else { return nil }
            let start = CivilMinute(day: day, minuteOfDay: usual)
            let slot = NextAppointment.fitted(
                desk,
                SlotOffer(clinician: Int32(clinician), start: start, minutes: 0, reasons: .continuity), for: person,
                kind: .treatment)
            let refusals = SlotRefusals.refusals(desk, of: slot, for: person, kind: .treatment)
            if refusals.isEmpty {
                return SeriesSession(slot: slot, isBooked: false, wanted: wanted, obstacle: obstacle)
            }
            if refusals.contains(.closedDay) {
                obstacle = .closed
            } else if refusals.contains(.away) {
                obstacle = .away
            } else {
                obstacle = obstacle ?? .taken
                request.earliest = day.start
                request.latest = day.monday + 6
                if let other = desk.capacity.earliestSlot(request, with: clinician, today: desk.now.day) {
                    return SeriesSession(slot: other, isBooked: false, wanted: wanted, obstacle: obstacle)
                }
            }
            day = day + 7
        }
        return nil
    }

    /// Weeks by which a session may be moved before the course is left short.
    private static var mostWeeksMoved: Int { 12 }
}
