import Allocation
import CareModel

extension Recording {
    /// A first appointment was attended: the wait, and the promises that were kept or broken (KP-1, PR-1).
    static func recordFirstAppointment(_ person: Int, _ service: inout Simulation) {
        let team = service.team(person)
        let days = waitDays(from: service.desk.referrals[person].received, to: service.now)
        recordBreaches(person, until: service.now, closing: nil, &service)
        service.count(.attendedFirst, of: person, team: team)
        service.count(.firstAppointments, of: person, team: team)
        service.count(.firstAppointmentWaitDays, of: person, team: team, days)
        if days <= service.scenario.standards.firstAppointmentDays {
            service.count(.firstWithin28, of: person, team: team)
        }
        if days <= service.scenario.standards.nationalFirstDays {
            service.count(.firstWithin42, of: person, team: team)
        }
        if days <= service.scenario.standards.nationalSecondDays {
            service.count(.firstWithin126, of: person, team: team)
        }
        recordWait(.firstAppointment, team: team, since: service.desk.referrals[person].received, &service)
        if service.desk.referrals[person].perinatal == .yes {
            service.count(.perinatalAssessed, of: person, team: team)
            if days <= service.scenario.standards.perinatalAssessmentDays {
                service.count(.perinatalAssessedWithin14, of: person, team: team)
            }
        }
    }

    /// A contact that may count as treatment took place: first and second treatment, and the hidden waits (KP-2 … KP-4,
    /// KT-9).
    /// - Parameter before: the episode before the contact.
    static func recordContact(_ person: Int, before: Episode, _ service: inout Simulation) {
        let team = service.team(person)
        let episode = service.desk.episodes[person]
        if before.firstTreatment == Episode.never, episode.firstTreatment != Episode.never {
            let days = waitDays(from: episode.received, to: service.now)
            service.count(.enteredTreatment, of: person, team: team)
            service.count(.firstTreatmentWaitDays, of: person, team: team, days)
            recordWait(.firstTreatment, team: team, since: episode.received, &service)
        }
        if before.secondTreatment == Episode.never, episode.secondTreatment != Episode.never {
            let days = waitDays(from: episode.firstTreatment, to: service.now)
            service.count(.secondTreatments, of: person, team: team)
            service.count(.secondTreatmentWaitDays, of: person, team: team, days)
            if days <= service.scenario.standards.secondTreatmentDays {
                service.count(.secondWithin28, of: person, team: team)
            }
            if days > service.scenario.standards.secondTreatmentLimitDays {
                service.count(.secondOver90, of: person, team: team)
            } else {
                service.count(.secondWithin90, of: person, team: team)
            }
            recordWait(.secondTreatment, team: team, since: episode.firstTreatment, &service)
            recordSecondTreatmentPassed(person, since: episode.firstTreatment, &service)
        }
        if service.desk.people[person].sessionsAtStep == 1 {
            recordFirstSessionAtStep(person, before: before, team: team, &service)
        }
    }

    /// A course begins with a clinician: who assessed the person, or another (CL-18, TX-12).
    static func recordTakenOn(_ person: Int, by clinician: Int32, _ service: inout Simulation) {
        let known = service.desk.people[person]
        guard known.sessionsAtStep == 0, known.assessor >= 0 else { return }
        service.count(.coursesAfterAssessment, of: person, team: service.team(person))
        if known.assessor == clinician { service.count(.coursesWithAssessor, of: person, team: service.team(person)) }
    }

    /// The first session at a step: the wait since the assessment, or since the last session before a step-up (KT-9).
    private static func recordFirstSessionAtStep(_ person: Int, before: Episode, team: Int, _ service: inout Simulation)
    {
        guard let wait = treatmentWait(before, &service) else { return }
        let days = waitDays(from: wait.since, to: service.now)
        service.count(wait.people, of: person, team: team)
        service.count(wait.days, of: person, team: team, days)
        if days <= service.scenario.standards.secondTreatmentDays { service.count(wait.within, of: person, team: team) }
        recordWait(wait.kind, team: team, since: wait.since, &service)
        recordPassed(
            wait.passed, person, since: wait.since, promise: service.scenario.standards.secondTreatmentDays, &service)
        // The month of perinatal people runs from the assessment to the next contact of treatment (PR-1).
        guard wait.kind != .stepUp, service.desk.referrals[person].perinatal == .yes else { return }
        service.count(.perinatalTreated, of: person, team: team)
        if days <= service.scenario.standards.perinatalTreatmentDays {
            service.count(.perinatalTreatedWithin28, of: person, team: team)
        }
    }

