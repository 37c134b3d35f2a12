import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// The minute of a booked appointment has come (AT-1).
    mutating func appointmentTakesPlace(_ person: Int) {
        let kind = people[person].slotKind
        let outcome = drawAttendance(person, kind)
        let team = team(person)
        recordAppointment(person, outcome)
        if outcome.wasSeen { recordCompleted(person) }
        switch (kind, outcome.wasSeen) {
        case (.firstAppointment, true):
            assess(person)
            useUpBooking(person)
        case (.firstAppointment, false):
            useUpBooking(person)
            people[person].flags.insert(.movedByPerson)
            move(person, .firstAppointmentMissed)
            awaitContact(person)
        case (.treatment, true):
            useUpBooking(person)
            sessionAttended(person)
        case (.treatment, false):
            useUpBooking(person)
            sessionMissed(person, outcome)
        case (.keepingInTouch, true):
            useUpBooking(person)
            keptInTouch(person)
        case (.keepingInTouch, false):
            useUpBooking(person)
            callMissed(person, outcome, team: team)
        }
    }

    /// Draws the outcome: the chance of a DNA grows with the wait before the appointment and differs by kind, source
    /// and
    /// session (AT-9).
    private mutating func drawAttendance(_ person: Int, _ kind: AppointmentKind) -> Attendance {
        let team = team(person)
        let input = practices[team].attendance
        let episode = episodes[person]
        let since =
            kind == .firstAppointment
            ? episode.received
            : (episode.lastTreatment == Episode.never ? people[person].bookedAt : episode.lastTreatment)
        let wait = min(180, Double(now.day - since.day)) - Derived.referenceWaitDays[kind]
        var logFactor = derived[team].logOddsPerDay * wait
        if referrals[person].source.isSelf { logFactor += derived[team].logOddsSelf }
        if kind == .treatment { logFactor += derived[team].logOddsPerSession * Double(people[person].sessionsAtStep) }
        let odds = derived[team].missOdds[kind] * cExp(logFactor)
        let misses = odds / (1 + odds)
        random.position(.attendance, people[person].key, occasion: Int(people[person].appointmentCount))
        let draw = random.uniform()
        if draw < misses { return .didNotAttend }
        if draw < misses + input.tooLate { return .arrivedTooLate }
        return random.uniform() < input.late ? .attendedLate : .attendedOnTime
    }

    /// A treatment session was missed: the policy counts it; the time to make contact runs (AT-3, AT-4).
    private mutating func sessionMissed(_ person: Int, _ outcome: Attendance) {
        if endsByPolicy(person, outcome) {
            close(person, .droppedOut)
        } else {
            move(person, .sessionMissed)
            awaitContact(person)
        }
    }

    /// Counts a missed or cancelled appointment, and says whether the policy ends the episode: at the limit, but for
    /// the
    /// exceptions that a supervisor makes (AT-3, PO-5).
    mutating func endsByPolicy(_ person: Int, _ outcome: Attendance) -> Bool {
        let input = practices[team(person)].attendance
        guard input.policy.counts(outcome) else { return false }
        episodes[person].countMissedAppointment()
        guard input.policy.ends(missedCount: Int(episodes[person].missedCount)) else { return false }
        random.position(.missedContact, people[person].key, occasion: Int(people[person].appointmentCount))
        return random.uniform() >= input.exceptions
    }

    /// The person cancels a booked appointment in advance; the slot is offered again (FA-5, AT-3).
    mutating func personCancels(_ person: Int) {
        let kind = people[person].slotKind
        recordAppointment(person, .cancelledByPatient)
        cancelBooking(person)
        random.position(.booking, people[person].key, occasion: Int(people[person].appointmentCount))
        let rebooks = random.uniform() < practices[team(person)].attendance.rebooks
        switch kind {
        case .firstAppointment:
            people[person].flags.insert(.movedByPerson)
            move(person, .firstAppointmentCancelled)
            guard rebooks else {
                close(person, .withdrewBeforeFirstAppointment)
                return
            }
            joinFirstList(person)
            offerFirstAppointmentOnThePhone(person)
        case .treatment:
            move(person, .sessionCancelled)
            if !rebooks {
                close(person, .stoppedEarly)
            } else if endsByPolicy(person, .cancelledByPatient) {
                close(person, .droppedOut)
            } else {
                bookNextSession(person)
            }
        case .keepingInTouch:
            planNextCall(person)
        }
    }

    /// The service cancels for a reason other than an absence (AT-10).
    mutating func serviceCancels(_ person: Int) { cancelByService(person) }

    /// The service cancels a booked appointment: it never counts against the person, who is rebooked first (AT-10).
    mutating func cancelByService(_ person: Int) {
        let kind = people[person].slotKind
        recordAppointment(person, .cancelledByProvider)
        cancelBooking(person)
        switch kind {
        case .firstAppointment:
            people[person].flags.insert([.movedByService, .rebookFirst])
            move(person, .firstAppointmentCancelled)
            joinFirstList(person)
            offerFreedTime(team: team(person))
        case .treatment:
            people[person].flags.insert(.rebookFirst)
            move(person, .sessionCancelled)
            bookNextSession(person)
        case .keepingInTouch:
            planNextCall(person)
        }
    }
}
