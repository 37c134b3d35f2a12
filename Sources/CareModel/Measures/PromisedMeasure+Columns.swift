/// The promises of a first appointment as columns of tables, which do not move with their days.
extension PromisedMeasure {
    /// What a column on it is called: `promise`, `national_first`, `national_second`.
    public var place: String {
        switch self {
        case .firstAppointment, .secondTreatment, .treatmentLow, .treatmentHigh, .stepUp, .perinatalAssessed,
            .perinatalTreated, .breaches, .secondBreaches:
            "promise"
        case .firstAppointmentNationalFirst, .firstTreatmentNationalFirst, .breachesNationalFirst: "national_first"
        case .firstAppointmentNationalSecond, .firstTreatmentNationalSecond, .breachesNationalSecond: "national_second"
        case .secondTreatmentLimit, .secondTreatmentBeforeLimit, .secondBreachesLimit: "limit"
        }
    }

    /// Columns with the days of each promise of a first appointment, the same in every row.
    public static func limits<Row>(_ standards: Standards) -> [DataColumn<Row>] {
        allBreaches.map { promise in
            let days = standards.days(promise)
            return .integer("\(promise.place)_days", "days", "The days of this promise of a first appointment.") { _ in
                days
            }
        }
    }
}
