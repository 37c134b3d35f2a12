import Allocation
import CareModel

extension Simulation {
    /// A first appointment was attended: the wait, and the promises that were kept or broken (KP-1, PR-1).
    mutating func recordFirstAppointment(_ person: Int) {
        let team = team(person)
        let days = waitDays(from: desk.referrals[person].received, to: now)
        recordBreaches(person, until: now, closing: nil)
        count(.attendedFirst, of: person, team: team)
        count(.firstAppointments, of: person, team: team)
        count(.firstAppointmentWaitDays, of: person, team: team, days)
        if days <= scenario.standards.firstAppointmentDays { count(.firstWithin28, of: person, team: team) }
        if days <= scenario.standards.nationalFirstDays { count(.firstWithin42, of: person, team: team) }
        if days <= scenario.standards.nationalSecondDays { count(.firstWithin126, of: person, team: team) }
        recordWait(.firstAppointment, team: team, since: desk.referrals[person].received)
        if desk.referrals[person].perinatal == .yes {
            count(.perinatalAssessed, of: person, team: team)
            if days <= scenario.standards.perinatalAssessmentDays {
                count(.perinatalAssessedWithin14, of: person, team: team)
            }
        }
    }

    /// A contact that may count as treatment took place: first and second treatment, and the hidden waits (KP-2 … KP-4,
    /// KT-9).
    /// - Parameter before: the episode before the contact.
    mutating func recordContact(_ person: Int, before: Episode) {
        let team = team(person)
        let episode = desk.episodes[person]
        if before.firstTreatment == Episode.never, episode.firstTreatment != Episode.never {
            let days = waitDays(from: episode.received, to: now)
            count(.enteredTreatment, of: person, team: team)
            count(.firstTreatmentWaitDays, of: person, team: team, days)
            recordWait(.firstTreatment, team: team, since: episode.received)
            if desk.referrals[person].perinatal == .yes {
                count(.perinatalTreated, of: person, team: team)
                if days <= scenario.standards.perinatalTreatmentDays {
                    count(.perinatalTreatedWithin28, of: person, team: team)
                }
            }
        }
        if before.secondTreatment == Episode.never, episode.secondTreatment != Episode.never {
            let days = waitDays(from: episode.firstTreatment, to: now)
            count(.secondTreatments, of: person, team: team)
            count(.secondTreatmentWaitDays, of: person, team: team, days)
            if days <= scenario.standards.secondTreatmentDays { count(.secondWithin28, of: person, team: team) }
            if days > scenario.standards.secondTreatmentLimitDays {
                count(.secondOver90, of: person, team: team)
            } else {
                count(.secondWithin90, of: person, team: team)
            }
            recordWait(.secondTreatment, team: team, since: episode.firstTreatment)
            recordSecondTreatmentPassed(person, since: episode.firstTreatment)
        }
        if desk.people[person].sessionsAtStep == 1 { recordFirstSessionAtStep(person, before: before, team: team) }
    }

    /// The first session at a step: the wait since the assessment, or since the last session before a step-up (KT-9).
    private mutating func recordFirstSessionAtStep(_ person: Int, before: Episode, team: Int) {
        guard let wait = treatmentWait(before) else { return }
        let days = waitDays(from: wait.since, to: now)
        count(wait.people, of: person, team: team)
        count(wait.days, of: person, team: team, days)
        if days <= scenario.standards.secondTreatmentDays { count(wait.within, of: person, team: team) }
        recordWait(wait.kind, team: team, since: wait.since)
        recordPassed(wait.passed, person, since: wait.since, promise: scenario.standards.secondTreatmentDays)
    }

    /// Books every promise that a wait for a first appointment has broken, in the week in which its day passed (KP-1).
    /// A promise holds for everyone who is still in the service on its day, but for those who turn out to belong
    /// elsewhere (RF-7, RF-9).
    mutating func recordBreaches(_ person: Int, until minute: CivilMinute, closing reason: EndReason?) {
        if reason?.belongsElsewhere == true { return }
        let received = desk.referrals[person].received
        let waited = waitDays(from: received, to: minute)
        let standards = scenario.standards
        recordBreach(.breaches28, person, waited: waited, promise: standards.firstAppointmentDays)
        recordBreach(.breaches42, person, waited: waited, promise: standards.nationalFirstDays)
        recordBreach(.breaches126, person, waited: waited, promise: standards.nationalSecondDays)
    }

    private mutating func recordBreach(_ counter: Counter, _ person: Int, waited: Int, promise: Int) {
        guard waited > promise,
            let week = recordPassed(counter, person, since: desk.referrals[person].received, promise: promise)
        else { return }
        if counter == .breaches28 { record.add(cause(person), week: week, team: team(person)) }
    }

