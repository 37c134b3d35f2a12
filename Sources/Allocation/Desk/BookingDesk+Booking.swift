public import CareModel
import Diaries

extension BookingDesk {
    /// Books an offered slot into the clinician's diary (BK-1).
    mutating func book(_ person: Int, _ kind: AppointmentKind, _ offer: SlotOffer) {
        guard capacity.book(offer) else {
            fatalError("a slot was offered that is taken: clinician \(offer.clinician), \(offer.start)")
        }
        people[person].take(offer, for: kind, bookedAt: now)
        people[person].countAppointment()
        linkToDay(person)
        emit(.booked(UInt32(person)))
    }

    /// Frees a booked slot that will not be used, and offers it again (FA-5).
    mutating func cancelBooking(_ person: Int) {
        guard people[person].isBooked else { return }
        emit(.cancelled(UInt32(person)))
        capacity.release(people[person].slot)
        unlinkFromDay(person)
        let isUsable = people[person].slotStart > now
        people[person].slotClinician = -1
        if isUsable { offerFreedTime(team: team(person)) }
    }

    /// Ends a booking that took place, or was missed too late to be used by anyone else.
    mutating func useUpBooking(_ person: Int) {
        unlinkFromDay(person)
        people[person].slotClinician = -1
    }

    /// Free time is offered once at the end of this minute, in the opening hours of a working day.
    mutating func offerFreedTime(team: Int) {
        guard booksByItself, !backfillPending[team], calendar.isWorkingDay(now.day) else { return }
        let opening = rules[team].openingHours
        guard now.minuteOfDay >= opening.start, now.minuteOfDay < opening.end else { return }
        backfillPending[team] = true
        emit(.timeFreed(team: UInt32(team)))
    }

    /// Freed time is offered by priority to the people it fits (FA-5, BK-5).
    public mutating func backfill(team: Int) {
        backfillPending[team] = false
        offerFirstAppointments(team: team)
    }

    /// The clerk's morning round (PO-3): next sessions first, for people whose appointment the service cancelled lead
    /// their list; then first appointments; then supervisors allocate people to caseloads with room. Under optimised
    /// lists, first appointments and first sessions are placed together.
    public mutating func bookingRound(team: Int) {
        for clinician in capacity.range(team: team) where !sessionLists[clinician].isEmpty {
            bookWaitingSessions(clinician)
        }
        guard rules[team].priorities.order != .optimised else { return bookBatch(team: team) }
        offerFirstAppointments(team: team)
        for step in Step.allCases { allocateTreatment(team: team, step: step) }
    }

    /// The first minute of a day on which a person can come, given the notice that people need.
    @inline(__always)
    public func earliest(_ person: Int) -> CivilMinute {
        let notice = people[person].flags.contains(.shortNotice) ? 1 : rules[team(person)].noticeDays
        return (now.day + Int32(max(1, notice))).start
    }

    // The people booked with a clinician on a day form a chain, so that an absence finds them.

    @inline(__always)
    private func dayIndex(_ person: Int) -> Int {
        Int(people[person].slotClinician) * calendar.dayCount + Int(people[person].slotStart.day - calendar.first)
    }

    mutating func linkToDay(_ person: Int) {
        let index = dayIndex(person)
        let next = dayHeads[index]
        dayLinks[person] = DayLink(previous: -1, next: next)
        if next >= 0 { dayLinks[Int(next)].previous = Int32(person) }
        dayHeads[index] = Int32(person)
    }

    mutating func unlinkFromDay(_ person: Int) {
        let link = dayLinks[person]
        if link.previous < 0 {
            dayHeads[dayIndex(person)] = link.next
        } else {
            dayLinks[Int(link.previous)].next = link.next
        }
        if link.next >= 0 { dayLinks[Int(link.next)].previous = link.previous }
    }

    /// Who is booked with a clinician on a day, by start, then number (BK-6): what has begun is not to come any more.
    public func booked(with clinician: Int, on day: CivilDay) -> [Int] {
        guard capacity.diary.hasPage(for: day) else { return [] }
        var booked: [Int] = []
        var person = Int(dayHeads[clinician * calendar.dayCount + Int(day - calendar.first)])
        while person >= 0 {
            if people[person].slotStart > now { booked.append(person) }
            person = Int(dayLinks[person].next)
        }
        booked.sort { (people[$0].slotStart, $0) < (people[$1].slotStart, $1) }
        return booked
    }

    /// Cancels what is booked with a clinician on a range of days: sessions beyond the next one first, so that nobody
    /// is given one of them instead (BK-2), then day by day; people are rebooked first (AT-10, BK-6).
    public mutating func cancelAppointments(_ clinician: Int, _ days: ClosedRange<CivilDay>) {
        for session in laterSessions(with: clinician, on: days) {
            endLater(Int(session.person), at: session.slot.start, .byService)
        }
        var day = days.lowerBound
        while day <= days.upperBound, capacity.diary.hasPage(for: day) {
            for person in booked(with: clinician, on: day) { cancelledByService(person) }
            day = day + 1
        }
    }
}

/// The people booked with the same clinician on the same day, before and after one of them; -1 is nobody.
struct DayLink: BitwiseCopyable, Sendable {
    var previous: Int32 = -1
    var next: Int32 = -1
}
