import Allocation
import CareModel
import EventKernel
import RandomStreams

/// What becomes of appointments: who cancels, who comes (AT-1 to AT-10, FA-5, FA-7).
enum AppointmentOutcomes {}

extension AppointmentOutcomes {
    /// The minute of a booked appointment has come (AT-1).
    static func appointmentTakesPlace(_ person: Int, _ service: inout Simulation) {
        service.fetchDiary(after: person)
        let kind = service.desk.people[person].slotKind
        let form = AppointmentForm(
            step: service.desk.episodes[person].step, minutes: Int(service.desk.people[person].slotMinutes),
            isFaceToFace: service.desk.people[person].slotRoom >= 0)
        let outcome = drawAttendance(person, kind, form, &service)
        if outcome.wasSeen, isAborted(person, &service) { return serviceCancels(person, &service) }
        Recording.recordAppointment(person, outcome, &service)
        guard outcome.wasSeen else {
            return misses(person, outcome, &service)
        }
        Recording.recordCompleted(person, &service)
        let contact = service.desk.people[person].slot
        let occasion = Int(service.desk.people[person].appointmentCount)
        switch kind {
        case .firstAppointment: Assessment.assess(person, &service)
        case .treatment: Treatment.sessionAttended(person, &service)
        case .keepingInTouch: Waiting.keptInTouch(person, &service)
        }
        if service.inForce.practices[service.team(person)].risk.foundAtContacts > 0 {
            Treatment.lookForRisk(person, at: contact, occasion: occasion, &service)
        }
        if service.inForce.practices[service.team(person)].safeguards.notesLate > 0 {
            Workforce.writeNotes(person, after: contact, occasion: occasion, &service)
        }
    }

    /// An appointment was missed. Of whoever was in touch after the one before, discharge is discussed (AT-4).
    private static func misses(_ person: Int, _ outcome: Attendance, _ service: inout Simulation) {
        let occasion = Int(service.desk.people[person].appointmentCount)
        let isSecond = service.desk.people[person].flags.contains(.returnedAfterMiss)
        service.hear(.missed(UInt32(person), outcome, exception: isExcused(person, outcome, &service)))
        service.settle()
        let share = service.inForce.practices[service.team(person)].attendance.endsAtSecondMiss
        guard isSecond, share > 0 else { return }
        let (key, state) = (service.desk.people[person].key, service.desk.episodes[person].state)
        guard state == .missedFirstAppointment || state == .missedSession,
            service.random.happens(.endsAtSecondMiss, of: key, occasion, share: share)
        else { return }
        service.close(person, state == .missedFirstAppointment ? .missedFirstAppointment : .droppedOut)
    }

    /// Draws the outcome: the chance of a DNA grows with the wait before the appointment and differs by kind, source
    /// and session (AT-9), and by step, length and place (AT-11).
    static func drawAttendance(
        _ person: Int, _ kind: AppointmentKind, _ form: AppointmentForm, _ service: inout Simulation
    ) -> Attendance {
        let team = service.team(person)
        let odds = service.inForce.derived[team].attendance
        let episode = service.desk.episodes[person]
        // Whoever takes a seat in a course may have no booking of their own that anybody knows of.
        let bookedAt =
            service.desk.people[person].bookedAt == Episode.never
            ? episode.stateSince : service.desk.people[person].bookedAt
        let since =
            kind == .firstAppointment
            ? episode.received : (episode.lastTreatment == Episode.never ? bookedAt : episode.lastTreatment)
        let wait =
            min(AttendanceOdds.longestWaitDays, Double(service.now.day - since.day))
            - AttendanceOdds.referenceWaitDays[kind]
        var logFactor = odds.logOddsPerDay * wait
        if service.desk.referrals[person].source.isSelf { logFactor += odds.logOddsSelf }
        if kind != .keepingInTouch { logFactor += odds.logOdds(of: form) }
        if kind == .treatment {
            logFactor += odds.logOddsPerSession * Double(service.desk.people[person].sessionsAtStep)
        }
        let notice = min(max(0, Int(service.now.day - bookedAt.day)), Int(AttendanceOdds.longestWaitDays))
        let notLost = service.inForce.derived[team].notLost[notice]
        let missOdds = odds.missOdds(kind, notLost: notLost) * cExp(logFactor)
        let misses = missOdds < .infinity ? missOdds / (1 + missOdds) : 1
        let (key, occasion) = (service.desk.people[person].key, Int(service.desk.people[person].appointmentCount))
        if service.random.happens(.didNotAttend, of: key, occasion, share: misses) { return .didNotAttend }
        let tooLate = odds.tooLate(kind, notLost: notLost) / (1 - misses)
        if service.random.happens(.arrivesTooLate, of: key, occasion, share: tooLate) { return .arrivedTooLate }
        let late = service.inForce.practices[team].attendance.late
        guard service.random.happens(.arrivesLate, of: key, occasion, share: late) else { return .attendedOnTime }
        let meanMinutes = service.inForce.practices[team].attendance.latenessMinutes
        guard meanMinutes > 0 else { return .attendedLate }
        var lateness = service.random.stream(.lateness, of: key, occasion)
        let minutes = lateness.exponential(mean: meanMinutes)
        let isLow = episode.step == .low
        let isSeen = (isLow ? service.inForce.practices[team].low.rule : service.inForce.practices[team].high.rule)
            .isSeen(minutesLate: minutes)
        return isSeen ? .attendedLate : .arrivedTooLate
    }

