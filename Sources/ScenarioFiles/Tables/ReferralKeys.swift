internal import CareModel
internal import ServiceSimulation

/// `referrals`: who is referred, when and from where.
enum ReferralKeys {
    private static let shares = ValueForm<Double>.number(ValueRange(0...1), kind: "share", unit: "share")

    /// Referrals.
    static let all =
        arrivals + people + NeedsKeys.asks.map { $0.within(\.asks, "asks") }
        + NeedsKeys.matrix.map { $0.within(\.matrix, "matrix") }

    private static let arrivals: [Key<ReferralInput>] = [
        .number(
            "per-week", \.perWeek, 0...20_000, unit: "referrals a week", source: .assumed, rules: "RF-2",
            "Referrals a week in the scenario's first year, over all sources."),
        .number(
            "trend-per-year", \.trendPerYear, -0.5...1, unit: "share a year", source: .assumed, rules: "RF-2",
            "Growth a year: 0.02 is two per cent more each year."),
        .date(
            "from", \.from, absent: "from the start", rules: "CL-13",
            "The first day of referrals, of a team that opens later."),
        .weeks(
            "ramp-weeks", \.rampWeeks, 0...260, source: .assumed, rules: "CL-13",
            "Weeks over which a team that opens grows to its number of referrals."),
        .number(
            "growth", \.growth, ReferralInput.growthAllowed, unit: "share", source: .assumed, rules: "RF-2",
            "More referrals beside per-week and its trend: 0.3 is three tenths more, -0.1 a tenth fewer."),
        .date(
            "growth-from", \.growthFrom, absent: "from the start", rules: "RF-2",
            "The first day of that growth, such as of a campaign."),
        .weeks(
            "growth-weeks", \.growthWeeks, ReferralInput.growthWeeksAllowed, source: .assumed, rules: "RF-2",
            "Weeks over which that growth comes, step by step; 0 is at once."),
        .value(
            "months", \.months, .indices(count: 12, of: "months", published: ReferralInput().months),
            source: .published, rules: "RF-2", "Index of referrals per working day by month, January first."),
        .value(
            "web-weekdays", \.webWeekdays, .indices(count: 7, of: "weekdays", published: nil), source: .assumed,
            rules: "RF-2", "Index by weekday, Monday first, for sources that arrive any day."),
        .value(
            "staffed-weekdays", \.staffedWeekdays, .indices(count: 7, of: "weekdays", published: nil),
            source: .assumed, rules: "RF-2",
            "Index by weekday, Monday first, for sources that arrive on working days."),
        .share(
            "bank-holiday-share", \.bankHolidayShare, source: .assumed, rules: "RF-2",
            "Arrivals on a bank holiday, of a usual day's, for sources that arrive any day."),
        .number(
            "weekly-variation", \.weeklyVariation, 0...1, unit: "coefficient of variation", source: .assumed,
            rules: "RF-2", "Week-to-week variation beyond chance; 0 is Poisson."),
        .value(
            "sources", \.sources,
            .shares(
                places: ReferralSource.allCases.count,
                names: ReferralSource.allCases.map { ($0.name, Int($0.rawValue)) }, of: "sources",
                shorthand: selfReferred),
            source: .published, rules: "RF-1",
            "Share of each source; 'self' stands for self-web 85% and self-telephone 15%."),
        .value(
            "depression-by-source", \.depressionBySource, bySource("PHQ-9 points"), source: .assumed,
            rules: "RF-15 TX-10",
            "By how much the PHQ-9 at referral of each source is above scores.depression-mean; 'self' is both ways."),
        .value(
            "anxiety-by-source", \.anxietyBySource, bySource("GAD-7 points"), source: .assumed, rules: "RF-15 TX-10",
            "By how much the GAD-7 at referral of each source is above scores.anxiety-mean; 'self' is both ways."),
    ]

    private static func bySource(_ unit: String) -> ValueForm<[Double]> {
        .amounts(
            -10...10, unit: unit, names: ReferralSource.allCases.map(\.name), of: "sources",
            shorthand: (selfReferred.name, selfReferred.parts.map(\.index)))
    }

