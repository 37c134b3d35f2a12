internal import CareModel
internal import ServiceSimulation

/// `low-intensity` and `high-intensity`: courses of treatment.
enum TreatmentKeys {
    /// Courses at step 2.
    static let low = courses(step: .low, rule: "TX-1")
    /// Courses at step 3.
    static let high =
        courses(step: .high, rule: "TX-2") + [
            .number(
                "needed-sessions-plus", \.neededSessionsPlus, 0...100, unit: "sessions", source: .assumed,
                rules: "ST-4 TX-11",
                "Mean number of sessions that people at step 3+ need, where scores decide the step; 0 is as others.")
        ]

    private static func courses(step: Step, rule: String) -> [Key<CourseInput>] {
        let therapies = Modality.individual.filter { $0.step == step }.map { ($0.name, Int($0.rawValue)) }
        return rules(rule) + [
            .number(
                "needed-sessions", \.neededSessions, 1...100, unit: "sessions", source: .assumed, rules: rule,
                "Mean number of sessions that people need at this step if nothing stops them, assessment not counted."
            ),
            .number(
                "needed-variation", \.neededVariation, 0...2, unit: "coefficient of variation", source: .assumed,
                rules: rule, "Variation of that number between people."),
            .share(
                "supervisor-agrees", \.supervisorAgrees, source: .assumed, rules: rule,
                "Supervisors' decisions that agree to more than the usual number of contacts."),
            .share(
                "ends-when-recovered", \.endsWhenRecovered, source: .assumed, rules: "TX-7 TX-9",
                "Courses that end at a review because the person is no longer a case."),
            .share(
                "changes-without-improvement", \.changesWithoutImprovement, source: .assumed, rules: "TX-6",
                "People without improvement at their review who go to another step or service."),
            .share(
                "extension-agreed", \.extensionAgreed, source: .assumed, rules: "TX-11",
                "Requests for more sessions that a supervisor agrees to."),
            .share(
                "stops-early", \.stopsEarly, source: .assumed, rules: "ST-6",
                "Chance after each session that the person does not come back."),
            .days(
                "booking-horizon-days", \.bookingHorizonDays, 7...180, source: .assumed, rules: "TX-12",
                "Days ahead within which a first session must be free for a person to be taken on."),
            .value(
                "modalities", \.modalities,
                .shares(places: Modality.individual.count, names: therapies, of: "therapies at this step"),
                source: .assumed, rules: "TX-3", "Share of each therapy among those taken on at this step."),
        ]
    }

    private static func rules(_ rule: String) -> [Key<CourseInput>] {
        [
            .minutes(
                "session-minutes", \.rule.sessionMinutes, 5...240, multipleOf: 5, source: .policy, rules: rule,
                "Length of a session."),
            .minutes(
                "first-appointment-minutes", \.rule.firstAppointmentMinutes, 5...240, multipleOf: 5, source: .policy,
                rules: "FA-2", "Length of the first appointment at this step."),
            .days("interval-days", \.rule.intervalDays, 1...90, source: .policy, rules: rule, "Days between sessions."),
            .count(
                "usual-contacts", \.rule.usualContacts, 1...100, unit: "contacts", source: .policy, rules: rule,
                "Contacts that a course usually has at most, the assessment included."),
            .count(
                "agreed-contacts", \.rule.agreedContacts, 1...100, unit: "contacts", source: .policy, rules: rule,
                "Contacts that it may have with the supervisor's agreement."),
            .count(
                "block-sessions", \.rule.blockSessions, 1...100, unit: "sessions", source: .policy, rules: "TX-7",
                "Sessions between reviews."),
            .count(
                "improvement-review", \.rule.improvementReview, 1...100, unit: "sessions", source: .policy,
                rules: "TX-6", "Sessions after which somebody without improvement is discussed."),
            .minutes(
                "waiting-minutes", \.rule.waitingMinutes, 0...60, source: .policy, rules: "AT-7",
                "How long the clinician waits for somebody who is late."),
            .count(
                "extension-before-session", \.rule.extensionBeforeSession, 0...100, unit: "sessions", source: .policy,
                rules: "TX-11", "The session before which a supervisor must agree to go on; 0 is never."),
            .count(
                "extension-every-sessions", \.rule.extensionEverySessions, 1...100, unit: "sessions", source: .policy,
                rules: "TX-11", "Sessions between such requests."),
            .count(
                "spaced-sessions", \.rule.spacedSessions, 0...20, unit: "sessions", source: .assumed, rules: "TX-8",
                "Sessions at the end that are spaced out."),
            .days(
                "spaced-interval-days", \.rule.spacedIntervalDays, 1...180, source: .policy, rules: "TX-8",
                "Days between the spaced sessions."),
        ]
    }
}
