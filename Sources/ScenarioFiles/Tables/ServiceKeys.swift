internal import CareModel
internal import ServiceSimulation

/// The top of a scenario file.
enum ServiceKeys {
    /// The keys of the top that are read elsewhere.
    static let lists = ["extends", "sources", "teams", "levers"]

    /// The top's mapping, practice excepted.
    static let table = KeyTable("", elsewhere: lists, all)

    private static let all: [Key<ServiceScenario>] =
        [
            Key.value("name", \.name, .name, source: .assumed, "The scenario's short name.").required.unlisted,
            Key.value("title", \.title, .title, source: .assumed, "The name in headings and sentences.").unlisted,
            Key.value(
                "starts", \.starts, .monday, source: .assumed, rules: "KP-1", "The first day of the forecast."
            ).required,
            .weeks("weeks", \.weeks, 1...520, source: .assumed, rules: "KP-1", "Weeks to forecast."),
            .value(
                "closed-days", \.closedDays, ValueForm.date.list(each: "dates"), source: .assumed, rules: "CL-6",
                "Days on which the service is closed besides weekends and bank holidays."),
            .flag(
                "by-group", \.measuresGroups, source: .assumed, rules: "EQ-1 KP-12",
                "Whether measures are taken by age, sex, ethnicity, deprivation, long-term condition, perinatal, "
                    + "veteran, language and accessibility need too."
            ),
            .choice(
                "start.origin", \.start.origin, StartInput.Origin.allCases.map { ($0.name, $0) }, source: .assumed,
                rules: "KT-8",
                "How the first day is made: by a warm-up, from empty or from the teams' lists where they have any, or "
                    + "as those lists."),
            .weeks(
                "start.warm-up-weeks", \.start.warmUpWeeks, 26...520, source: .assumed, rules: "KT-8",
                "Length of a warm-up."),
            .count(
                "start.first-days", \.start.firstDays, 1...100, unit: "first days", source: .assumed, rules: "KT-8",
                "Independent warm-ups; runs start from each in turn, so that what nobody knows of the first day shows. "
                    + "The least number with --precision, where each run has its own."
            ),
        ] + standards.map { $0.within(\.standards, "standards") } + pay.map { $0.within(\.pay, "pay") }
        + uncertainty.map { $0.within(\.uncertainty, "uncertainty") }

    private static let uncertainty: [Key<UncertaintyInput>] = [
        unknown("referrals", \.referrals, rules: "RF-2", "The level of referrals."),
        unknown("lost", \.lost, rules: "RF-10", "The shares who are never reached or want no appointment."),
        unknown("capacity", \.capacity, rules: "CL-2", "The bookable time of staff."),
        unknown("aim", \.aim, rules: "PO-2", "The wait that a split that follows demand is adjusted for."),
        unknown("high-share", \.highShare, rules: "FA-3", "The share of people who go straight to step 3."),
        unknown("sessions", \.sessions, rules: "TX-1 TX-2", "The sessions that people need."),
        unknown("leavers", \.leavers, rules: "FA-3", "The share of people assessed who are not taken on."),
        unknown("outcomes", \.outcomes, rules: "TX-10", "How much scores fall a session."),
    ]

    private static func unknown(
        _ name: String, _ target: any Key<UncertaintyInput>.Target<Double>, rules: String, _ meaning: String
    ) -> Key<UncertaintyInput> {
        .number(
            name, target, 0...1, unit: "standard deviation, as a share", source: .assumed, rules: rules,
            meaning + " Drawn anew in each run.")
    }

    private static let pay: [Key<PayInput>] = [
        pounds("pwp", \.wellbeingPractitioner, "A PWP: the middle of band 5."),
        pounds("senior-pwp", \.seniorWellbeingPractitioner, "A senior PWP: the middle of band 6."),
        pounds("trainee-pwp", \.traineeWellbeingPractitioner, "A trainee PWP: the middle of band 4."),
        pounds("hit", \.highIntensityTherapist, "A high-intensity therapist: the middle of band 7."),
        pounds("senior-hit", \.seniorHighIntensityTherapist, "A senior high-intensity therapist: the top of band 7."),
        pounds(
            "trainee-hit", \.traineeHighIntensityTherapist, "A trainee high-intensity therapist: middle of band 6."),
        pounds(
            "assistant-psychologist", \.assistantPsychologist, rules: "KP-9 CL-15",
            "An assistant psychologist: the middle of band 4."),
        pounds(
            "support-worker", \.supportWorker, rules: "KP-9 CL-15", "A support worker: the middle of band 3."),
        .share(
            "on-costs", \.onCosts, source: .assumed, rules: "KP-9",
            "National insurance and pension that the employer pays, of pay."),
        .number(
            "overheads", \.overheads, 0...2, unit: "share", source: .assumed, rules: "KP-9",
            "Everything else of a service, of pay with on-costs."),
    ]

    private static func pounds(
        _ role: String, _ target: any Key<PayInput>.Target<Double>, rules: String = "KP-9", _ meaning: String
    ) -> Key<PayInput> {
        .number(role, target, 0...500_000, unit: "pounds a year", source: .published, rules: rules, meaning)
    }

    private static let standards: [Key<Standards>] = [
        .days(
            "first-appointment-days", \.firstAppointmentDays, 1...730, source: .policy, rules: "FA-1",
            "Internal target from receipt to first appointment."),
        .days(
            "national-first-days", \.nationalFirstDays, 1...730, source: .policy, rules: "FA-1 KP-2",
            "National first standard."),
        .share(
            "national-first-share", \.nationalFirstShare, source: .policy, rules: "FA-1 KP-2",
            "Share of people to be seen within it."),
        .days(
            "national-second-days", \.nationalSecondDays, 1...730, source: .policy, rules: "FA-1 KP-2",
            "National second standard."),
        .share(
            "national-second-share", \.nationalSecondShare, source: .policy, rules: "FA-1 KP-2",
            "Share of people to be seen within it."),
        .days(
            "second-treatment-days", \.secondTreatmentDays, 1...730, source: .policy, rules: "KT-1 KP-3",
            "Expected from the first to the second treatment contact."),
        .days(
            "second-treatment-limit-days", \.secondTreatmentLimitDays, 1...730, source: .policy, rules: "KT-1 KP-3",
            "The wait from the first to the second contact that few may exceed."),
        .share(
            "second-treatment-limit-share", \.secondTreatmentLimitShare, source: .policy, rules: "KT-1 KP-3",
            "Share of people who may exceed it."),
        .days(
            "perinatal-assessment-days", \.perinatalAssessmentDays, 1...730, source: .policy, rules: "PR-1",
            "Perinatal people: assessed within, from the referral."),
        .days(
            "perinatal-treatment-days", \.perinatalTreatmentDays, 1...730, source: .policy, rules: "PR-1",
            "Perinatal people: the next contact of treatment within, from the assessment."),
    ]
}
