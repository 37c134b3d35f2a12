public import CareModel
import Diaries

/// Why a session of a course is not where the one before, and the interval, would put it (BK-2).
@frozen
public enum SeriesObstacle: UInt8, CaseIterable, Sendable {
    /// A bank holiday, or another day on which the service is closed.
    case closed
    /// The clinician is on leave, or away for another reason.
    case away
    /// The usual time is taken, or set aside for something else.
    case taken
}

/// A session of a course, as it is planned or booked (BK-2).
public struct SeriesSession: Sendable, Equatable {
    /// When, and with whom.
    public let slot: SlotOffer
    /// Booked already.
    public let isBooked: Bool
    /// The day on which it would be, by the interval from the one before.
    public let wanted: CivilDay
    /// Why it is on another day, or at another time than the course usually is; nil if it is not.
    public let obstacle: SeriesObstacle?
}

extension BookingDesk {
    /// The sessions of a course that are still to come, with the clinician who holds the person: those that are booked,
    /// then free slots for the others, an interval apart and at the time of day of the one before (BK-2, TX-1, TX-2,
    /// TX-8).
    ///
    /// A day on which the service is closed or the clinician is away moves the session by a week. Where only the usual
    /// time is not free, it is at another time of the same week, if there is one. It ends early where the diaries do.
    /// O(sessions · days).
    /// - Parameter sessions: how many in all, 1 or more; fewer come back where no time is free.
    public mutating func series(for person: Int, sessions: Int) -> [SeriesSession] {
        var found: [SeriesSession] = []
        if people[person].isBooked, people[person].slotKind == .treatment {
            found.append(booked(people[person].slot))
        }
        found += laterSessions(of: person).map { booked($0.slot) }
        if found.isEmpty {
            guard let first = nextSessionOffer(person) else { return [] }
            found.append(SeriesSession(slot: first, isBooked: false, wanted: first.start.day, obstacle: nil))
        }
        while found.count < sessions, let last = found.last {
            let interval = course(team(person), episodes[person].step)
                .daysUntilNext(sessionsLeft: sessions - found.count)
            let wanted = last.slot.start.day + Int32(interval)
            guard let next = session(of: person, on: wanted, usual: last.slot.start.minuteOfDay) else { break }
            found.append(next)
        }
        return found
    }

    private func booked(_ slot: SlotOffer) -> SeriesSession {
        SeriesSession(slot: slot, isBooked: true, wanted: slot.start.day, obstacle: nil)
    }

    /// The session that the interval puts on a day, or where it goes instead.
    private mutating func session(of person: Int, on wanted: CivilDay, usual: Int) -> SeriesSession? {
        let clinician = Int(episodes[person].clinician)
        var request = nextSessionRequest(person)
        var obstacle: SeriesObstacle?
        var day = wanted
        for _ in 0..<BookingDesk.mostWeeksMoved {
            guard capacity.diary.hasPage(for: day) else { return nil }
            let start = CivilMinute(day: day, minuteOfDay: usual)
            let slot = fitted(
                SlotOffer(clinician: Int32(clinician), start: start, minutes: 0, reasons: .continuity), for: person,
                kind: .treatment)
            let refusals = refusals(of: slot, for: person, kind: .treatment)
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
                if let other = capacity.earliestSlot(request, with: clinician, today: now.day) {
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
