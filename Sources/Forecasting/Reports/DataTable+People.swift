public import CareModel
public import Experiments

extension DataTable {
    /// What is likely to become of each person who waits, one a line; chances are shares of the runs (KP-1).
    public static func people(_ people: [PersonForecast], _ standards: Standards) -> DataTable {
        let over: [DataColumn<PersonForecast>] = PromisedMeasure.allBreaches.map { promise in
            let days = standards.days(promise)
            return .number(
                "chance_over_\(promise.place)", "share",
                "Share of the runs in which the wait is longer than \(promise.place)_days; 1 if it is already."
            ) { person in rounded(person.promises.firstIndex(of: days).map { person.chances[$0] } ?? .nan) }
        }
        let columns: [DataColumn<PersonForecast>] =
            [
                .integer("person", "", "The person's number in the database.") { Int(clamping: $0.key) },
                .day("referred", "The day on which the referral was received.") { $0.received.day },
            ] + over + [
                .number("chance_seen", "share", "Share of the runs in which the person is seen at all.") {
                    rounded($0.isSeen)
                },
                .day("early", "By then one in ten of the runs have the first appointment.") { $0.days?.early },
                .day("middle", "By then half of the runs have the first appointment.") { $0.days?.middle },
                .day("late", "By then nine in ten of the runs have the first appointment.") { $0.days?.late },
                .integer("runs", "", "Runs that the chances are shares of.") { $0.runs },
            ]
        return DataTable("people.csv", columns + PromisedMeasure.limits(standards), people)
    }

    private static func rounded(_ chance: Double) -> Double { (chance * 1000).rounded() / 1000 }
}