    /// `self` for both ways in which people refer themselves.
    private static let selfReferred: (name: String, parts: [(index: Int, share: Double)]) = (
        "self",
        [(Int(ReferralSource.selfWeb.rawValue), 0.85), (Int(ReferralSource.selfTelephone.rawValue), 0.15)]
    )

    private static let ageBands = ["under-18", "18-25", "26-64", "65-and-over"]

    private static let people: [Key<ReferralInput>] = [
        .value(
            "age-bands", \.ageBands,
            .shares(places: 4, names: ageBands.enumerated().map { ($1, $0) }, of: "age bands"), source: .published,
            rules: "RF-13 PR-4", "Share of each age band."),
        .share("women", \.women, source: .published, rules: "RF-13", "Women among those referred."),
        .share("perinatal", \.perinatal, source: .assumed, rules: "PR-1", "Perinatal people, either parent."),
        .share(
            "pregnant", \.pregnant, source: .assumed, rules: "PR-1 PR-3",
            "The pregnant among the perinatal; the others have a child under one."),
        .share("veterans", \.veterans, source: .assumed, rules: "PR-2", "Veterans among those referred."),
        .share(
            "long-term-conditions", \.longTermConditions, source: .published, rules: "RF-13",
            "People with a long-term condition."),
        .value(
            "ethnicity", \.ethnicity, shares.list(0...6, each: "shares", isSet: false), source: .assumed,
            rules: "RF-13 EQ-1",
            "Share of each ethnicity group: not recorded, white, mixed, Asian, black, other; scaled to 1."),
        .value(
            "deprivation", \.deprivation, shares.list(0...10, each: "shares", isSet: false), source: .assumed,
            rules: "RF-13 EQ-1", "Share of each decile of deprivation, the most deprived first; scaled to 1."),
        .share("evening-only", \.eveningOnly, source: .assumed, rules: "PO-7", "People who can come only from 17:00."),
        .share(
            "morning-only", \.morningOnly, source: .assumed, rules: "PO-7", "People who can come only before 12:00."),
        .share(
            "moved-in", \.movedIn, source: .assumed, rules: "RF-14",
            "People who come from another area's waiting list and keep their clock."),
        .number(
            "moved-in-days", \.movedInDays, 0...365, unit: "days", source: .assumed, rules: "RF-14",
            "Mean days that they have waited there, five years at most."),
    ]
}

/// `initial`: who is there on the first day when the start is a list, or when its warm-up begins.
enum InitialKeys {
    /// The first day.
    static let all: [Key<InitialInput>] = [
        .count(
            "waiting-first-appointment", \.waitingFirstAppointment, 0...200_000, unit: "people", source: .assumed,
            rules: "KT-8", "People on the list for a first appointment, not yet booked."),
        .number(
            "waiting-first-appointment-days", \.waitingFirstAppointmentDays, 0...2_000, unit: "days", source: .assumed,
            rules: "KT-8", "Their mean wait so far."),
        .count(
            "waiting-low", \.waitingLow, 0...200_000, unit: "people", source: .assumed, rules: "KT-8",
            "People assessed and waiting for treatment at step 2."),
        .number(
            "waiting-low-days", \.waitingLowDays, 0...2_000, unit: "days", source: .assumed, rules: "KT-8",
            "Their mean wait so far."),
        .count(
            "waiting-high", \.waitingHigh, 0...200_000, unit: "people", source: .assumed, rules: "KT-8",
            "People assessed and waiting for treatment at step 3."),
        .number(
            "waiting-high-days", \.waitingHighDays, 0...2_000, unit: "days", source: .assumed, rules: "KT-8",
            "Their mean wait so far."),
        .count(
            "waiting-step-up", \.waitingStepUp, 0...200_000, unit: "people", source: .assumed, rules: "KT-8",
            "People stepped up and waiting for step 3."),
        .number(
            "waiting-step-up-days", \.waitingStepUpDays, 0...2_000, unit: "days", source: .assumed, rules: "KT-8",
            "Their mean wait so far."),
        .share(
            "caseload-filled", \.caseloadFilled, source: .assumed, rules: "CL-1",
            "How much of each clinician's caseload cap is filled."),
    ]
}