    /// Books every promise that a wait for a first appointment has broken, in the week in which its day passed (KP-1).
    /// A promise holds for everyone who is still in the service on its day, but for those who turn out to belong
    /// elsewhere (RF-7, RF-9).
    static func recordBreaches(
        _ person: Int, until minute: CivilMinute, closing reason: EndReason?, _ service: inout Simulation
    ) {
        if reason?.belongsElsewhere == true { return }
        let received = service.desk.referrals[person].received
        let waited = waitDays(from: received, to: minute)
        let standards = service.scenario.standards
        recordBreach(.breaches28, person, waited: waited, promise: standards.firstAppointmentDays, &service)
        recordBreach(.breaches42, person, waited: waited, promise: standards.nationalFirstDays, &service)
        recordBreach(.breaches126, person, waited: waited, promise: standards.nationalSecondDays, &service)
    }

    private static func recordBreach(
        _ counter: Counter, _ person: Int, waited: Int, promise: Int, _ service: inout Simulation
    ) {
        guard waited > promise,
            let week = recordPassed(
                counter, person, since: service.desk.referrals[person].received, promise: promise, &service)
        else { return }
        if counter == .breaches28 {
            service.recording.record.add(cause(person, &service), week: week, team: service.team(person))
        }
    }

    /// What the time went on: the person moved it, the service moved it, it took long to reach the person, or nothing
    /// was
    /// free.
    private static func cause(_ person: Int, _ service: inout Simulation) -> Counter {
        if service.desk.people[person].flags.contains(.movedByService) { return .breaches28MovedByService }
        if service.desk.people[person].flags.contains(.movedByPerson) { return .breaches28MovedByPerson }
        guard service.desk.people[person].reachedAt != Episode.never else { return .breaches28SlowToBook }
        let reachedAfter = waitDays(
            from: service.desk.referrals[person].received, to: service.desk.people[person].reachedAt)
        let isLate = reachedAfter * 2 > service.scenario.standards.firstAppointmentDays
        return isLate ? .breaches28SlowToBook : .breaches28NoSlot
    }

    /// An appointment has its outcome (AT-1).
    static func recordAppointment(_ person: Int, _ outcome: Attendance, _ service: inout Simulation) {
        let team = service.team(person)
        service.count(.appointments, of: person, team: team)
        switch outcome {
        case .attendedOnTime, .attendedLate: service.count(.attended, of: person, team: team)
        case .didNotAttend: service.count(.didNotAttend, of: person, team: team)
        case .arrivedTooLate: service.count(.arrivedTooLate, of: person, team: team)
        case .cancelledByPatient: service.count(.cancelledByPatient, of: person, team: team)
        case .cancelledByProvider: service.count(.cancelledByProvider, of: person, team: team)
        }
    }

    /// Clinical contact that was completed (CL-2, KP-8).
    static func recordCompleted(_ person: Int, _ service: inout Simulation) {
        let minutes = Int(service.desk.people[person].slotMinutes)
        recordUsed(minutes, for: person, &service)
        recordCompleted(minutes, by: Int(service.desk.people[person].slotClinician), &service)
    }

    /// So many minutes of clinicians' contact went on somebody (KP-13).
    static func recordUsed(_ minutes: Int, for person: Int, _ service: inout Simulation) {
        let sum = Int(service.people[person].contactMinutes) + minutes
        service.people[person].contactMinutes = UInt16(clamping: sum)
    }

