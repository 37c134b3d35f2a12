import CareModel
import ServiceSimulation

/// How a measure follows from counters (KP-1 … KP-8).
struct MeasureDefinition: Sendable {
    let name: String
    let unit: String
    let rule: Rule

    enum Rule: Sendable {
        /// A sum over the weeks.
        case total(Counter)
        /// The mean over the weeks of a number at the end of each.
        case stock(Counter)
        /// One sum over another.
        case ratio([Counter], [Counter])
        /// One minus a sum over another.
        case complement(Counter, Counter)
        /// A number on the first day.
        case atStart(Counter)
        /// A number at the end of the last week.
        case atEnd(Counter)
        /// A centile of a distribution.
        case centile(WaitKind, Double)
        /// A centile of a wait with those who still wait, or left unseen, counted as far as they were seen to wait; the
        /// longest wait that was seen, where it is not reached.
        case centileWithWaiting(WaitKind, Double)
        /// People entering treatment a year over the people in need (EQ-3).
        case access
        /// What staff cost, whole, or for each that is counted (KP-9).
        case cost(for: Counter?)
        /// A sum a year for each whole-time clinician at work (PO-9).
        case perClinician(Counter)
    }

    init(_ name: String, _ unit: String, _ rule: Rule) {
        self.name = name
        self.unit = unit
        self.rule = rule
    }

    /// What its values cannot leave. The access rate counts people against a need that they may outnumber.
    var limits: ClosedRange<Double> {
        switch rule {
        case .ratio, .complement: unit == "share" ? 0...1 : 0...(.infinity)
        case .total, .stock, .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost, .perClinician:
            0...(.infinity)
        }
    }

    static func people(_ name: String, _ counter: Counter) -> MeasureDefinition {
        MeasureDefinition(name, "people", .total(counter))
    }

    static func share(_ name: String, _ part: Counter, _ whole: Counter) -> MeasureDefinition {
        MeasureDefinition(name, "share", .ratio([part], [whole]))
    }

    static func meanDays(_ name: String, _ days: Counter, _ people: Counter) -> MeasureDefinition {
        MeasureDefinition(name, "days", .ratio([days], [people]))
    }

    /// Every measure over the horizon, in the order of the tables; a limit of the standards is in its name.
    static func all(_ standards: Standards) -> [MeasureDefinition] {
        distinct(flow + waits(standards) + waiting(standards) + queues + attendance + outcomes + work + cost)
    }

    /// Without those whose name an earlier one has: of two promises of the same days one.
    private static func distinct(_ definitions: [MeasureDefinition]) -> [MeasureDefinition] {
        var names: Set<String> = []
        return definitions.filter { names.insert($0.name).inserted }
    }

    private static let flow = [
        people("referrals", .referrals), people("diverted", .diverted), people("not-accepted", .notAccepted),
        people("closed-uncontactable", .uncontactable), people("declined-appointment", .declinedAppointment),
        share("screened-in-time", .screenedInTime, .screened),
        people("first-appointments", .firstAppointments), people("entered-treatment", .enteredTreatment),
        people("second-treatments", .secondTreatments), people("finished-courses", .finishedCourses),
        share("ended-before-treatment", .endedBeforeTreatment, .closed),
        share("ended-after-one", .endedAfterOne, .closed),
        MeasureDefinition("access-rate", "share", .access),
    ]

