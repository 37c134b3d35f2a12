import CareModel

/// The columns of the tables of a forecast; its JSON document is made of them too.
struct ForecastTables {
    let forecast: Forecast

    private var standards: Standards { forecast.standards }

    /// Measures over the whole horizon.
    var measures: [DataColumn<MeasureSummary>] {
        let changes = forecast.manifest.changes.map(\.text).joined(separator: "; ")
        return [GroupColumns.measure([standards]) { $0.measure }, GroupColumns.unit { $0.unit }]
            + GroupColumns.all { $0.group } + GroupColumns.people { $0.group } + [ForecastTables.mean] + [
                GroupColumns.number("ci95_low", "Lower end of the mean's 95% interval; empty for a single run.") {
                    $0.ci95?.lowerBound
                },
                GroupColumns.number("ci95_high", "Upper end of the mean's 95% interval; empty for a single run.") {
                    $0.ci95?.upperBound
                },
            ] + ForecastTables.centiles + [
                ForecastTables.orMore, ForecastTables.yearBefore,
                .text("changes", "What was changed for the run.", isOptional: true) { _ in changes },
            ]
    }

    static let mean: DataColumn<MeasureSummary> = GroupColumns.number("mean", "Mean of the runs.") { $0.mean }
    static let centiles: [DataColumn<MeasureSummary>] = [
        GroupColumns.number("p05", "5th centile of the runs; empty for a single run.") { $0.p05 },
        GroupColumns.number("p50", "Median of the runs.") { $0.p50 },
        GroupColumns.number("p95", "95th centile of the runs; empty for a single run.") { $0.p95 },
    ]
    static let yearBefore: DataColumn<MeasureSummary> = GroupColumns.number(
        "year_before", "What the service's own records have of the same weeks a year before; empty without them."
    ) { $0.yearBefore }
    static let orMore: DataColumn<MeasureSummary> = .flag(
        "or_more", "Whether some run's number is the longest wait that is told apart: it is that or more."
    ) { LongWaitWords.isCut($0) }

    /// Measures week by week.
    var weekly: [DataColumn<WeeklyBand>] {
        weekBefore + GroupColumns.all { $0.group } + weekNumbers + [weekUnit]
    }

    /// What a week's row begins with.
    var weekBefore: [DataColumn<WeeklyBand>] {
        [
            .integer("week", "", "The week, counted from 1.") { $0.week },
            .day("starts", "The week's Monday.") { $0.starts },
            GroupColumns.measure([standards]) { $0.measure },
        ]
    }

    /// A week's numbers.
    var weekNumbers: [DataColumn<WeeklyBand>] {
        [
            GroupColumns.number("mean", "Mean of the runs.") { $0.mean },
            GroupColumns.number("p05", "5th centile of the runs; empty for a single run.") { $0.p05 },
            GroupColumns.number("p25", "25th centile of the runs; empty for a single run.") { $0.p25 },
            GroupColumns.number("p50", "Median of the runs.") { $0.p50 },
            GroupColumns.number("p75", "75th centile of the runs; empty for a single run.") { $0.p75 },
            GroupColumns.number("p95", "95th centile of the runs; empty for a single run.") { $0.p95 },
            .number("probability_any", "share", "Share of the runs that have any.", orNothing: { $0.probabilityAny }),
            .number(
                "probability_any_at_least", "share", "The chance of any that the runs show at least.",
                orNothing: { $0.probabilityAnyAtLeast }),
            .number(
                "probability_any_at_most", "share", "The chance of any that the runs show at most.",
                orNothing: { $0.probabilityAnyAtMost }),
        ]
    }

    /// The unit of a week's numbers.
    var weekUnit: DataColumn<WeeklyBand> {
        let names = MeasureNames([standards])
        return GroupColumns.unit { names[$0.measure]?.unit.rawValue ?? "" }
    }

    /// People by whole days waited, a line a day.
    static let distributions: [DataColumn<WaitedDay>] =
        [
            .text("measure", "The wait that it is of.", allowed: WaitKind.allCases.map(\.name)) { $0.wait.measure }
        ] + GroupColumns.all { $0.wait.group } + [
            .integer("days", DataGroup.unitOfRow, "Whole days waited, or sessions had.") { $0.days },
            .flag("or_more", "Whether it is so many or more.") { $0.isLast },
            .number("people", "people", "Mean number of people a run.") { $0.people },
            GroupColumns.unit { $0.unit },
        ]

