/// Rows of promises kept and passed: the days of the limit are in the name (KP-1, KP-2, KP-3, PR-1, KT-1).
enum PromiseMeasures {
    static let rows = ofSeen + ofAllDue

    /// Of those who were seen, and those whose day passed.
    private static let ofSeen = [
        within(
            .firstAppointment, .firstWithin28, .firstAppointments, "KP-1 FA-1", "First appt within # days",
            "Share of first appointments within # days of the referral."
        ).ofSeen(.firstAppointment).besideGroups(2, "Within # days").atAGlance("First appointment within # days"),
        within(
            .firstAppointmentNationalFirst, .firstWithin42, .firstAppointments, "KP-1", "First appt within # days",
            "Share of first appointments within # days of the referral."
        ).ofSeen(.firstAppointment),
        within(
            .firstAppointmentNationalSecond, .firstWithin126, .firstAppointments, "KP-1", "First appt within # days",
            "Share of first appointments within # days of the referral."
        ).ofSeen(.firstAppointment).with { $0.section = nil },
        within(
            .firstTreatmentNationalFirst, .finishedWithin42, .finishedCourses, "KP-2", "Treatment within # days",
            "Share of finished courses whose first treatment came within # days of the referral."
        ).ofSeen(.firstAppointment).atAGlance("Treatment started within # days"),
        within(
            .firstTreatmentNationalSecond, .finishedWithin126, .finishedCourses, "KP-2", "Treatment within # days",
            "Share of finished courses whose first treatment came within # days of the referral."
        ).ofSeen(.firstAppointment).atAGlance("Treatment started within # days"),
        within(
            .secondTreatment, .secondWithin28, .secondTreatments, "KP-3 KT-1", "Second treatment in # days",
            "Share of second treatments within # days of the first."
        ).ofSeen(.secondTreatment).atAGlance("Second treatment within # days"),
        within(
            .secondTreatmentLimit, .secondOver90, .secondTreatments, "KP-3 KT-1", "Second treatment after # days",
            "Share of second treatments more than # days after the first."
        ).ofSeen(.secondTreatment).better(.less).atAGlance("Second treatment after # days"),
        within(
            .perinatalAssessed, .perinatalAssessedWithin14, .perinatalAssessed, "PR-1", "Perinatal, assessed in # days",
            "Share of perinatal people who were assessed within # days of the referral."),
        within(
            .perinatalTreated, .perinatalTreatedWithin28, .perinatalTreated, "PR-1", "Perinatal, treated in # days",
            "Share of perinatal people whose next contact of treatment came within # days of the assessment."),
        passed(.breaches, .breaches28, "KP-1", "a first appointment").with { $0.splits = .causes },
        passed(.breachesNationalFirst, .breaches42, "KP-1", "a first appointment"),
        passed(.breachesNationalSecond, .breaches126, "KP-1", "a first appointment"),
    ]

    /// Of all whose day has come: whoever leaves before it without being seen is in neither part.
    fileprivate static let ofAllDue = [
        due(.firstAppointment, .firstWithin28, .breaches28, "KP-1", "First appt within # days", brief: true),
        due(.firstAppointmentNationalFirst, .firstWithin42, .breaches42, "KP-1", "First appt within # days"),
        due(.firstAppointmentNationalSecond, .firstWithin126, .breaches126, "KP-1", "First appt within # days"),
        due(.secondTreatment, .secondWithin28, .secondPassed28, "KP-3", "Second treatment in # days", brief: true),
        due(.secondTreatmentBeforeLimit, .secondWithin90, .secondPassed90, "KP-3", "Second treatment in # days"),
        due(.treatmentLow, .lowWithin28, .lowPassed28, "KT-9", "Low intensity in # days"),
        due(.treatmentHigh, .highWithin28, .highPassed28, "KT-9", "High intensity in # days"),
        due(.stepUp, .stepUpWithin28, .stepUpPassed28, "KT-9", "Step-up in # days"),
        passed(.secondBreaches, .secondPassed28, "KT-1", "a second treatment").with { $0.weekly = .none },
        passed(.secondBreachesLimit, .secondPassed90, "KT-1", "a second treatment").with { $0.weekly = .none },
    ]

    private static func within(
        _ measure: PromisedMeasure, _ part: Counter, _ whole: Counter, _ rules: String, _ title: String,
        _ meaning: String
    ) -> Measure {
        Measure(.promised(measure, suffix: ""), .share, .ratio([part], [whole]), rules, title, meaning)
            .shown(.promises).better(.more)
    }

    private static func due(
        _ measure: PromisedMeasure, _ kept: Counter, _ passed: Counter, _ rules: String, _ title: String,
        brief: Bool = false
    ) -> Measure {
        Measure(
            .promised(measure, suffix: "-of-all-due"), .share, .ratio([kept], [kept, passed]), rules, title,
            "Share of all whose day has come, seen or not, for whom it was kept: within # days."
        ).shown(.ofAllDue, brief: brief).better(.more)
    }

    private static func passed(
        _ measure: PromisedMeasure, _ counter: Counter, _ rules: String, _ what: String
    ) -> Measure {
        Measure(
            .promised(measure, suffix: ""), .people, .total(counter), rules, "Passed # days",
            "People who pass # days without \(what), each in the week in which the day passes."
        ).everyWeek.better(.less)
    }
}

extension Measure {
    /// The row of a promise.
    public static func of(_ promise: PromisedMeasure) -> Measure? {
        PromiseMeasures.rows.first { $0.promise == promise }
    }

    /// The share of all whose day has come, of a promise.
    public static func ofAllDue(_ promise: PromisedMeasure) -> Measure? {
        PromiseMeasures.ofAllDue.first { $0.label == .promised(promise, suffix: "-of-all-due") }
    }

    /// In the short table, and in the panel of promises.
    fileprivate func atAGlance(_ words: String) -> Measure {
        with {
            $0.isBrief = true
            $0.atAGlance = words
        }
    }
}
