import Allocation
import CareModel
import Diaries
import EventKernel
import RandomStreams

extension Simulation {
    /// Books an offered slot into the clinician's diary, and draws whether anybody will cancel it (AT-1, AT-9).
    mutating func book(_ person: Int, _ kind: AppointmentKind, _ offer: SlotOffer) {
        guard capacity.book(offer) else {
            fatalError("a slot was offered that is taken: clinician \(offer.clinician), \(offer.start)")
        }
        people[person].slotStart = offer.start
        people[person].bookedAt = now
        people[person].slotClinician = offer.clinician
        people[person].slotMinutes = UInt8(truncatingIfNeeded: offer.minutes)
        people[person].slotKind = kind
        people[person].appointmentCount += 1
        linkToDay(person)
        scheduleOutcome(person)
    }

    /// Draws who cancels, if anybody, and schedules what will happen to the booking.
    mutating func scheduleOutcome(_ person: Int) {
        let team = team(person)
        let input = practices[team].attendance
        let start = people[person].slotStart
        random.position(.cancellation, people[person].key, occasion: Int(people[person].appointmentCount))
        let who = random.uniform()
        let cancels = derived[team].cancels[people[person].slotKind]
        guard who < cancels + input.providerCancels else {
            people[person].appointmentEvent = schedule(.appointment, person, at: start, .appointment)
            return
        }
        let notice = random.exponential(mean: input.noticeDays * 1440)
        let spread = random.uniform()
        var minute = start - Int64(notice)
        // Notice longer than the time since booking is shortened to a moment within it.
        if minute <= now { minute = now + Int64(spread * Double(start - now)) }
        let kind: SimulationEvent.Kind = who < cancels ? .personCancels : .serviceCancels
        people[person].appointmentEvent = schedule(kind, person, at: minute, .cancellation)
    }

    /// Frees a booked slot that will not be used, and offers it again (FA-5).
    mutating func cancelBooking(_ person: Int) {
        guard people[person].isBooked else { return }
        events.cancel(people[person].appointmentEvent)
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

    /// Free time is offered once at the end of this minute.
    mutating func offerFreedTime(team: Int) {
        guard !backfillPending[team], calendar.isWorkingDay(now.day) else { return }
        let opening = scenario.teams[team].openingHours
        guard now.minuteOfDay >= opening.start, now.minuteOfDay < opening.end else { return }
        backfillPending[team] = true
        schedule(.backfill, team, at: now, .booking)
    }

    mutating func backfill(team: Int) {
        backfillPending[team] = false
        offerFirstAppointments(team: team)
    }

    /// The clerk's morning round (PO-3): next sessions first, for people whose appointment the service cancelled lead
    /// their list; then first appointments; then supervisors allocate people to caseloads with room.
    mutating func bookingRound(team: Int) {
        for clinician in capacity.range(team: team) where !sessionLists[clinician].isEmpty {
            bookWaitingSessions(clinician)
        }
        offerFirstAppointments(team: team)
        for step in Step.allCases { allocateTreatment(team: team, step: step) }
    }

    /// The first minute of a day on which a person can come, given the notice that people need.
    func earliest(_ person: Int) -> CivilMinute {
        let notice =
            people[person].flags.contains(.shortNotice)
            ? 1 : practices[team(person)].firstAppointments.noticeDays
        return (now.day + Int32(max(1, notice))).start
    }

    // The people booked with a clinician on a day form a chain, so that an absence finds them.

    private func dayIndex(_ person: Int) -> Int {
        Int(people[person].slotClinician) * calendar.dayCount + Int(people[person].slotStart.day - calendar.first)
    }

    mutating func linkToDay(_ person: Int) {
        let index = dayIndex(person)
        people[person].nextOnDay = dayHeads[index]
        dayHeads[index] = Int32(person)
    }

    mutating func unlinkFromDay(_ person: Int) {
        let index = dayIndex(person)
        if dayHeads[index] == Int32(person) {
            dayHeads[index] = people[person].nextOnDay
            return
        }
        var before = Int(dayHeads[index])
        while people[before].nextOnDay != Int32(person) { before = Int(people[before].nextOnDay) }
        people[before].nextOnDay = people[person].nextOnDay
    }
}
