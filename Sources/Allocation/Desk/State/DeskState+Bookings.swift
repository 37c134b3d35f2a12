import CareModel
import Diaries

extension DeskState {
    /// What is booked for a person, or was last.
    @inline(__always)
    func appointment(of person: Int) -> DeskAppointment {
        DeskAppointment(people[person].slot, people[person].slotKind)
    }

    /// Books an offered slot into the clinician's diary (BK-1).
    /// - Parameters:
    ///   - old: the start of the appointment that was given up for it, if it is a move (BK-4).
    ///   - takesOn: whether a clinician takes the person on with it (CL-1).
    mutating func book(
        _ person: Int, _ kind: AppointmentKind, _ offer: SlotOffer, insteadOf old: CivilMinute? = nil,
        takesOn: Bool = false
    ) {
        appointments.book(person, kind, offer, at: now, &people, &capacity)
        people[person].countAppointment()
        people.setNextDue(person, Episode.never)
        emit(.booked(UInt32(person), DeskAppointment(offer, kind), insteadOf: old, takesOn: takesOn))
        if keepsOffice { tellOfBooking(person, isMove: old != nil) }
    }

    /// The booked appointment has an outcome (AT-1): it is told before its time is spent.
    @inline(__always)
    mutating func sayTookPlace(_ person: Int, _ outcome: Attendance) {
        if outcome.wasSeen { people[person].flags.remove(.returnedAfterMiss) }
        emit(.tookPlace(UInt32(person), appointment(of: person), outcome))
        if keepsOffice, outcome.wasSeen { addNotesTask(person) }
    }

    /// Says that the booked appointment is given up.
    /// - Parameter said: when that was said, if not now (AT-2).
    @inline(__always)
    mutating func sayCancelled(_ person: Int, _ cause: CancellationCause, said: CivilMinute? = nil) {
        let given = appointment(of: person)
        let cancellation = Cancellation(cause, noticeMinutes: given.start - (said ?? now))
        emit(.cancelled(UInt32(person), given, cancellation))
        if keepsOffice { tellOfCancelling(person, given.start, cause) }
    }

    /// Frees a booked slot that will not be used, and offers it again (FA-5).
    /// - Parameters:
    ///   - cause: why, and so by whom.
    ///   - said: when that was said, if not now (AT-2).
    mutating func cancelBooking(_ person: Int, _ cause: CancellationCause, said: CivilMinute? = nil) {
        guard people[person].isBooked else { return }
        sayCancelled(person, cause, said: said)
        appointments.cancel(person, &people, &capacity)
        if people[person].slotStart > now { offerFreedTime(team: team(person)) }
    }

    /// Ends a booking that took place, or was missed too late to be used by anyone else.
    mutating func useUpBooking(_ person: Int) { appointments.useUp(person, &people) }

    /// Free time is offered once at the end of this minute, in the opening hours of a working day.
    mutating func offerFreedTime(team: Int) {
        guard booksByItself, !backfillPending[team], calendar.isWorkingDay(now.day) else { return }
        let opening = rules[team].openingHours
        guard now.minuteOfDay >= opening.start, now.minuteOfDay < opening.end else { return }
        backfillPending[team] = true
        emit(.timeFreed(team: UInt32(team)))
    }

    /// The first minute of a day on which a person can come, given the notice that people need.
    @inline(__always)
    func earliest(_ person: Int) -> CivilMinute {
        let notice = people[person].flags.contains(.shortNotice) ? 1 : rules[team(person)].noticeDays
        return (now.day + Int32(max(1, notice))).start
    }

    /// How long before its start the booking of a person that is being cancelled, or was just, is given up (AT-2).
    @inline(__always)
    func noticeMinutes(_ person: Int) -> Int64 { people[person].slotStart - (tookPlace ?? now) }

    /// Whether the booked appointment of a person has begun. O(1).
    @inline(__always)
    func hasBegun(_ person: Int) -> Bool { people[person].isBooked && people[person].slotStart <= now }

    /// Whether the booked appointment supports computerised CBT: a treatment contact of somebody who waits (TX-5).
    @inline(__always)
    func isSupport(_ person: Int) -> Bool {
        people.episodes[person].state == .waitingTreatment && people[person].slotKind == .treatment
    }

    /// Who is booked with a clinician on a day, by start, then number (BK-6): what has begun is not to come any more.
    func booked(with clinician: Int, on day: CivilDay) -> [Int] {
        guard capacity.diary.hasPage(for: day) else { return [] }
        return appointments.booked(with: clinician, on: day, after: now, people)
    }

    /// The sessions of a person's course that are booked beyond the next one, by start (BK-2). O(log booked).
    func laterSessions(of person: Int) -> ArraySlice<LaterSession> { appointments.later(of: person) }

    /// The later session of a person that starts at a minute; nil if none does.
    func laterSession(of person: Int, at start: CivilMinute) -> LaterSession? {
        appointments.later(of: person, at: start)
    }

    /// The later sessions with a clinician on a range of days, by person, then start (BK-6). O(booked).
    func laterSessions(with clinician: Int, on days: ClosedRange<CivilDay>) -> [LaterSession] {
        appointments.later.filter {
            Int($0.slot.clinician) == clinician && days.contains($0.slot.start.day) && $0.slot.start > now
        }
    }

    /// Cancels a session of a course beyond the next one; its time is offered again (BK-2, FA-5).
    mutating func cancelLater(_ person: Int, at start: CivilMinute, _ cause: CancellationCause) {
        guard let session = laterSession(of: person, at: start) else {
            preconditionFailure("no later session of person \(person) at \(start)")
        }
        appointments.cancelLater(person, at: start, &capacity)
        emit(
            .laterCancelled(
                UInt32(person), DeskAppointment(session.slot, .treatment),
                Cancellation(cause, noticeMinutes: start - now)))
        if keepsOffice { tellOfCancelling(person, start, cause) }
        if start > now { offerFreedTime(team: team(person)) }
    }

    /// The course ends, or goes to somebody else: what was booked of it beyond the next session is cancelled.
    mutating func giveUpLaterSessions(_ person: Int, _ cause: CancellationCause) {
        guard !appointments.later.isEmpty else { return }
        for session in laterSessions(of: person) { cancelLater(person, at: session.slot.start, cause) }
    }

    // MARK: Times given up

    /// The end of a time that a person gave up, if a slot touches one; nil if it does not. O(times given up).
    @inline(__always)
    func endOfGivenUp(_ slot: SlotOffer, _ person: Int) -> CivilMinute? { givenUp.end(touching: slot, by: person) }

    /// Whether a slot is at a time that a person gave up: it is not offered again, though it may be asked for.
    func isGivenUp(_ slot: SlotOffer, by person: Int) -> Bool { endOfGivenUp(slot, person) != nil }

    /// The earliest slot that fits a request of a person, at no time that the person gave up. All slots of a request
    /// are of one length: none that starts between the one that was found and the end of that time is another's.
    /// - Parameter clinician: with whom; nil is anybody who may take it.
    mutating func earliestSlot(_ request: SlotRequest, for person: Int, with clinician: Int? = nil) -> SlotOffer? {
        var request = request
        while true {
            let slot =
                if let clinician {
                    capacity.earliestSlot(request, with: clinician, today: now.day)
                } else {
                    capacity.earliestSlot(request, today: now.day)
                }
            guard let slot, let end = endOfGivenUp(slot, person) else { return slot }
            request.earliest = end
        }
    }
}
