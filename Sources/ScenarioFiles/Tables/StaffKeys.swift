import CareModel
internal import CareModel
internal import ServiceSimulation

/// `teams[].staff[]`: a group of alike clinicians.
enum StaffKeys {
    /// A group's mapping.
    static let table = KeyTable<StaffInput>("teams[].staff[]", all)

    private static let all: [Key<StaffInput>] = [
        Key.choice(
            "role", \.role, Role.allCases.map { ($0.name, $0) }, source: .assumed, rules: "CL-1",
            "What they are employed as."
        ).required.unlisted,
        Key.value(
            "name", \.name, .name, source: .assumed, rules: "CL-1",
            "Keeps a group apart from others of its role in the team, whatever else is changed of them."
        ).inForce({ $0.name }, defaultText: "the role alone").unlisted,
        .count("count", \.count, 0...1_000, unit: "clinicians", source: .assumed, rules: "CL-1", "How many."),
        .value(
            "wte", \.wte, .number(ValueRange(above: 0, upTo: 1), unit: "WTE"), source: .assumed, rules: "CL-1",
            "Whole-time equivalents of each."),
        Key.value(
            "caseload", \.caseloadPerWTE, ValueForm.count(1...500, unit: "people per WTE").orNothing(byRole),
            source: .policy, rules: "CL-1", "Caseload cap per WTE."
        ).inForce({ String($0.caseload) }, defaultText: byRole),
        Key.value(
            "completed-hours", \.completedHoursPerWTE, hours.orNothing(byRole), source: .policy, rules: "CL-2",
            "Target of completed clinical contact per WTE."
        ).inForce({ NumberText.of($0.completedHours) }, defaultText: byRole),
        Key.value(
            "bookable-hours", \.bookableHoursPerWTE, hours.orNothing("completed hours ÷ 0.77"), source: .assumed,
            rules: "CL-2", "Hours per WTE that may be booked, more than the target to allow for DNAs."
        ).inForce({ NumberText.of(($0.bookableHours * 100).rounded() / 100) }, defaultText: "completed hours ÷ 0.77"),
        Key.value(
            "modalities", \.modalities,
            ValueForm.choice(Modality.individual.map { ($0.name, $0) }).list(0...7, each: "therapies"),
            source: .assumed, rules: "TX-3", "Therapies they are trained in."
        ).inForce(
            { "[" + $0.trainedIn.modalities.map(\.name).joined(separator: ", ") + "]" },
            defaultText: "the usual one of the step"),
        .flag("sees-under-18", \.seesUnder18, source: .assumed, rules: "PR-4", "Trained to see people under 18."),
        .date("from", \.from, absent: "from the start", rules: "CL-7", "First day at work."),
        .date("until", \.until, absent: "for good", rules: "CL-7", "Last day at work."),
        .date("qualifies", \.qualifies, absent: "never", rules: "CL-3", "The day trainees qualify."),
        .date(
            "top-up-from", \.topUpFrom, absent: "never", rules: "CL-13",
            "First day of the top-up training for long-term conditions, a day a week."),
        .days(
            "top-up-days", \.topUpDays, 0...60, source: .assumed, rules: "CL-13",
            "Days of that training; missed days are made up for within 26 weeks."),
        .count(
            "evenings-per-week", \.eveningsPerWeek, 0...5, unit: "days a week", source: .assumed, rules: "PO-7",
            "Days a week that run into the evening, until extended-hours.to."),
        .count(
            "early-days-per-week", \.earlyDaysPerWeek, 0...5, unit: "days a week", source: .assumed, rules: "PO-7",
            "Days a week, beside the evenings, that begin early, at extended-hours.from."),
        .flag("saturdays", \.saturdays, source: .assumed, rules: "PO-7", "Work Tuesday to Saturday."),
        .share("women", \.women, source: .assumed, rules: "KT-10", "Women among them."),
        .value(
            "languages", \.languages, ValueForm.count(1...255, unit: "number").list(0...255, each: "languages"),
            source: .assumed, rules: "EQ-2", "Numbers of the languages beside English that each of them works in."),
        .value(
            "venues", \.venues, ValueForm.count(0...255, unit: "number").list(0...7, each: "venues", isSet: false),
            source: .assumed, rules: "CL-9",
            "The venue of each weekday, Monday first; 0, or none, is wherever there is a room."),
    ]

    private static let byRole = "by role"
    private static let hours = ValueForm<Double>.number(ValueRange(above: 0, upTo: 60), unit: "hours a week per WTE")
}
