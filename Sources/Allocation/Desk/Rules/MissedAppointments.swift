import CareModel

/// Appointments that were missed: what counts, when it ends an episode, and the time to make contact (AT-1 … AT-4,
/// PO-5).
enum MissedAppointments {
    /// A booked appointment was missed, or the person came too late to be seen (AT-1, AT-3, AT-4, FA-4, KT-5).
    /// - Parameter exception: the supervisor lets the course go on at the limit of misses (AT-3).
    static func missed(_ desk: inout DeskState, _ person: Int, _ outcome: Attendance, exception: Bool) {
        let kind = desk.people[person].slotKind
        desk.sayTookPlace(person, outcome)
        desk.useUpBooking(person)
        switch kind {
        case .firstAppointment:
            desk.people[person].flags.insert(.movedByPerson)
            desk.move(person, .firstAppointmentMissed)
            Office.awaitContact(&desk, person)
        case .treatment where desk.people.episodes[person].state == .waitingTreatment:
            ComputerisedSupport.missed(&desk, person, outcome, exception: exception)
        case .treatment:
            if endsByPolicy(&desk, person, outcome, exception: exception) {
                endByRule(&desk, person)
            } else {
                desk.move(person, .sessionMissed)
                Office.awaitContact(&desk, person)
            }
        case .keepingInTouch:
            desk.people[person].lastKeptInTouch = (desk.tookPlace ?? desk.now).day
            if endsByPolicy(&desk, person, outcome, exception: exception) {
                closeByRule(&desk, person, .withdrewWaitingTreatment)
            } else {
                Calls.planNext(&desk, person)
            }
        }
    }

    /// The rule ends a course (AT-3): at once, or once the time to reply is over (AT-4).
    static func endByRule(_ desk: inout DeskState, _ person: Int) {
        guard desk.rules[desk.team(person)].safeguards.replyHours > 0 else {
            return closeByRule(&desk, person, .droppedOut)
        }
        desk.move(person, .sessionMissed)
        Office.awaitReply(&desk, person)
    }

    /// The rule ends an episode (AT-3): from now on, whichever of the misses was told last.
    static func closeByRule(_ desk: inout DeskState, _ person: Int, _ reason: EndReason) {
        let told = desk.tookPlace
        desk.tookPlace = nil
        Endings.close(&desk, person, reason)
        desk.tookPlace = told
    }

    /// Whether one more such outcome would end the episode, were it not for an exception (AT-3, PO-5).
    @inline(__always)
    static func isAtLimit(_ desk: borrowing DeskState, _ person: Int, _ outcome: Attendance) -> Bool {
        isAtLimit(desk, person, outcome, noticeMinutes: desk.noticeMinutes(person))
    }

    @inline(__always)
    private static func isAtLimit(
        _ desk: borrowing DeskState, _ person: Int, _ outcome: Attendance, noticeMinutes: Int64
    ) -> Bool {
        let policy = desk.rules[desk.team(person)].attendance
        return policy.counts(outcome, noticeMinutes: noticeMinutes)
            && policy.ends(missedCount: Int(desk.people.episodes[person].missedCount) + 1)
    }

    /// Whether such an outcome ends the episode by the rule, were it not for an exception (AT-3): of a session of a
    /// course, whichever of those that are booked, or of a call that was missed.
    /// - Parameters:
    ///   - noticeMinutes: how long before its start it is given up.
    ///   - isLater: it is a session beyond the next one (BK-2).
    static func endsEpisode(
        _ desk: borrowing DeskState, _ person: Int, _ outcome: Attendance, noticeMinutes: Int64, isLater: Bool = false
    ) -> Bool {
        guard isAtLimit(desk, person, outcome, noticeMinutes: noticeMinutes) else { return false }
        if isLater || !desk.people[person].isBooked { return true }
        switch desk.people[person].slotKind {
        case .firstAppointment: return false
        case .treatment: return !desk.isSupport(person) && desk.rules[desk.team(person)].safeguards.replyHours == 0
        case .keepingInTouch: return outcome != .cancelledByPatient
        }
    }

    /// Counts a missed or cancelled appointment, and says whether the policy ends the episode (AT-3, PO-5).
    static func endsByPolicy(_ desk: inout DeskState, _ person: Int, _ outcome: Attendance, exception: Bool) -> Bool {
        endsByPolicy(&desk, person, outcome, noticeMinutes: desk.noticeMinutes(person), exception: exception)
    }

    /// The same, of an appointment that was given up so long before its start.
    static func endsByPolicy(
        _ desk: inout DeskState, _ person: Int, _ outcome: Attendance, noticeMinutes: Int64, exception: Bool
    ) -> Bool {
        let policy = desk.rules[desk.team(person)].attendance
        guard policy.counts(outcome, noticeMinutes: noticeMinutes) else { return false }
        desk.move(person, .missCounted)
        let isAtLimit = policy.ends(missedCount: Int(desk.people.episodes[person].missedCount))
        if !isAtLimit { Office.warn(&desk, person) }
        return isAtLimit && !exception
    }

    /// A person who missed an appointment made contact in time (AT-4): the next one is booked.
    static func madeContact(_ desk: inout DeskState, _ person: Int) {
        let isFirst = desk.people.episodes[person].state == .missedFirstAppointment
        desk.people.setNextDue(person, Episode.never)
        desk.people[person].flags.insert(.returnedAfterMiss)
        desk.move(person, .madeContact)
        guard isFirst else {
            LaterSessionRules.lapsePassed(&desk, person)
            return CourseSessions.bookNext(&desk, person)
        }
        desk.people[person].flags.insert(.movedByPerson)
        FirstAppointments.joinList(&desk, person)
        FirstAppointments.offerOnThePhone(&desk, person)
    }

    /// A person who missed an appointment made no contact in time: the episode ends (AT-4, FA-4).
    static func madeNoContact(_ desk: inout DeskState, _ person: Int) {
        Endings.close(
            &desk, person,
            desk.people.episodes[person].state == .missedFirstAppointment ? .missedFirstAppointment : .droppedOut)
    }
}
