public import CareModel

extension BookingDesk {
    /// A booked appointment was missed, or the person came too late to be seen (AT-1, AT-3, AT-4, FA-4, KT-5).
    /// - Parameter exception: the supervisor lets the course go on at the limit of misses (AT-3).
    public mutating func missed(_ person: Int, _ outcome: Attendance, exception: Bool) {
        let kind = people[person].slotKind
        useUpBooking(person)
        switch kind {
        case .firstAppointment:
            people[person].flags.insert(.movedByPerson)
            move(person, .firstAppointmentMissed)
            emit(.awaitsContact(UInt32(person)))
        case .treatment where episodes[person].state == .waitingTreatment:
            supportMissed(person, outcome, exception: exception)
        case .treatment:
            if endsByPolicy(person, outcome, exception: exception) {
                closeByRule(person, .droppedOut)
            } else {
                move(person, .sessionMissed)
                emit(.awaitsContact(UInt32(person)))
            }
        case .keepingInTouch:
            people[person].lastKeptInTouch = (tookPlace ?? now).day
            if endsByPolicy(person, outcome, exception: exception) {
                closeByRule(person, .withdrewWaitingTreatment)
            } else {
                planNextCall(person)
            }
        }
    }

    /// The rule ends an episode (AT-3): from now on, whichever of the misses was told last.
    mutating func closeByRule(_ person: Int, _ reason: EndReason) {
        let told = tookPlace
        tookPlace = nil
        close(person, reason)
        tookPlace = told
    }

    /// Whether one more such outcome would end the episode, were it not for an exception (AT-3, PO-5).
    @inline(__always)
    public func isAtLimit(_ person: Int, _ outcome: Attendance) -> Bool {
        isAtLimit(person, outcome, noticeMinutes: noticeMinutes(person))
    }

    @inline(__always)
    private func isAtLimit(_ person: Int, _ outcome: Attendance, noticeMinutes: Int64) -> Bool {
        let policy = rules[team(person)].attendance
        return policy.counts(outcome, noticeMinutes: noticeMinutes)
            && policy.ends(missedCount: Int(episodes[person].missedCount) + 1)
    }

    /// Whether such an outcome ends the episode by the rule, were it not for an exception (AT-3): of a session of a
    /// course, whichever of those that are booked, or of a call that was missed.
    /// - Parameters:
    ///   - noticeMinutes: how long before its start it is given up.
    ///   - isLater: it is a session beyond the next one (BK-2).
    public func endsEpisode(
        _ person: Int, _ outcome: Attendance, noticeMinutes: Int64, isLater: Bool = false
    ) -> Bool {
        guard isAtLimit(person, outcome, noticeMinutes: noticeMinutes) else { return false }
        if isLater || !people[person].isBooked { return true }
        switch people[person].slotKind {
        case .firstAppointment: return false
        case .treatment: return !isSupport(person)
        case .keepingInTouch: return outcome != .cancelledByPatient
        }
    }

    /// How long before its start the booking of a person that is being cancelled, or was just, is given up (AT-2).
    @inline(__always)
    public func noticeMinutes(_ person: Int) -> Int64 { people[person].slotStart - (tookPlace ?? now) }

    /// Counts a missed or cancelled appointment, and says whether the policy ends the episode (AT-3, PO-5).
    mutating func endsByPolicy(_ person: Int, _ outcome: Attendance, exception: Bool) -> Bool {
        endsByPolicy(person, outcome, noticeMinutes: noticeMinutes(person), exception: exception)
    }

    /// The same, of an appointment that was given up so long before its start.
    mutating func endsByPolicy(
        _ person: Int, _ outcome: Attendance, noticeMinutes: Int64, exception: Bool
    ) -> Bool {
        let policy = rules[team(person)].attendance
        guard policy.counts(outcome, noticeMinutes: noticeMinutes) else { return false }
        move(person, .missCounted)
        return policy.ends(missedCount: Int(episodes[person].missedCount)) && !exception
    }

    /// A person who missed an appointment made contact in time (AT-4): the next one is booked.
    public mutating func madeContact(_ person: Int) {
        let isFirst = episodes[person].state == .missedFirstAppointment
        move(person, .madeContact)
        guard isFirst else {
            lapsePassedSessions(person)
            return bookNextSession(person)
        }
        people[person].flags.insert(.movedByPerson)
        joinFirstList(person)
        offerFirstAppointmentOnThePhone(person)
    }

    /// A person who missed an appointment made no contact in time: the episode ends (AT-4, FA-4).
    public mutating func madeNoContact(_ person: Int) {
        close(person, episodes[person].state == .missedFirstAppointment ? .missedFirstAppointment : .droppedOut)
    }

    /// The person cancels a booked appointment in advance; the slot is offered again (FA-5, AT-3).
    /// - Parameters:
    ///   - rebooks: the person wants another.
    ///   - exception: the supervisor lets the course go on at the limit of misses (AT-3).
    public mutating func cancelledByPerson(_ person: Int, rebooks: Bool, exception: Bool) {
        let kind = people[person].slotKind
        cancelBooking(person)
        switch kind {
        case .firstAppointment:
            people[person].flags.insert(.movedByPerson)
            move(person, .firstAppointmentCancelled)
            guard rebooks else { return close(person, .withdrewBeforeFirstAppointment) }
            joinFirstList(person)
            offerFirstAppointmentOnThePhone(person)
        case .treatment where episodes[person].state == .waitingTreatment: planNextCall(person)
        case .treatment:
            move(person, .sessionCancelled)
            if !rebooks {
                close(person, .stoppedEarly)
            } else if endsByPolicy(person, .cancelledByPatient, exception: exception) {
                close(person, .droppedOut)
            } else {
                bookNextSession(person)
            }
        case .keepingInTouch:
            planNextCall(person)
        }
    }

    /// The service cancels a booked appointment: it never counts against the person, who is rebooked first (AT-10).
    public mutating func cancelledByService(_ person: Int) {
        let kind = people[person].slotKind
        emit(.cancelledByService(UInt32(person)))
        cancelBooking(person)
        switch kind {
        case .firstAppointment:
            people[person].flags.insert([.movedByService, .rebookFirst])
            move(person, .firstAppointmentCancelled)
            joinFirstList(person)
            offerFreedTime(team: team(person))
        case .treatment where episodes[person].state == .waitingTreatment: planNextCall(person)
        case .treatment:
            people[person].flags.insert(.rebookFirst)
            move(person, .sessionCancelled)
            bookNextSession(person)
        case .keepingInTouch:
            planNextCall(person)
        }
    }
}
