/// A measure that counts people beside a limit of the standards: its name holds the days that are in force, such as
/// `first-appointment-within-28-days` (KP-1, KP-2, KP-3, PR-1).
///
/// Two measures may have the same limit, and then the same name: they are one number.
public enum PromisedMeasure: CaseIterable, Sendable {
    /// Share of first appointments within the service's own promise, and within the two national ones.
    case firstAppointment, firstAppointmentNationalFirst, firstAppointmentNationalSecond
    /// Share of finished courses whose first treatment came within the national standards.
    case firstTreatmentNationalFirst, firstTreatmentNationalSecond
    /// Share of second treatments in the expected time, and beyond the limit.
    case secondTreatment, secondTreatmentLimit
    /// Share of second treatments before the limit; of first sessions at each step and after a step-up in the time
    /// that a treatment contact is promised.
    case secondTreatmentBeforeLimit, treatmentLow, treatmentHigh, stepUp
    /// Share of perinatal people who were assessed, and treated, in time.
    case perinatalAssessed, perinatalTreated
    /// People who passed the day without a first appointment: the service's own promise, and the national ones.
    case breaches, breachesNationalFirst, breachesNationalSecond
    /// People who passed the day without a second treatment: the expected time, and the limit.
    case secondBreaches, secondBreachesLimit

    /// Breaches, the service's own promise first.
    public static let allBreaches: [PromisedMeasure] = [.breaches, .breachesNationalFirst, .breachesNationalSecond]

    /// People who passed the days of a second treatment, the expected time first.
    public static let allSecondBreaches: [PromisedMeasure] = [.secondBreaches, .secondBreachesLimit]
}

extension Standards {
    /// The limit of a measure, days.
    public func days(_ measure: PromisedMeasure) -> Int {
        switch measure {
        case .firstAppointment, .breaches: firstAppointmentDays
        case .firstAppointmentNationalFirst, .firstTreatmentNationalFirst, .breachesNationalFirst: nationalFirstDays
        case .firstAppointmentNationalSecond, .firstTreatmentNationalSecond, .breachesNationalSecond:
            nationalSecondDays
        case .secondTreatment, .secondBreaches, .treatmentLow, .treatmentHigh, .stepUp: secondTreatmentDays
        case .secondTreatmentLimit, .secondTreatmentBeforeLimit, .secondBreachesLimit: secondTreatmentLimitDays
        case .perinatalAssessed: perinatalAssessmentDays
        case .perinatalTreated: perinatalTreatmentDays
        }
    }

    /// The name of a measure in tables and files.
    public func name(_ measure: PromisedMeasure) -> String {
        let days = days(measure)
        return switch measure {
        case .firstAppointment, .firstAppointmentNationalFirst, .firstAppointmentNationalSecond:
            "first-appointment-within-\(days)-days"
        case .firstTreatmentNationalFirst, .firstTreatmentNationalSecond: "first-treatment-within-\(days)-days"
        case .secondTreatment, .secondTreatmentBeforeLimit: "second-treatment-within-\(days)-days"
        case .treatmentLow: "treatment-low-within-\(days)-days"
        case .treatmentHigh: "treatment-high-within-\(days)-days"
        case .stepUp: "step-up-within-\(days)-days"
        case .secondTreatmentLimit: "second-treatment-over-\(days)-days"
        case .perinatalAssessed: "perinatal-assessed-within-\(days)-days"
        case .perinatalTreated: "perinatal-treated-within-\(days)-days"
        case .breaches, .breachesNationalFirst, .breachesNationalSecond: "first-appointment-breaches-\(days)"
        case .secondBreaches, .secondBreachesLimit: "second-treatment-breaches-\(days)"
        }
    }

    /// The breaches that are told apart, those of the service's own promise first: of two with the same limit one.
    public var breaches: [PromisedMeasure] { distinct(PromisedMeasure.allBreaches) }

    /// The days of ``breaches``: those that a list of people who wait is counted by (KT-8).
    public var breachDays: [Int] { breaches.map(days) }

    /// The measures without those whose name an earlier one has.
    public func distinct(_ measures: [PromisedMeasure]) -> [PromisedMeasure] {
        var names: [String] = []
        return measures.filter { measure in
            let isNew = !names.contains(name(measure))
            names.append(name(measure))
            return isNew
        }
    }
}

extension PromisedMeasure {
    /// The days in the name of a measure of this kind, under whatever standards; nil for the name of another.
    public func days(in name: String) -> Int? {
        let usual = Standards()
        let parts = usual.name(self).split(separator: String(usual.days(self)), omittingEmptySubsequences: false)
        guard parts.count == 2, name.hasPrefix(parts[0]), name.hasSuffix(parts[1]) else { return nil }
        return Int(name.dropFirst(parts[0].count).dropLast(parts[1].count))
    }
}