    /// Whether the connection is lost, so that the session is arranged anew and nobody has missed it (AT-7).
    private static func isAborted(_ person: Int, _ service: inout Simulation) -> Bool {
        let team = service.team(person)
        guard service.inForce.practices[team].attendance.aborted > 0 else { return false }
        let occasion = Int(service.desk.people[person].appointmentCount)
        let share = service.inForce.practices[team].attendance.aborted
        guard service.random.happens(.aborted, of: service.desk.people[person].key, occasion, share: share) else {
            return false
        }
        service.count(.aborted, team: team)
        return true
    }

    /// Whether a supervisor lets a course go on at the limit of misses; asked only there (AT-3).
    static func isExcused(_ person: Int, _ outcome: Attendance, _ service: inout Simulation) -> Bool {
        guard service.desk.people[person].slotKind != .firstAppointment, service.desk.isAtLimit(person, outcome) else {
            return false
        }
        let occasion = Int(service.desk.people[person].appointmentCount)
        return service.random.happens(
            .exception, of: service.desk.people[person].key, occasion,
            share: service.inForce.practices[service.team(person)].attendance.exceptionsInForce)
    }

    /// The person cancels a booked appointment in advance (FA-5, AT-3), unless it can be kept by telephone or video
    /// (AT-6).
    static func personCancels(_ person: Int, _ service: inout Simulation) {
        if service.desk.people[person].slotRoom >= 0 {
            let booked = Int(service.desk.people[person].appointmentCount)
            let share = service.inForce.practices[service.team(person)].attendance.keptAtADistance
            if service.random.happens(.keptAtADistance, of: service.desk.people[person].key, booked, share: share) {
                service.count(.keptAtADistance, team: service.team(person))
                service.hear(.keptAtADistance(UInt32(person)))
                return service.settle()
            }
        }
        cancelByPerson(person, &service)
    }

    /// The appointment is given up by the person: another one, perhaps (AT-2, AT-3).
    static func cancelByPerson(_ person: Int, _ service: inout Simulation) {
        Recording.recordAppointment(person, .cancelledByPatient, &service)
        let policy = service.inForce.practices[service.team(person)].attendance.policy
        if policy.lateCancellationHours > 0, policy.isLate(noticeMinutes: service.desk.noticeMinutes(person)) {
            service.count(.cancelledLate, team: service.team(person))
        }
        let rebooks = service.random.happens(
            .rebooks, of: service.desk.people[person].key, Int(service.desk.people[person].appointmentCount),
            share: service.inForce.practices[service.team(person)].attendance.rebooks)
        let exception = rebooks && isExcused(person, .cancelledByPatient, &service)
        service.hear(.cancelledByPerson(UInt32(person), rebooks: rebooks, exception: exception))
        service.settle()
    }

    /// The service cancels for a reason other than an absence (AT-10).
    static func serviceCancels(_ person: Int, _ service: inout Simulation) {
        service.hear(.cancelledByService(UInt32(person)))
        service.settle()
    }
}