    /// So many minutes of clinical contact were completed by a clinician (CL-2, KP-8).
    static func recordCompleted(_ minutes: Int, by clinician: Int, _ service: inout Simulation) {
        let team = Int(service.desk.capacity.clinicians[clinician].team)
        let role = service.desk.capacity.clinicians[clinician].role
        service.recording.record.add(
            .completedMinutes, week: service.recording.week, team: team, role: role, minutes)
        service.recording.completedThisWeek[clinician] += Int32(truncatingIfNeeded: minutes)
        service.recording.completedToday[clinician] += Int32(truncatingIfNeeded: minutes)
    }

    /// An episode ended (ST-6): finished courses, recovery (KP-5 … KP-7).
    static func recordEnd(_ person: Int, _ reason: EndReason, team: Int, _ service: inout Simulation) {
        let episode = service.desk.episodes[person]
        service.recording.record.ends[team * EndReason.allCases.count + Int(reason.rawValue)] += 1
        service.count(.closed, of: person, team: team)
        if reason == .declinedAppointment { service.count(.declinedAppointment, of: person, team: team) }
        if reason == .uncontactable { service.count(.uncontactable, of: person, team: team) }
        if !episode.hasEnteredTreatment { return service.count(.endedBeforeTreatment, of: person, team: team) }
        guard episode.isFinishedCourse else { return service.count(.endedAfterOne, of: person, team: team) }
        if reason == .completed { service.count(.endedCompleted, of: person, team: team) }
        if reason == .droppedOut || reason == .stoppedEarly { service.count(.endedDroppedOut, of: person, team: team) }
        service.count(.finishedCourses, of: person, team: team)
        service.count(.finishedSessions, of: person, team: team, episode.treatmentContacts)
        service.recording.record.addWait(.sessionsPerFinished, team: team, days: episode.treatmentContacts)
        if episode.lowContacts > 0 {
            service.count(.finishedWithLow, of: person, team: team)
            service.count(.finishedLowSessions, of: person, team: team, Int(episode.lowContacts))
        }
        if episode.highContacts > 0 {
            service.count(.finishedWithHigh, of: person, team: team)
            service.count(.finishedHighSessions, of: person, team: team, Int(episode.highContacts))
        }
        recordCase(person, team: team, &service)
        let wait = waitDays(from: episode.received, to: episode.firstTreatment)
        if wait <= service.scenario.standards.nationalFirstDays {
            service.count(.finishedWithin42, of: person, team: team)
        }
        if wait <= service.scenario.standards.nationalSecondDays {
            service.count(.finishedWithin126, of: person, team: team)
        }
        recordOutcome(person, team: team, &service)
    }

    /// What a finished course took, by the step at which it ended (KP-13), and the how manieth of the person it was
    /// (TX-14); of whoever a list had in mid-course nobody knows.
    private static func recordCase(_ person: Int, team: Int, _ service: inout Simulation) {
        let state = service.people[person]
        guard state.isHistoryKnown else { return }
        let minutes = Int(state.contactMinutes)
        service.count(.cases, of: person, team: team)
        service.count(.caseMinutes, of: person, team: team, minutes)
        service.count(.caseCourses, of: person, team: team, 1 + Int(state.earlierCourses))
        switch service.desk.episodes[person].step {
        case .low:
            service.count(.lowCases, of: person, team: team)
            service.count(.lowCaseMinutes, of: person, team: team, minutes)
        case .high where Treatment.isAtStepThreePlus(person, &service):
            service.count(.plusCases, of: person, team: team)
            service.count(.plusCaseMinutes, of: person, team: team, minutes)
        case .high:
            service.count(.highCases, of: person, team: team)
            service.count(.highCaseMinutes, of: person, team: team, minutes)
        }
    }

    /// Recovery and reliable change come out of the scores (KP-6, KP-7, TX-10).
    private static func recordOutcome(_ person: Int, team: Int, _ service: inout Simulation) {
        let start = service.desk.people[person].startScores
        let end = service.desk.people[person].scores
        let improved = end.isReliableImprovement(since: start)
        if improved { service.count(.reliablyImproved, of: person, team: team) }
        guard start.isCase else { return }
        service.count(.finishedCases, of: person, team: team)
        guard end.isRecovery(since: start) else { return }
        service.count(.recovered, of: person, team: team)
        if improved { service.count(.reliablyRecovered, of: person, team: team) }
    }
}