    /// What the time went on: the person moved it, the service moved it, it took long to reach the person, or nothing
    /// was
    /// free.
    private func cause(_ person: Int) -> Counter {
        if desk.people[person].flags.contains(.movedByService) { return .breaches28MovedByService }
        if desk.people[person].flags.contains(.movedByPerson) { return .breaches28MovedByPerson }
        guard desk.people[person].reachedAt != Episode.never else { return .breaches28SlowToBook }
        let reachedAfter = waitDays(from: desk.referrals[person].received, to: desk.people[person].reachedAt)
        let isLate = reachedAfter * 2 > scenario.standards.firstAppointmentDays
        return isLate ? .breaches28SlowToBook : .breaches28NoSlot
    }

    /// An appointment has its outcome (AT-1).
    mutating func recordAppointment(_ person: Int, _ outcome: Attendance) {
        let team = team(person)
        count(.appointments, of: person, team: team)
        switch outcome {
        case .attendedOnTime, .attendedLate: count(.attended, of: person, team: team)
        case .didNotAttend: count(.didNotAttend, of: person, team: team)
        case .arrivedTooLate: count(.arrivedTooLate, of: person, team: team)
        case .cancelledByPatient: count(.cancelledByPatient, of: person, team: team)
        case .cancelledByProvider: count(.cancelledByProvider, of: person, team: team)
        }
    }

    /// Clinical contact that was completed (CL-2, KP-8).
    mutating func recordCompleted(_ person: Int) {
        recordCompleted(Int(desk.people[person].slotMinutes), by: Int(desk.people[person].slotClinician))
    }

    /// So many minutes of clinical contact were completed by a clinician (CL-2, KP-8).
    mutating func recordCompleted(_ minutes: Int, by clinician: Int) {
        let (team, role) = (desk.capacity.clinicians[clinician].team, desk.capacity.clinicians[clinician].role)
        record.add(.completedMinutes, week: week, team: Int(team), role: role, minutes)
        count(role.step == .low ? .lowContactMinutes : .highContactMinutes, team: Int(team), minutes)
        completedThisWeek[clinician] += Int32(truncatingIfNeeded: minutes)
        completedToday[clinician] += Int32(truncatingIfNeeded: minutes)
    }

    /// An episode ended (ST-6): finished courses, recovery (KP-5 … KP-7).
    mutating func recordEnd(_ person: Int, _ reason: EndReason, team: Int) {
        let episode = desk.episodes[person]
        record.ends[team * EndReason.allCases.count + Int(reason.rawValue)] += 1
        count(.closed, of: person, team: team)
        if reason == .declinedAppointment { count(.declinedAppointment, of: person, team: team) }
        if reason == .uncontactable { count(.uncontactable, of: person, team: team) }
        if !episode.hasEnteredTreatment { return count(.endedBeforeTreatment, of: person, team: team) }
        guard episode.isFinishedCourse else { return count(.endedAfterOne, of: person, team: team) }
        if reason == .completed { count(.endedCompleted, of: person, team: team) }
        if reason == .droppedOut || reason == .stoppedEarly { count(.endedDroppedOut, of: person, team: team) }
        count(.finishedCourses, of: person, team: team)
        count(.finishedSessions, of: person, team: team, episode.treatmentContacts)
        record.addWait(.sessionsPerFinished, team: team, days: episode.treatmentContacts)
        if episode.lowContacts > 0 {
            count(.finishedWithLow, of: person, team: team)
            count(.finishedLowSessions, of: person, team: team, Int(episode.lowContacts))
        }
        if episode.highContacts > 0 {
            count(.finishedWithHigh, of: person, team: team)
            count(.finishedHighSessions, of: person, team: team, Int(episode.highContacts))
        }
        let wait = waitDays(from: episode.received, to: episode.firstTreatment)
        if wait <= scenario.standards.nationalFirstDays { count(.finishedWithin42, of: person, team: team) }
        if wait <= scenario.standards.nationalSecondDays { count(.finishedWithin126, of: person, team: team) }
        recordOutcome(person, team: team)
    }

    /// Recovery and reliable change come out of the scores (KP-6, KP-7, TX-10).
    private mutating func recordOutcome(_ person: Int, team: Int) {
        let start = desk.people[person].startScores
        let end = desk.people[person].scores
        let improved = end.isReliableImprovement(since: start)
        if improved { count(.reliablyImproved, of: person, team: team) }
        guard start.isCase else { return }
        count(.finishedCases, of: person, team: team)
        guard end.isRecovery(since: start) else { return }
        count(.recovered, of: person, team: team)
        if improved { count(.reliablyRecovered, of: person, team: team) }
    }
}
