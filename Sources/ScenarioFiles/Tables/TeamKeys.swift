internal import CareModel
internal import ServiceSimulation

/// `teams[]`: one team's people, door, hours and first day; its practice besides.
enum TeamKeys {
    /// The keys of a team without those of practice.
    static let own: [Key<TeamScenario>] =
        [
            Key.value("name", \.name, .name, source: .assumed, "The team's short name.").required.unlisted,
            Key.value("title", \.title, .title, source: .assumed, "The team's name in headings and sentences.")
                .unlisted,
            .count(
                "youngest-age", \.youngestAge, 14...18, unit: "years", source: .policy, rules: "PR-4",
                "Youngest age served."),
            .timeOfDay("opening-hours.from", \.openingHours.start, source: .policy, rules: "PO-7", "Core hours begin."),
            .timeOfDay("opening-hours.to", \.openingHours.end, source: .policy, rules: "PO-7", "Core hours end."),
            .timeOfDay(
                "extended-hours.from", \.extendedHours.start, source: .policy, rules: "PO-7",
                "When days begin that begin early: early-days-per-week says of whom."),
            .timeOfDay(
                "extended-hours.to", \.extendedHours.end, source: .policy, rules: "PO-7",
                "When days end that run into the evening: evenings-per-week says of whom."),
        ] + population.map { $0.within(\.population, "population") }
        + ReferralKeys.all.map { $0.within(\.referrals, "referrals") }
        + NeedsKeys.rooms.map { $0.within(\.rooms, "rooms") }
        + InitialKeys.all.map { $0.within(\.initial, "initial") }
        + FitKeys.all.map { $0.within(\.fit, "fit") }
        + TrustedKeys.all.map { $0.within(\.trusted, "trusted") }

    /// A team's mapping.
    static let table = KeyTable(
        "teams[]", elsewhere: ["staff", "staff-changes", "drop"], former: FormerKeys.practice,
        own + PracticeKeys.all.map { $0.within(\.practice) })

    private static let population: [Key<PopulationInput>] = [
        .number(
            "registered", \.registered, 0...100_000_000, unit: "people", source: .assumed, rules: "EQ-3 EQ-4",
            "People registered with the area's general practices."),
        .share("adults", \.adults, source: .published, rules: "EQ-3 EQ-4", "Adults among them."),
        .share(
            "prevalence", \.prevalence, source: .published, rules: "EQ-3 EQ-4",
            "Adults with depression or an anxiety disorder."),
        inNeed("age-bands", \.ageBands, 3, "aged 18 to 25, 26 to 64, 65 and over"),
        inNeed("sexes", \.sexes, 2, "women, men"),
        inNeed("ethnicity", \.ethnicity, 6, "of each ethnicity group: not recorded, white, mixed, Asian, black, other"),
        inNeed("deprivation", \.deprivation, 10, "of each decile of deprivation, the most deprived first"),
    ]

    private static func inNeed(
        _ name: String, _ target: any Key<PopulationInput>.Target<[Double]>, _ count: Int, _ who: String
    ) -> Key<PopulationInput> {
        let share = ValueForm<Double>.number(ValueRange(0...1), kind: "share", unit: "share")
        return .value(
            name, target, share.list(0...count, each: "shares", isSet: false), source: .assumed,
            rules: "KP-12 EQ-3",
            "Of adults with depression or an anxiety disorder, the share \(who); scaled to 1, for the access rate of "
                + "each group.")
    }
}
