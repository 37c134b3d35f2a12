internal import ServiceSimulation

/// `risk` and `employment`: what may happen beside the way through the service.
enum BesideKeys {
    /// Risk found at contacts.
    static let risk: [Key<RiskInput>] = [
        .share(
            "found-at-contacts", \.foundAtContacts, source: .assumed, rules: "ST-7",
            "Attended appointments at which risk is found that has to be acted on the same day."),
        .minutes(
            "minutes", \.minutes, 5...240, multipleOf: 5, source: .assumed, rules: "ST-7",
            "Length of the urgent slot: the duty worker's, else that of whoever found it."),
        .share(
            "referred-on", \.referredOn, source: .assumed, rules: "ST-7 ST-3", "These people who are referred on."),
    ]

    /// Employment support.
    static let employment: [Key<EmploymentInput>] = [
        .number(
            "advisers", \.advisers, 0...200, unit: "WTE", source: .assumed, rules: "TX-13",
            "Employment advisers in a team; the guideline is one for eight therapists."),
        .share(
            "taken-up", \.takenUp, source: .assumed, rules: "TX-13", "People who begin a course and take the support."),
        .count(
            "caseload", \.caseload, 1...200, unit: "people", source: .assumed, rules: "TX-13",
            "People whom one adviser supports at a time, per WTE."),
        .number(
            "mean-weeks", \.meanWeeks, 1...104, unit: "weeks", source: .assumed, rules: "TX-13",
            "Mean length of the support."),
    ]
}
