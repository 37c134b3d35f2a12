internal import CareModel
internal import ServiceSimulation

/// `groups` and `computerised`: what is readily available beside a therapist of one's own.
enum ReadierModeKeys {
    /// Psycho-educational courses.
    static let groups: [Key<GroupInput>] =
        course + [
            .share(
                "taken-up-at-first-appointment", \.takenUpAtFirst, source: .assumed, rules: "PO-4 TX-4",
                "People agreed on step 2 who take a seat at the first appointment, when there is one."),
            .share(
                "taken-up-at-calls", \.takenUpAtCalls, source: .assumed, rules: "PO-4 KT-4",
                "People called while they wait who take a seat, when there is one."),
            .number(
                "change", \.change, -10...10, unit: "PHQ-9 points a session", source: .assumed, rules: "TX-10",
                "Mean fall of PHQ-9 a session attended."),
            .share(
                "further-input", \.furtherInput, source: .assumed, rules: "TX-4",
                "People still a case after a course who go on with guided self-help."),
        ]

    private static let course: [Key<GroupInput>] = [
        .flag("is-on", \.rule.isOn, source: .policy, rules: "TX-4", "Whether the team runs courses."),
        .weeks(
            "every-weeks", \.rule.everyWeeks, 1...52, source: .assumed, rules: "TX-4",
            "From the start of one course to the start of the next."),
        .choice(
            "weekday", \.rule.weekday, Weekday.allCases.filter { !$0.isWeekend }.map { ("\($0)", $0) },
            source: .assumed, rules: "TX-4", "The day of the week on which they meet."),
        .timeOfDay("starts-at", \.rule.startMinute, source: .assumed, rules: "TX-4", "When a session starts."),
        .count(
            "sessions", \.rule.sessions, 1...20, unit: "sessions", source: .assumed, rules: "TX-4",
            "Sessions of a course."),
        .minutes(
            "session-minutes", \.rule.sessionMinutes, 15...240, multipleOf: 5, source: .assumed, rules: "TX-4",
            "Length of a session."),
        .days("interval-days", \.rule.intervalDays, 1...28, source: .assumed, rules: "TX-4", "Days between sessions."),
        .count(
            "smallest", \.rule.smallest, 1...100, unit: "people", source: .assumed, rules: "TX-4",
            "People without whom a course is put off."),
        .count("largest", \.rule.largest, 1...100, unit: "people", source: .assumed, rules: "TX-4", "Seats."),
        .count(
            "facilitators", \.rule.facilitators, 1...2, unit: "clinicians", source: .policy, rules: "TX-4",
            "Clinicians who lead a session."),
        .minutes(
            "preparation-minutes", \.rule.preparationMinutes, 0...120, multipleOf: 5, source: .assumed, rules: "TX-4",
            "Each facilitator's time before a session, for preparation."),
        .weeks(
            "plan-weeks-ahead", \.rule.planWeeksAhead, 1...26, source: .assumed, rules: "TX-4",
            "Weeks ahead that a course is planned and its seats are offered."),
        .days(
            "decision-days", \.rule.decisionDays, 0...28, source: .assumed, rules: "TX-4",
            "Days before the first session on which it is decided whether there are enough people."),
        .weeks(
            "put-off-weeks", \.rule.putOffWeeks, 1...12, source: .assumed, rules: "TX-4",
            "Weeks by which a course is put off."),
        .count(
            "most-put-offs", \.rule.mostPutOffs, 0...10, unit: "times", source: .assumed, rules: "TX-4",
            "How often a course is put off before it is cancelled; one that has begun, four times a week at most."),
    ]

    /// Computerised CBT.
    static let computerised: [Key<ComputerisedInput>] = [
        .flag("is-on", \.rule.isOn, source: .policy, rules: "TX-5 KT-6", "Whether it is offered to people who wait."),
        .minutes(
            "minutes", \.rule.minutes, 5...60, multipleOf: 5, source: .policy, rules: "TX-5",
            "A clinician's time for one support contact."),
        .days("interval-days", \.rule.intervalDays, 1...90, source: .assumed, rules: "TX-5", "Days between contacts."),
        .count(
            "contacts", \.rule.contacts, 1...50, unit: "contacts", source: .assumed, rules: "TX-5",
            "Support contacts of a course."),
        .share(
            "taken-up-at-first-appointment", \.takenUpAtFirst, source: .assumed, rules: "PO-4 KT-6",
            "People who are told at the first appointment that they will wait long and take it."),
        .share(
            "taken-up-at-calls", \.takenUpAtCalls, source: .assumed, rules: "PO-4 KT-4",
            "People called while they wait who take it."),
        .number(
            "change", \.change, -10...10, unit: "PHQ-9 points a contact", source: .assumed, rules: "TX-10",
            "Mean fall of PHQ-9 a support contact."),
        .share(
            "ends-when-recovered", \.endsWhenRecovered, source: .assumed, rules: "KT-6",
            "People found recovered at a call or at the last contact who need no more."),
    ]
}