    /// Who waits on the first day (KT-8).
    var waitingList: [DataColumn<WaitingRow>] {
        let (standards, days) = (standards, standards.breachDays)
        let over: [DataColumn<WaitingRow>] = PromisedMeasure.allBreaches.map { promise in
            let place = days.firstIndex(of: standards.days(promise)) ?? 0
            return .integer(
                "over_\(promise.place)", "people", "People who have waited longer than \(promise.place)_days."
            ) { $0.over[place] }
        }
        return ForecastTables.waiting + over + PromisedMeasure.limits(standards)
    }

    /// What a line of the list begins with.
    static let waiting: [DataColumn<WaitingRow>] = [
        .text("team", "The team, by its short name.") { $0.team },
        .text("queue", "What people wait for.", allowed: ["first-appointment", "treatment", "step-up"]) { $0.queue },
        .text("step", "The step waited for.", allowed: Step.allCases.map(\.name)) { $0.step },
        .group("modality", "The therapy waited for", of: Modality.allCases.map(\.name)) { $0.modality },
        .integer("people", "people", "People who wait.") { $0.people },
        .number("mean_days", "days", "Mean days that they have waited.") { $0.meanDays },
        .integer("longest_days", "days", "The longest wait.") { $0.longestDays },
    ]

    /// How likely each week is to be an assessment week (PO-1).
    static let assessmentWeeks: [DataColumn<AssessmentWeekChance>] = [
        .text("team", "The team, by its short name.") { $0.team },
        .day("starts", "The week's Monday.") { $0.starts },
        .number(
            "probability", "share", "Share of the runs in which it is one; empty for a single run.",
            orNothing: { $0.probability }),
        .number(
            "probability_at_least", "share", "The chance that the runs show at least.",
            orNothing: { $0.probabilityAtLeast }),
        .number(
            "probability_at_most", "share", "The chance that the runs show at most.",
            orNothing: { $0.probabilityAtMost }),
    ]

    /// What may be promised.
    var trusted: [DataColumn<TrustedFigures.Row>] {
        let names = MeasureNames([standards])
        let words = forecast.trusted.words
        return [
            GroupColumns.measure([standards]) { $0.kept.measure },
            .text("span", "How long a time the row is of.", allowed: ["month", "quarter", "year"]) {
                $0.kept.span.rawValue
            },
            .day("first", "The span's first day.") { $0.kept.first },
            .day("last", "The span's last day.") { $0.kept.last },
            GroupColumns.number("level", "The level: a total of counts, a mean of all else.") { $0.kept.level },
            GroupColumns.number("low", "The lower end of the range within which 9 in 10 lay.") { $0.kept.low },
            GroupColumns.number("high", "The upper end of the range within which 9 in 10 lay.") { $0.kept.high },
            GroupColumns.number("simulated", "The mean of the runs.") { $0.simulated },
            GroupColumns.number(
                "year_before", "What was published of the same months a year before; empty where that is not known."
            ) { $0.yearBefore },
            GroupColumns.unit { names[$0.kept.measure]?.unit.rawValue ?? "" },
            .text("words", "What the range rests on.", isOptional: true) { row in
                words.first { $0.measure == row.kept.measure }?.text ?? ""
            },
        ]
    }

    /// Every number in force, with its source.
    static let assumptions: [DataColumn<AssumptionRow>] = [
        .text("key", "The scenario's key.") { $0.key },
        .text("value", "Its value, as the scenario writes it.", isOptional: true) { $0.value },
        .text("unit", "Its unit.", isOptional: true) { $0.unit },
        .text("source", "Where it comes from.", allowed: ["policy", "published", "measured", "assumed"]) { $0.source },
        .text("rules", "Ids of the rules it belongs to.", isOptional: true) { $0.rules },
        .text("meaning", "What it means.", isOptional: true) { $0.meaning },
        .text("note", "Where exactly it comes from, if the scenario says so.", isOptional: true) { $0.note },
        .flag("default", "Whether the scenario left it at its default.") { $0.isDefault },
    ]
}

/// A day of a distribution.
struct WaitedDay {
    var wait: WaitDistribution
    var days: Int
    var people: Double

    var isLast: Bool { days == wait.people.count - 1 }
    var unit: String {
        (WaitKind.allCases.first { $0.name == wait.measure }?.unit ?? .days).rawValue
    }

    /// The days of a forecast on which anybody ends a wait.
    static func all(_ forecast: Forecast) -> [WaitedDay] {
        forecast.distributions.flatMap { wait in
            wait.people.enumerated().compactMap { days, people in
                people == 0 ? nil : WaitedDay(wait: wait, days: days, people: people)
            }
        }
    }
}
