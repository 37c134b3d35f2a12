import CareModel

/// Whether a promise is kept only among those who were seen: a share of first appointments, or of finished courses,
/// leaves out whoever still waits, and is high where hardly anybody is seen.
struct SeenOnly {
    let group: MeasureGroup
    let index: ForecastIndex

    /// What a table says in place of *meets*.
    static let verdict = "of those seen"
    /// The same for a narrow table, and what it means there.
    static let brief = "seen only"
    static let key = "seen only: met among those who were seen, and broken among all whose day has come."

    /// The share of all whose day has come for whom a promise was kept; nil for a measure that has no such share. A
    /// first treatment comes no sooner than the first appointment, so that it is judged by that.
    func ofAllDue(_ measure: PromisedMeasure) -> MeasureSummary? {
        let due: PromisedMeasure
        switch measure {
        case .firstTreatmentNationalFirst: due = .firstAppointmentNationalFirst
        case .firstTreatmentNationalSecond: due = .firstAppointmentNationalSecond
        case .secondTreatmentLimit: due = .secondTreatmentBeforeLimit
        case .firstAppointment, .firstAppointmentNationalFirst, .firstAppointmentNationalSecond, .secondTreatment,
            .secondTreatmentBeforeLimit, .treatmentLow, .treatmentHigh, .stepUp:
            due = measure
        case .perinatalAssessed, .perinatalTreated, .breaches, .breachesNationalFirst, .breachesNationalSecond,
            .secondBreaches, .secondBreachesLimit:
            return nil
        }
        return Measure.ofAllDue(due).flatMap { index.summary($0, group) }
    }

    /// Whether the promise is broken among all whose day has come.
    func isBrokenAmongAll(_ measure: PromisedMeasure, _ promise: Promise) -> Bool {
        guard let share = ofAllDue(measure)?.mean else { return false }
        return switch promise.side {
        case .atLeast: share < promise.limit - 1e-9
        case .atMost: 1 - share > promise.limit + 1e-9
        }
    }

    /// Whether *met*, or met in some of the runs, would be said of those who were seen only.
    func contradicts(_ verdict: Verdict?, _ measure: PromisedMeasure, _ promise: Promise) -> Bool {
        switch verdict {
        case .meets: isBrokenAmongAll(measure, promise)
        case .kept(let kept, _): kept > 0 && isBrokenAmongAll(measure, promise)
        case .misses, nil: false
        }
    }

    /// What speaks against the figures of those seen: `of all whose day has come about 37 in 100 had a first
    /// appointment within 42 days and about 53 within 126`; nil without numbers.
    func objection(_ measures: [PromisedMeasure]) -> String? {
        let clauses = measures.compactMap { measure in
            ofAllDue(measure).map { (share: $0.mean, days: index.forecast.standards.days(measure)) }
        }
        guard !clauses.isEmpty else { return nil }
        let words = clauses.enumerated().map { position, clause in
            position == 0
                ? "\(ChanceText.people(clause.share)) had a first appointment within \(clause.days) days"
                : "\(ChanceText.morePeople(clause.share)) within \(clause.days)"
        }
        return "of all whose day has come \(TextTools.list(words))"
    }
}
