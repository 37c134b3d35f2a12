public import CareModel

/// A session of a course that is booked beyond the next one (BK-2).
public struct LaterSession: Sendable, Equatable {
    /// The person's number at the desk.
    public let person: UInt32
    /// When, and with whom: the clinician who holds the person.
    public let slot: SlotOffer
    /// When it was booked.
    public let bookedAt: CivilMinute
}

/// Why a session beyond the next one does not take place when it was to (BK-2).
@frozen
public enum LaterEnd: Hashable, Sendable, BitwiseCopyable {
    /// It is moved to another time.
    case moved(byPerson: Bool)
    /// The service cancels it: the person is rebooked first (AT-10).
    case byService
    /// The person cancels it in advance: it counts as the next one would (AT-3), so that it does not matter which of
    /// two is cancelled first.
    case byPerson(exception: Bool)
}

extension BookingDesk {
    /// The sessions of a person's course that are booked beyond the next one, by start (BK-2). O(log booked).
    public func laterSessions(of person: Int) -> ArraySlice<LaterSession> {
        let first = laterIndex(person, from: CivilMinute(minutes: .min))
        var end = first
        while end < laterSessions.count, laterSessions[end].person == person { end += 1 }
        return laterSessions[first..<end]
    }

    /// The later session of a person that starts at a minute; nil if none does.
    public func laterSession(of person: Int, at start: CivilMinute) -> LaterSession? {
        let index = laterIndex(person, from: start)
        guard index < laterSessions.count, laterSessions[index].person == person,
            laterSessions[index].slot.start == start
        else { return nil }
        return laterSessions[index]
    }

    /// The later sessions with a clinician on a range of days, by person, then start (BK-6). O(booked).
    public func laterSessions(with clinician: Int, on days: ClosedRange<CivilDay>) -> [LaterSession] {
        laterSessions.filter {
            Int($0.slot.clinician) == clinician && days.contains($0.slot.start.day) && $0.slot.start > now
        }
    }

    /// The place of the first later session of a person from a minute on, among all of them.
    private func laterIndex(_ person: Int, from start: CivilMinute) -> Int {
        var (low, high) = (0, laterSessions.count)
        while low < high {
            let middle = (low + high) / 2
            let session = laterSessions[middle]
            if (Int(session.person), session.slot.start) < (person, start) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Books a session of a course beyond the next one (BK-2).
    mutating func bookLater(_ person: Int, _ slot: SlotOffer, at bookedAt: CivilMinute) {
        guard capacity.book(slot) else {
            fatalError("a later session where time is taken: clinician \(slot.clinician), \(slot.start)")
        }
        var slot = slot
        slot.reasons = []
        let session = LaterSession(person: UInt32(person), slot: slot, bookedAt: bookedAt)
        laterSessions.insert(session, at: laterIndex(person, from: slot.start))
    }

    /// A session of a course beyond the next one does not take place when it was to (BK-2, BK-4, AT-3, AT-10).
    mutating func endLater(_ person: Int, at start: CivilMinute, _ end: LaterEnd) {
        cancelLater(person, at: start)
        switch end {
        case .moved: break
        case .byService: people[person].flags.insert(.rebookFirst)
        case .byPerson(let exception):
            let notice = start - (tookPlace ?? now)
            if endsByPolicy(person, .cancelledByPatient, noticeMinutes: notice, exception: exception) {
                close(person, .droppedOut)
            }
        }
    }

    /// Cancels a session of a course beyond the next one; its time is offered again (BK-2, FA-5).
    mutating func cancelLater(_ person: Int, at start: CivilMinute) {
        guard let session = laterSession(of: person, at: start) else {
            preconditionFailure("no later session of person \(person) at \(start)")
        }
        laterSessions.remove(at: laterIndex(person, from: start))
        capacity.release(session.slot)
        emit(.laterCancelled(UInt32(person), start))
        if start > now { offerFreedTime(team: team(person)) }
    }

    /// The course ends, or goes to somebody else: what was booked of it beyond the next session is cancelled.
    mutating func giveUpLaterSessions(_ person: Int) {
        guard !laterSessions.isEmpty else { return }
        for session in laterSessions(of: person) { cancelLater(person, at: session.slot.start) }
    }

    /// Later sessions that passed while the person was out of touch lapse.
    mutating func lapsePassedSessions(_ person: Int) {
        guard !laterSessions.isEmpty else { return }
        for session in laterSessions(of: person) where session.slot.start <= now {
            cancelLater(person, at: session.slot.start)
        }
    }

    /// The first of the later sessions becomes the next one, if there is one. It may have passed, where outcomes are
    /// recorded late: then its own is recorded next.
    /// - Returns: whether there was one.
    mutating func takeUpLaterSession(_ person: Int) -> Bool {
        guard !laterSessions.isEmpty, let session = laterSessions(of: person).first else { return false }
        leaveList(person)
        takeUp(person, session)
        return true
    }

    /// A later session becomes the next one: nothing changes in the diary.
    private mutating func takeUp(_ person: Int, _ session: LaterSession) {
        laterSessions.remove(at: laterIndex(person, from: session.slot.start))
        people[person].take(session.slot, for: .treatment, bookedAt: session.bookedAt)
        linkToDay(person)
        emit(.takenUp(UInt32(person)))
    }

    /// Somebody who missed a session came to the next one that was booked (AT-4): that is contact enough.
    mutating func cameToLaterSession(_ person: Int) {
        guard let session = laterSessions(of: person).first else {
            preconditionFailure("person \(person) has no later session")
        }
        move(person, .madeContact)
        takeUp(person, session)
    }

    /// Whether somebody who missed a session can have come to the next one that was booked: it has begun.
    func mayHaveComeToLaterSession(_ person: Int) -> Bool {
        guard episodes[person].state == .missedSession, let next = laterSessions(of: person).first else { return false }
        return next.slot.start <= now
    }

    /// What speaks against a slot as a session beyond the next one, beside what speaks against any (BK-2): it is with
    /// the clinician who holds the person, and comes after the next one.
    public func laterRefusals(of slot: SlotOffer, for person: Int) -> [BookingRefusal] {
        // Whoever missed a session still has the others, and may ask for another time (AT-4).
        let isNext = episodes[person].state == .inTreatment && people[person].slotKind == .treatment
        guard people[person].isBooked && isNext || episodes[person].state == .missedSession else {
            return [.notWaiting]
        }
        var found = refusals(of: slot, for: person, kind: .treatment)
        if people[person].isBooked, slot.start <= people[person].slotStart { found.append(.outOfOrder) }
        return found
    }

    func mayBookLater(_ person: UInt32, _ slot: SlotOffer) -> Bool {
        guard episodes.indices.contains(Int(person)) else { return false }
        return laterRefusals(of: slot, for: Int(person)).allSatisfy { $0 == .setAside || $0 == .anotherLength }
    }
}
