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
                "The earliest appointment on days of extended hours."),
            .timeOfDay(
                "extended-hours.to", \.extendedHours.end, source: .policy, rules: "PO-7",
                "The latest end of an appointment on days of extended hours."),
        ] + population.map { $0.within(\.population, "population") }
        + ReferralKeys.all.map { $0.within(\.referrals, "referrals") }
        + NeedsKeys.rooms.map { $0.within(\.rooms, "rooms") }
        + InitialKeys.all.map { $0.within(\.initial, "initial") }

    /// A team's mapping.
    static let table = KeyTable(
        "teams[]", elsewhere: ["staff", "staff-changes", "drop"], own + PracticeKeys.all.map { $0.within(\.practice) })

    private static let population: [Key<PopulationInput>] = [
        .number(
            "registered", \.registered, 0...100_000_000, unit: "people", source: .assumed, rules: "EQ-3 EQ-4",
            "People registered with the area's general practices."),
        .share("adults", \.adults, source: .published, rules: "EQ-3 EQ-4", "Adults among them."),
        .share(
            "prevalence", \.prevalence, source: .published, rules: "EQ-3 EQ-4",
            "Adults with depression or an anxiety disorder."),
    ]
}
