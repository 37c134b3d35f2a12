import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// The minute of a booked appointment has come (AT-1).
    mutating func appointmentTakesPlace(_ person: Int) {
        fetchDiary(after: person)
        let kind = desk.people[person].slotKind
        let outcome = drawAttendance(person, kind)
        if outcome.wasSeen, isAborted(person) { return serviceCancels(person) }
        recordAppointment(person, outcome)
        guard outcome.wasSeen else {
            hear(.missed(UInt32(person), outcome, exception: isExcused(person, outcome)))
            settle()
            return
        }
        recordCompleted(person)
        let contact = desk.people[person].slot
        let occasion = Int(desk.people[person].appointmentCount)
        switch kind {
        case .firstAppointment: assess(person)
        case .treatment: sessionAttended(person)
        case .keepingInTouch: keptInTouch(person)
        }
        if practices[team(person)].risk.foundAtContacts > 0 {
            lookForRisk(person, at: contact, occasion: occasion)
        }
    }

    /// Draws the outcome: the chance of a DNA grows with the wait before the appointment and differs by kind, source
    /// and
    /// session (AT-9).
    mutating func drawAttendance(_ person: Int, _ kind: AppointmentKind) -> Attendance {
        let team = team(person)
        let input = practices[team].attendance
        let episode = desk.episodes[person]
        // Whoever takes a seat in a course may have no booking of their own that anybody knows of.
        let bookedAt = desk.people[person].bookedAt == Episode.never ? episode.stateSince : desk.people[person].bookedAt
        let since =
            kind == .firstAppointment
            ? episode.received : (episode.lastTreatment == Episode.never ? bookedAt : episode.lastTreatment)
        let wait = min(Derived.longestWaitDays, Double(now.day - since.day)) - Derived.referenceWaitDays[kind]
        var logFactor = derived[team].logOddsPerDay * wait
        if desk.referrals[person].source.isSelf { logFactor += derived[team].logOddsSelf }
        if kind == .treatment {
            logFactor += derived[team].logOddsPerSession * Double(desk.people[person].sessionsAtStep)
        }
        let notice = Int(now.day - bookedAt.day)
        let odds = derived[team].missOdds(kind, booked: notice) * cExp(logFactor)
        let misses = odds < .infinity ? odds / (1 + odds) : 1
        let (key, occasion) = (desk.people[person].key, Int(desk.people[person].appointmentCount))
        if random.happens(.didNotAttend, of: key, occasion, share: misses) { return .didNotAttend }
        let tooLate = derived[team].tooLate(kind, booked: notice) / (1 - misses)
        if random.happens(.arrivesTooLate, of: key, occasion, share: tooLate) { return .arrivedTooLate }
        guard random.happens(.arrivesLate, of: key, occasion, share: input.late) else { return .attendedOnTime }
        guard input.latenessMinutes > 0 else { return .attendedLate }
        var lateness = random.stream(.lateness, of: key, occasion)
        let minutes = lateness.exponential(mean: input.latenessMinutes)
        let isLow = episode.step == .low
        let isSeen = (isLow ? practices[team].low.rule : practices[team].high.rule).isSeen(minutesLate: minutes)
        return isSeen ? .attendedLate : .arrivedTooLate
    }

    /// Whether the connection is lost, so that the session is arranged anew and nobody has missed it (AT-7).
    private mutating func isAborted(_ person: Int) -> Bool {
        let team = team(person)
        guard practices[team].attendance.aborted > 0 else { return false }
        let occasion = Int(desk.people[person].appointmentCount)
        let share = practices[team].attendance.aborted
        guard random.happens(.aborted, of: desk.people[person].key, occasion, share: share) else { return false }
        count(.aborted, team: team)
        return true
    }

    /// Whether a supervisor lets a course go on at the limit of misses; asked only there (AT-3).
    mutating func isExcused(_ person: Int, _ outcome: Attendance) -> Bool {
        guard desk.people[person].slotKind != .firstAppointment, desk.isAtLimit(person, outcome) else { return false }
        let occasion = Int(desk.people[person].appointmentCount)
        return random.happens(
            .exception, of: desk.people[person].key, occasion, share: practices[team(person)].attendance.exceptions)
    }

    /// The person cancels a booked appointment in advance (FA-5, AT-3), unless it can be kept by telephone or video
    /// (AT-6).
    mutating func personCancels(_ person: Int) {
        if desk.people[person].slotRoom >= 0 {
            let booked = Int(desk.people[person].appointmentCount)
            let share = practices[team(person)].attendance.keptAtADistance
            if random.happens(.keptAtADistance, of: desk.people[person].key, booked, share: share) {
                count(.keptAtADistance, team: team(person))
                hear(.keptAtADistance(UInt32(person)))
                return settle()
            }
        }
        cancelByPerson(person)
    }

    /// The appointment is given up by the person: another one, perhaps (AT-2, AT-3).
    mutating func cancelByPerson(_ person: Int) {
        recordAppointment(person, .cancelledByPatient)
        let policy = practices[team(person)].attendance.policy
        if policy.lateCancellationHours > 0, policy.isLate(noticeMinutes: desk.noticeMinutes(person)) {
            count(.cancelledLate, team: team(person))
        }
        let rebooks = random.happens(
            .rebooks, of: desk.people[person].key, Int(desk.people[person].appointmentCount),
            share: practices[team(person)].attendance.rebooks)
        let exception = rebooks && isExcused(person, .cancelledByPatient)
        hear(.cancelledByPerson(UInt32(person), rebooks: rebooks, exception: exception))
        settle()
    }

    /// The service cancels for a reason other than an absence (AT-10).
    mutating func serviceCancels(_ person: Int) {
        hear(.cancelledByService(UInt32(person)))
        settle()
    }
}
