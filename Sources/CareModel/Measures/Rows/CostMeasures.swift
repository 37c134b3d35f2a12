/// Rows of what staff cost, and how much they do (KP-9, PO-9).
enum CostMeasures {
    static let rows = [
        Measure.staffCost,
        cost("attended-appointment", .attended, "An attended appointment"),
        Measure.costOfTreated, Measure.costOfFinished, Measure.costOfRecovery,
        Measure(
            .plain("entered-treatment-per-clinician"), .people, .perClinician(.enteredTreatment), "PO-9",
            "Treated a year, per clinician", "People who enter treatment a year for each whole-time clinician in post."
        ).shown(.cost, brief: true).better(.more),
        Measure(
            .plain("finished-courses-per-clinician"), .people, .perClinician(.finishedCourses), "PO-9",
            "Finished a year, per clinician", "Courses finished a year for each whole-time clinician in post."
        ).better(.more),
    ]

    fileprivate static func cost(_ name: String, _ counter: Counter, _ title: String) -> Measure {
        Measure(
            .plain("cost-per-" + name), .pounds, .cost(for: counter), "KP-9", title,
            "Pay of the filled posts over the whole period, for each: \(title.lowercased())."
        ).shown(.cost).better(.less)
    }
}

extension Measure {
    /// What the filled posts cost.
    public static let staffCost = Measure(
        .plain("staff-cost"), .pounds, .cost(for: nil), "KP-9", "Staff, whole period",
        "Pay of the filled posts over the whole period, with on-costs."
    ).shown(.cost, compared: true).better(.less)

    /// What the filled posts cost for each person who enters treatment.
    public static let costOfTreated = CostMeasures.cost(
        "person-treated", .enteredTreatment, "A person treated"
    ).with { $0.isCompared = true }

    /// What they cost for each finished course.
    public static let costOfFinished = CostMeasures.cost(
        "finished-course", .finishedCourses, "A finished course"
    ).with { $0.isBrief = true }

    /// What they cost for each recovery.
    public static let costOfRecovery = CostMeasures.cost(
        "recovery", .recovered, "A recovery"
    ).with { $0.isCompared = true }
}
