extension CounterTally {
    /// What can be counted of a person of whom only is known where they stand, not by which way they came.
    public static let ofPersons: Set<Counter> = [  // lookup only
        .referrals, .returners, .returnersWithinYear, .firstAppointments, .firstAppointmentWaitDays, .firstWithin28,
        .firstWithin42, .firstWithin126, .enteredTreatment, .firstTreatmentWaitDays, .secondTreatments,
        .secondTreatmentWaitDays, .secondWithin28, .secondOver90, .closed, .endedBeforeTreatment, .endedAfterOne,
        .endedCompleted, .endedDroppedOut, .finishedCourses, .finishedWithin42, .finishedWithin126, .finishedSessions,
        .finishedLowSessions, .finishedHighSessions, .finishedWithLow, .finishedWithHigh, .finishedCases, .recovered,
        .reliablyImproved, .reliablyRecovered, .cases, .lowCases, .highCases, .plusCases, .caseMinutes,
        .lowCaseMinutes, .highCaseMinutes, .plusCaseMinutes, .caseCourses,
    ]

    /// What is known of a person beside where they stand.
    public struct Beside: Sendable {
        /// When the last earlier episode ended; nil if there was none, or it is not known.
        public var earlierEnded: CivilMinute?
        /// Whether scores call for step 3+ (ST-4).
        public var isAtStepThreePlus: Bool

        /// Somebody who is new, and at one of the two steps.
        public init(earlierEnded: CivilMinute? = nil, isAtStepThreePlus: Bool = false) {
            self.earlierEnded = earlierEnded
            self.isAtStepThreePlus = isAtStepThreePlus
        }
    }

    /// Counts what befell a person in a period (KP-1 … KP-7, KP-13, TX-14).
    /// - Parameters:
    ///   - known: the person.
    ///   - period: from the first day through the last.
    public mutating func count(
        _ known: Person, _ beside: Beside, _ standards: Standards, in period: ClosedRange<CivilDay>
    ) {
        let episode = known.episode
        func isWithin(_ minute: CivilMinute) -> Bool { minute != Episode.never && period.contains(minute.day) }
        if isWithin(episode.received) {
            self[.referrals] += 1
            if let ended = beside.earlierEnded {
                self[.returners] += 1
                if episode.received.day - ended.day <= 365 { self[.returnersWithinYear] += 1 }
            }
        }
        if isWithin(episode.firstAppointment) {
            let days = waitDays(from: known.referral.received, to: episode.firstAppointment)
            self[.firstAppointments] += 1
            self[.firstAppointmentWaitDays] += days
            if days <= standards.firstAppointmentDays { self[.firstWithin28] += 1 }
            if days <= standards.nationalFirstDays { self[.firstWithin42] += 1 }
            if days <= standards.nationalSecondDays { self[.firstWithin126] += 1 }
        }
        if isWithin(episode.firstTreatment) {
            self[.enteredTreatment] += 1
            self[.firstTreatmentWaitDays] += waitDays(from: episode.received, to: episode.firstTreatment)
        }
        if isWithin(episode.secondTreatment) {
            let days = waitDays(from: episode.firstTreatment, to: episode.secondTreatment)
            self[.secondTreatments] += 1
            self[.secondTreatmentWaitDays] += days
            if days <= standards.secondTreatmentDays { self[.secondWithin28] += 1 }
            if days > standards.secondTreatmentLimitDays { self[.secondOver90] += 1 }
        }
        if episode.state == .closed, isWithin(episode.stateSince) { countEnd(known, beside, standards) }
    }

    private mutating func countEnd(_ known: Person, _ beside: Beside, _ standards: Standards) {
        let episode = known.episode
        self[.closed] += 1
        if !episode.hasEnteredTreatment {
            self[.endedBeforeTreatment] += 1
            return
        }
        guard episode.isFinishedCourse else {
            self[.endedAfterOne] += 1
            return
        }
        switch episode.endReason {
        case .completed: self[.endedCompleted] += 1
        case .droppedOut, .stoppedEarly: self[.endedDroppedOut] += 1
        case .notSuitable, .signposted, .diverted, .uncontactable, .declinedAppointment,
            .withdrewBeforeFirstAppointment, .missedFirstAppointment, .adviceOnly, .declinedTreatment, .referredOn,
            .withdrewWaitingTreatment, .noLongerNeeded, .died:
            break
        }
        self[.finishedCourses] += 1
        self[.finishedSessions] += episode.treatmentContacts
        self[.finishedLowSessions] += Int(episode.lowContacts)
        self[.finishedHighSessions] += Int(episode.highContacts)
        if episode.lowContacts > 0 { self[.finishedWithLow] += 1 }
        if episode.highContacts > 0 { self[.finishedWithHigh] += 1 }
        let wait = waitDays(from: episode.received, to: episode.firstTreatment)
        if wait <= standards.nationalFirstDays { self[.finishedWithin42] += 1 }
        if wait <= standards.nationalSecondDays { self[.finishedWithin126] += 1 }
        countCase(known, beside)
        countOutcome(known.facts)
    }

    /// What a finished course took, where all of it is known (KP-13).
    private mutating func countCase(_ known: Person, _ beside: Beside) {
        guard let history = known.history, let minutes = history.minutes else { return }
        self[.cases] += 1
        self[.caseMinutes] += Int(minutes)
        self[.caseCourses] += 1 + Int(history.courses)
        let counters: (cases: Counter, minutes: Counter)
        switch known.episode.step {
        case .low: counters = (.lowCases, .lowCaseMinutes)
        case .high where beside.isAtStepThreePlus: counters = (.plusCases, .plusCaseMinutes)
        case .high: counters = (.highCases, .highCaseMinutes)
        }
        self[counters.cases] += 1
        self[counters.minutes] += Int(minutes)
    }

    /// Recovery and reliable change, where scores were taken at the start and since (KP-6, KP-7).
    private mutating func countOutcome(_ facts: PersonFacts) {
        guard let start = facts.startScores, let end = facts.scores else { return }
        let improved = end.isReliableImprovement(since: start)
        if improved { self[.reliablyImproved] += 1 }
        guard start.isCase else { return }
        self[.finishedCases] += 1
        guard end.isRecovery(since: start) else { return }
        self[.recovered] += 1
        if improved { self[.reliablyRecovered] += 1 }
    }
}