    private static func waits(_ standards: Standards) -> [MeasureDefinition] {
        func within(_ measure: PromisedMeasure, _ part: Counter, _ whole: Counter) -> MeasureDefinition {
            share(standards.name(measure), part, whole)
        }
        return [
            meanDays("first-appointment-wait-mean", .firstAppointmentWaitDays, .firstAppointments),
            MeasureDefinition("first-appointment-wait-median", "days", .centile(.firstAppointment, 0.5)),
            MeasureDefinition("first-appointment-wait-p90", "days", .centile(.firstAppointment, 0.9)),
            within(.firstAppointment, .firstWithin28, .firstAppointments),
            within(.firstAppointmentNationalFirst, .firstWithin42, .firstAppointments),
            within(.firstAppointmentNationalSecond, .firstWithin126, .firstAppointments),
            meanDays("first-treatment-wait-mean", .firstTreatmentWaitDays, .enteredTreatment),
            MeasureDefinition("first-treatment-wait-median", "days", .centile(.firstTreatment, 0.5)),
            within(.firstTreatmentNationalFirst, .finishedWithin42, .finishedCourses),
            within(.firstTreatmentNationalSecond, .finishedWithin126, .finishedCourses),
            meanDays("second-treatment-wait-mean", .secondTreatmentWaitDays, .secondTreatments),
            within(.secondTreatment, .secondWithin28, .secondTreatments),
            within(.secondTreatmentLimit, .secondOver90, .secondTreatments),
            meanDays("assessment-to-low-wait-mean", .assessmentToLowDays, .assessmentToLow),
            meanDays("assessment-to-high-wait-mean", .assessmentToHighDays, .assessmentToHigh),
            meanDays("step-up-wait-mean", .stepUpWaitDays, .stepUpWaits),
            MeasureDefinition("step-up-wait-median", "days", .centile(.stepUp, 0.5)),
            MeasureDefinition("step-up-wait-p90", "days", .centile(.stepUp, 0.9)),
            within(.perinatalAssessed, .perinatalAssessedWithin14, .perinatalAssessed),
            within(.perinatalTreated, .perinatalTreatedWithin28, .perinatalTreated),
        ] + breaches(standards)
    }

    /// People who pass a promise, a measure for each promise of other days.
    private static func breaches(_ standards: Standards) -> [MeasureDefinition] {
        standards.breaches.map { measure in
            switch measure {
            case .breachesNationalFirst: people(standards.name(measure), .breaches42)
            case .breachesNationalSecond: people(standards.name(measure), .breaches126)
            default: people(standards.name(measure), .breaches28)
            }
        }
    }

    /// People who pass the service's own promise from one cause.
    static func breaches(from cause: BreachCause, _ standards: Standards) -> MeasureDefinition {
        people(standards.name(.breaches), counter(cause))
    }

    private static let queues = [
        MeasureDefinition("waiting-first-appointment", "people", .stock(.beforeFirstAppointment)),
        MeasureDefinition("waiting-treatment-low", "people", .stock(.waitingLow)),
        MeasureDefinition("waiting-treatment-high", "people", .stock(.waitingHigh)),
        MeasureDefinition("waiting-step-up", "people", .stock(.waitingStepUp)),
    ]

    private static let attendance = [
        MeasureDefinition("appointments", "appointments", .total(.appointments)),
        MeasureDefinition("attended-appointments", "appointments", .total(.attended)),
        share("attended-share", .attended, .appointments),
        MeasureDefinition("dna-share", "share", .ratio([.didNotAttend, .arrivedTooLate], [.appointments])),
        share("patient-cancelled-share", .cancelledByPatient, .appointments),
        share("provider-cancelled-share", .cancelledByProvider, .appointments),
        share("late-cancelled-share", .cancelledLate, .appointments),
        MeasureDefinition("appointments-not-confirmed", "appointments", .total(.notConfirmed)),
        MeasureDefinition("aborted-sessions", "appointments", .total(.aborted)),
    ]

    private static let cost = [
        MeasureDefinition("staff-cost", "pounds", .cost(for: nil)),
        MeasureDefinition("cost-per-attended-appointment", "pounds", .cost(for: .attended)),
        MeasureDefinition("cost-per-person-treated", "pounds", .cost(for: .enteredTreatment)),
        MeasureDefinition("cost-per-finished-course", "pounds", .cost(for: .finishedCourses)),
        MeasureDefinition("cost-per-recovery", "pounds", .cost(for: .recovered)),
    ]

    private static let outcomes = [
        share("recovery", .recovered, .finishedCases),
        share("reliable-improvement", .reliablyImproved, .finishedCourses),
        share("reliable-recovery", .reliablyRecovered, .finishedCases),
        MeasureDefinition("sessions-per-finished-mean", "sessions", .ratio([.finishedSessions], [.finishedCourses])),
        MeasureDefinition("sessions-per-finished-median", "sessions", .centile(.sessionsPerFinished, 0.5)),
    ]

