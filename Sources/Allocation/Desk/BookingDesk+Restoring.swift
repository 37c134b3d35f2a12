public import CareModel
import Diaries

// A desk is put together from what a snapshot or a store knows, person by person, before it hears anything.

extension BookingDesk {
    /// Puts in a person whom a snapshot knows, without the lists and bookings.
    /// - Returns: the person's number.
    public mutating func add(_ known: Person) -> Int {
        let number = state.pointee.people.count
        var row = DeskPerson(key: known.key, listKey: PeopleRegister.noPlace(number, known.referral))
        row.take(known.facts)
        row.bookedAt = known.unseen?.lastBookedAt ?? Episode.never
        let person = state.pointee.people.add(
            known.referral, known.episode, row, due: known.facts.nextActionDue ?? Episode.never)
        state.pointee.appointments.addPerson()
        CaseAllocations.restore(&state.pointee, person)
        state.pointee.emit(.arrived(UInt32(person), in: known.episode.queue))
        return person
    }

    /// Books what a snapshot says is booked for a person. Of several appointments the first to be restored is the next
    /// one, unless the person missed one and is out of touch: the others are later sessions of the course (BK-2).
    /// - Returns: whether it is the next one.
    @discardableResult
    public mutating func restoreAppointment(_ person: Int, _ known: AppointmentSnapshot) -> Bool {
        var offer = SlotOffer(clinician: known.clinician, start: known.start, minutes: known.minutes, reasons: [])
        // A forecast may ask what would be with other rooms than those that were booked.
        let isFree =
            capacity.rooms.indices.contains(Int(known.room))
            && capacity.free(room: Int(known.room), on: known.start.day) & DayGrid(offer.quanta)
                == DayGrid(offer.quanta)
        offer.room = isFree ? known.room : -1
        if people[person].isBooked || episodes[person].state == .missedSession {
            state.pointee.appointments.bookLater(person, offer, at: known.bookedAt, &state.pointee.capacity)
            return false
        }
        state.pointee.appointments.book(
            person, known.kind, offer, at: known.bookedAt, &state.pointee.people, &state.pointee.capacity)
        return true
    }

    /// Puts a person whom a snapshot knows on the list of the state.
    public mutating func restoreList(_ person: Int) {
        switch episodes[person].state {
        case .waitingFirstAppointment: FirstAppointments.joinList(&state.pointee, person)
        case .waitingTreatment: TreatmentLists.join(&state.pointee, person)
        case .awaitingScreening, .awaitingContact, .firstAppointmentBooked, .missedFirstAppointment, .onHold,
            .inTreatment, .missedSession, .awaitingSupervision, .closed:
            break
        }
    }

    /// Sets the day on which the next call, or support contact, of somebody who waits is to be booked.
    public mutating func restoreCall(_ person: Int) { Calls.planNext(&state.pointee, person) }

    /// Leaves a number out: whoever had it has left, and nothing of them matters to any decision.
    public mutating func skipNumber() {
        let person = add(Person(key: 0, referral: Referral(received: now, source: .selfWeb, team: 0)))
        state.pointee.people.forget(person, departedBefore: now)
        state.pointee.effects.clear()
    }

    /// Sets the numbers of people who have left, by team, in the order in which they were free; the last comes first.
    public mutating func restoreFreeNumbers(_ numbers: [[Int32]]) {
        state.pointee.people.restoreFreeNumbers(numbers)
    }

    /// Puts a person back on the list for the next session with the clinician who holds them.
    /// - Parameter since: when they joined it.
    public mutating func restoreToSessionList(_ person: Int, since: CivilMinute) {
        let isFirst = people[person].flags.contains(.rebookFirst)
        state.pointee.people[person].listedAt = since
        let key = CourseSessions.key(state.pointee, person, first: isFirst, since: since)
        state.pointee.join(.nextSession, person, key: key)
    }

    /// Puts a person whom a snapshot knows in treatment back on the clinician's caseload.
    public mutating func restoreToCaseload(_ person: Int) {
        state.pointee.caseloads.restore(person, Int(episodes[person].clinician), &state.pointee.capacity)
    }

    /// Puts in a course that a snapshot knows, and books the facilitators' time for the sessions that are still to
    /// come, as far as it is free (TX-4). Whoever has a seat is on no list.
    /// - Parameters:
    ///   - members: the numbers of the people who have a seat.
    ///   - isTimeBooked: the facilitators' time was restored with what else is booked.
    /// - Returns: the course's number.
    @discardableResult
    public mutating func restoreGroup(
        _ known: GroupFacts, members: [UInt32], isTimeBooked: Bool = false
    ) -> Int {
        let group = GroupCourse(known)
        let number = state.pointee.groups.add(group)
        for member in members {
            state.pointee.leaveList(Int(member))
            state.pointee.groups.seat(Int(member), in: number, &state.pointee.people)
        }
        if group.isOpen, !isTimeBooked { GroupRules.bookRestored(&state.pointee, number) }
        return number
    }

    /// Says of a course that was brought in with its seats what would be said if it were opened now (TX-4).
    public mutating func announceGroup(_ number: Int) { GroupChanges.announce(&state.pointee, number) }

    /// Time of a clinician that is taken, by nobody in particular.
    public mutating func restoreTime(_ slot: SlotOffer) { _ = state.pointee.capacity.book(slot) }

    /// What a team saw in the weeks before (PO-1, KT-2).
    public mutating func restoreRecentWaits(_ known: RecentWaitsSnapshot, team: Int) {
        state.pointee.recentWaits.restore(known, team: team)
    }

    /// Somebody had a first appointment in a week before: see ``RecentWaits/addFirstWait(team:days:weeksAgo:)``.
    public mutating func restoreFirstWait(team: Int, days: Int, weeksAgo: Int) {
        state.pointee.recentWaits.addFirstWait(team: team, days: days, weeksAgo: weeksAgo)
    }

    /// Somebody was taken on in a week before: see ``RecentWaits/addTakenOn(team:step:weeksAgo:)``.
    public mutating func restoreTakenOn(team: Int, step: Step, weeksAgo: Int) {
        state.pointee.recentWaits.addTakenOn(team: team, step: step, weeksAgo: weeksAgo)
    }

    /// How many weeks there have been, the present one included.
    public mutating func restoreWeeksSeen(_ weeks: Int) { state.pointee.recentWaits.setWeeksSeen(weeks) }
}
