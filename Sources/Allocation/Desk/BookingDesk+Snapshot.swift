public import CareModel
import Diaries

extension BookingDesk {
    /// Puts in a person whom a snapshot knows, without the lists and bookings.
    /// - Returns: the person's number.
    public mutating func add(_ known: Person) -> Int {
        let person = episodes.count
        referrals.append(known.referral)
        episodes.append(known.episode)
        let order = WaitingKey(
            person: UInt32(person), priority: .routine, since: known.referral.received,
            due: known.referral.received.day, under: .standard)
        var state = DeskPerson(key: known.key, listKey: order)
        state.reachedAt = known.reachedAt ?? Episode.never
        state.bookedAt = known.lastBookedAt ?? Episode.never
        state.assessor = known.assessor
        state.lastKeptInTouch = known.lastKeptInTouch ?? DeskPerson.noDay
        state.notBefore = known.notBefore ?? DeskPerson.noDay
        state.startScores = known.startScores
        state.scores = known.scores
        state.appointmentCount = known.appointmentCount
        state.sessionsAtStep = known.sessionsAtStep
        state.contactAttempts = known.contactAttempts
        if known.keepingInTouchOptOut { state.flags.insert(.optedOut) }
        if known.movedByPerson { state.flags.insert(.movedByPerson) }
        if known.movedByService { state.flags.insert(.movedByService) }
        if known.rebooksFirst { state.flags.insert(.rebookFirst) }
        if known.toldOfWait { state.flags.insert(.toldOfWait) }
        if let left = known.supportContactsLeft {
            state.flags.insert(.onComputerised)
            state.plannedSessions = left
        } else if let unseen = known.unseen {
            state.plannedSessions = unseen.plannedSessions
            if unseen.supervisorAgrees { state.flags.insert(.supervisorAgrees) }
        }
        people.append(state)
        dayLinks.append(DayLink())
        let team = team(person)
        everyoneByTeam[team] += 1
        stateCounts[stateIndex(known.episode, team)] += 1
        emit(.arrived(UInt32(person), in: known.episode.queue))
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
            bookLater(person, offer, at: known.bookedAt)
            return false
        }
        guard capacity.book(offer) else { preconditionFailure("a snapshot with a double booking") }
        people[person].take(offer, for: known.kind, bookedAt: known.bookedAt)
        linkToDay(person)
        return true
    }

    /// Puts a person whom a snapshot knows on the list of the state.
    public mutating func restoreList(_ person: Int) {
        switch episodes[person].state {
        case .waitingFirstAppointment: joinFirstList(person)
        case .waitingTreatment: joinTreatmentList(person)
        default: break
        }
    }

    /// Leaves a number out: whoever had it has left, and nothing of them matters to any decision.
    public mutating func skipNumber() {
        let person = add(Person(key: 0, referral: Referral(received: now, source: .selfWeb, team: 0)))
        stateCounts[stateIndex(episodes[person], 0)] -= 1
        everyoneByTeam[0] -= 1
        episodes[person] = Episode(departedBefore: now)
        effects.removeAll()
    }

    /// Sets the numbers of people who have left, by team, in the order in which they were free; the last comes first.
    public mutating func restoreFreeNumbers(_ numbers: [[Int32]]) {
        precondition(numbers.count == freeNumbers.count, "free numbers are kept by team")
        freeNumbers = numbers
    }

    /// Numbers of people who have left, by team: the last is given first.
    public var numbersFree: [[Int32]] { freeNumbers }

    /// Puts a person back on the list for the next session with the clinician who holds them.
    /// - Parameter since: when they joined it.
    public mutating func restoreToSessionList(_ person: Int, since: CivilMinute) {
        let isFirst = people[person].flags.contains(.rebookFirst)
        people[person].listedAt = since
        join(.nextSession, person, key: sessionKey(person, first: isFirst, since: since))
    }

    /// Puts a person whom a snapshot knows in treatment back on the clinician's caseload.
    public mutating func restoreToCaseload(_ person: Int) {
        let clinician = Int(episodes[person].clinician)
        capacity.restoreToCaseload(clinician)
        caseloadMembers[clinician].append(Int32(person))
    }

    /// Puts in a course that a snapshot knows, and books the facilitators' time for the sessions that are still to
    /// come, as far as it is free (TX-4). Whoever has a seat is on no list.
    /// - Parameters:
    ///   - members: the numbers of the people who have a seat.
    ///   - isTimeBooked: the facilitators' time was restored with what else is booked.
    /// - Returns: the course's number.
    @discardableResult
    public mutating func restoreGroup(
        _ known: GroupCourse, members: [UInt32], isTimeBooked: Bool = false
    ) -> Int {
        var group = known
        group.members = members
        groups.append(group)
        for member in members {
            leaveList(Int(member))
            people[Int(member)].flags.insert(.inGroup)
        }
        if group.isOpen, !isTimeBooked { bookRestored(groups.count - 1) }
        return groups.count - 1
    }

    /// What a snapshot says of a person; the holder adds what the desk does not know (IG-2).
    public func snapshot(of person: Int) -> Person {
        let state = people[person]
        var known = Person(key: state.key, referral: referrals[person])
        known.episode = episodes[person]
        known.startScores = state.startScores
        known.scores = state.scores
        known.sessionsAtStep = state.sessionsAtStep
        known.contactAttempts = state.contactAttempts
        known.appointmentCount = state.appointmentCount
        known.reachedAt = state.reachedAt == Episode.never ? nil : state.reachedAt
        known.movedByPerson = state.flags.contains(.movedByPerson)
        known.movedByService = state.flags.contains(.movedByService)
        known.keepingInTouchOptOut = state.flags.contains(.optedOut)
        known.lastKeptInTouch = state.lastKeptInTouch == DeskPerson.noDay ? nil : state.lastKeptInTouch
        known.assessor = state.assessor
        known.notBefore = state.notBefore == DeskPerson.noDay ? nil : state.notBefore
        known.listedAt = state.list == .nextSession ? state.listedAt : nil
        known.rebooksFirst = state.flags.contains(.rebookFirst)
        known.supportContactsLeft = state.flags.contains(.onComputerised) ? state.plannedSessions : nil
        known.lastBookedAt = state.bookedAt == Episode.never ? nil : state.bookedAt
        known.shortNotice = state.flags.contains(.shortNotice)
        known.toldOfWait = state.flags.contains(.toldOfWait)
        return known
    }

    /// What a snapshot says of a person's booked appointments, by start.
    public func appointmentSnapshots(of person: Int) -> [AppointmentSnapshot] {
        let state = people[person]
        var booked: [AppointmentSnapshot] = []
        if state.isBooked {
            booked.append(
                AppointmentSnapshot(
                    person: state.key, clinician: state.slotClinician, kind: state.slotKind, start: state.slotStart,
                    minutes: Int(state.slotMinutes), bookedAt: state.bookedAt, room: Int32(state.slotRoom)))
        }
        for later in laterSessions(of: person) {
            booked.append(
                AppointmentSnapshot(
                    person: state.key, clinician: later.slot.clinician, kind: .treatment, start: later.slot.start,
                    minutes: later.slot.minutes, bookedAt: later.bookedAt, room: later.slot.room))
        }
        return booked
    }
}