    private static let work = [
        MeasureDefinition("kit-calls", "calls", .total(.keepingInTouchCalls)),
        people("kit-opt-outs", .keepingInTouchOptOuts),
        MeasureDefinition("kit-calls-without-time", "calls", .total(.keepingInTouchUnbooked)),
        people("told-of-long-wait", .waitLetters),
        people("step-ups", .stepUps), people("step-downs", .stepDowns), people("cases-moved", .casesMoved),
        MeasureDefinition("extension-requests", "requests", .total(.extensionRequests)),
        people("onward-referrals", .onwardReferrals), people("handovers", .handovers),
        MeasureDefinition("entered-treatment-per-clinician", "people", .perClinician(.enteredTreatment)),
        MeasureDefinition("finished-courses-per-clinician", "people", .perClinician(.finishedCourses)),
        MeasureDefinition("assessment-weeks", "weeks", .total(.assessmentWeeks)),
        MeasureDefinition("groups-run", "courses", .total(.groupsRun)),
        MeasureDefinition("groups-put-off", "courses", .total(.groupsPutOff)),
        MeasureDefinition("groups-cancelled", "courses", .total(.groupsCancelled)),
        share("group-places-filled-share", .groupSeatsFilled, .groupSeats),
        people("computerised-starts", .computerisedStarts),
        MeasureDefinition("computerised-contacts", "contacts", .total(.supportContacts)),
        people("risk-found", .riskFound), people("risk-taken-by-duty", .riskTakenByDuty),
        MeasureDefinition("risk-displaced-appointments", "appointments", .total(.riskDisplaced)),
        people("employment-support-starts", .employmentStarts),
        meanDays("employment-support-wait-mean", .employmentWaitDays, .employmentStarts),
        MeasureDefinition("employment-support-waiting", "people", .stock(.employmentWaiting)),
        MeasureDefinition("advisers-per-clinician", "WTE", .ratio([.adviserThousandths], [.clinicianThousandths])),
    ]

    /// Measures that are followed week by week.
    static func weekly(_ standards: Standards) -> [MeasureDefinition] { weeklyFlow + breaches(standards) + weeklyWaits }

    private static let weeklyFlow: [MeasureDefinition] = [
        people("referrals", .referrals), people("first-appointments", .firstAppointments),
        people("entered-treatment", .enteredTreatment), people("second-treatments", .secondTreatments),
        people("finished-courses", .finishedCourses),
        MeasureDefinition("waiting-first-appointment", "people", .stock(.beforeFirstAppointment)),
        MeasureDefinition("waiting-treatment-low", "people", .stock(.waitingLow)),
        MeasureDefinition("waiting-treatment-high", "people", .stock(.waitingHigh)),
        MeasureDefinition("waiting-step-up", "people", .stock(.waitingStepUp)),
    ]

    private static let weeklyWaits: [MeasureDefinition] = [
        meanDays("first-appointment-wait-mean", .firstAppointmentWaitDays, .firstAppointments),
        meanDays("second-treatment-wait-mean", .secondTreatmentWaitDays, .secondTreatments),
        meanDays("step-up-wait-mean", .stepUpWaitDays, .stepUpWaits),
        MeasureDefinition("kit-calls", "calls", .total(.keepingInTouchCalls)),
        people("kit-opt-outs", .keepingInTouchOptOuts), people("step-ups", .stepUps),
        share("attended-share", .attended, .appointments),
        MeasureDefinition("dna-share", "share", .ratio([.didNotAttend, .arrivedTooLate], [.appointments])),
        share("patient-cancelled-share", .cancelledByPatient, .appointments),
        share("provider-cancelled-share", .cancelledByProvider, .appointments),
        MeasureDefinition("assessment-weeks", "weeks", .total(.assessmentWeeks)),
    ]

    /// Measures that mean something for one team only, week by week.
    static let weeklyByTeam: [MeasureDefinition] = [
        MeasureDefinition("first-appointment-wait-p90", "days", .stock(.firstWaitP90))
    ]

    /// The counter of each cause of a breach of the service's own promise.
    private static func counter(_ cause: BreachCause) -> Counter {
        switch cause {
        case .slowToBook: .breaches28SlowToBook
        case .movedByPerson: .breaches28MovedByPerson
        case .movedByService: .breaches28MovedByService
        case .noFreeSlot: .breaches28NoSlot
        }
    }
}
