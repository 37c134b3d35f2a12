public import CareModel

/// The tables of a plan.
struct PlanTables {
    let report: PlanReport

    /// A number in the unit of the row.
    fileprivate static func number<Row>(
        _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Double?
    ) -> DataColumn<Row> {
        .number(name, DataGroup.unitOfRow, meaning, orNothing: value)
    }

    static let targets: [DataColumn<PlanReport.Target>] = [
        .text("target", "As it was asked; empty for what is only not to get worse.", isOptional: true) { $0.text },
        .text("measure", "The measure's name.") { $0.measure },
        .text("title", "What is measured.") { $0.title },
        .text("unit", "The unit of the numbers.") { $0.unit },
        .text("side", "On which side of the level.", allowed: ["at-least", "at-most"]) {
            $0.isAtLeast ? "at-least" : "at-most"
        },
        number("level", "The level, or the difference from today.") { $0.level },
        .flag("against_today", "Whether it is held against what is with nothing changed.") { $0.isAgainstToday },
        number("allowance", "How nearly it is told whether a wait is held; 0 for what was asked.") { $0.allowance },
        .day("from", "The first day over which it is measured.") { $0.days.lowerBound },
        .day("to", "The last day.") { $0.days.upperBound },
        .number("chance_asked", "", "The chance with which a run is to keep it; empty where the mean is held.") {
            $0.chance
        },
        .flag("asked", "Whether somebody asked for it.") { $0.isAsked },
        number("today", "What is kept with the chance asked, or the mean, with nothing changed.") { $0.today?.value },
        .number("today_kept", "", "Share of these runs that keep it.", orNothing: { $0.today?.kept }),
        number("plan", "What the plan keeps with the chance asked, or its mean.") { $0.planned?.value },
        .number(
            "plan_kept", "", "Share of fresh runs of the plan that keep it.", orNothing: { $0.planned?.chance?.share }),
        .number("ci95_low", "", "Lower end of the share's 95% interval.", orNothing: { $0.planned?.chance?.low }),
        .number("ci95_high", "", "Upper end of the share's 95% interval.", orNothing: { $0.planned?.chance?.high }),
    ]

    static let choices: [DataColumn<PlanReport.Choice>] = [
        .text("choice", "A short name.") { $0.name },
        .text("title", "What it is.") { $0.title },
        .integer("least", "", "The fewest steps that could be chosen.") { $0.range.lowerBound },
        .integer("most", "", "The most steps that could be chosen.") { $0.range.upperBound },
        .number("steps", "", "Steps that were chosen; empty without a plan.", orNothing: { $0.steps.map(Double.init) }),
        .text("words", "What was chosen, in words.", isOptional: true) { $0.words },
        .number("pounds_a_step", "pounds", "What a step costs in a year.") { $0.poundsAYear },
        .number(
            "pounds", "pounds", "What it costs in a year.",
            orNothing: { choice in
                choice.steps.map { Double($0) * choice.poundsAYear }
            }),
    ]

    /// Posts at the end of a quarter.
    struct Quarter: Sendable {
        var starts: CivilDay
        var choice: PlanReport.Choice
        var posts: Int
    }

    static let quarters: [DataColumn<Quarter>] = [
        .day("quarter", "The first day of the quarter.") { $0.starts },
        .text("choice", "Which posts, by short name.") { $0.choice.name },
        .integer("posts", "WTE", "Posts more than now at its end.") { $0.posts },
    ]

    var quarterRows: [Quarter] {
        report.quarters.indices.flatMap { quarter in
            report.choices.compactMap { choice in
                choice.posts.indices.contains(quarter)
                    ? Quarter(starts: report.quarters[quarter], choice: choice, posts: choice.posts[quarter]) : nil
            }
        }
    }

    /// A level of the first target, and what it costs.
    struct Frontier: Sendable {
        var level: Double
        var pounds: Double
    }

    static let frontier: [DataColumn<Frontier>] = [
        .number("level", "as the first target's unit", "What the first target is to reach.") { $0.level },
        .number("pounds", "pounds", "The least cost in a year, as fitted to the runs.") { $0.pounds },
    ]

    var frontierRows: [Frontier] { report.frontier.map { Frontier(level: $0.level, pounds: $0.pounds) } }

    /// What a step does to one target.
    struct Step: Sendable {
        var marginal: PlanReport.Marginal
        var target: PlanReport.Target
        var change: Double
    }

    static let steps: [DataColumn<Step>] = [
        .text("choice", "What is chosen, by title.") { $0.marginal.title },
        .integer("step", "", "One more, or one less.") { $0.marginal.step },
        .number("pounds", "pounds", "By how much the cost of a year changes.") { $0.marginal.pounds },
        .text("measure", "The target's measure.") { $0.target.measure },
        .text("unit", "The unit of the change.") { $0.target.unit },
        number("change", "By how much the measure changes, as fitted to the runs.") { $0.change },
    ]

    var stepRows: [Step] {
        report.marginal.flatMap { marginal in
            zip(report.targets, marginal.changes).map { Step(marginal: marginal, target: $0, change: $1) }
        }
    }
}

extension PlanTables {
    /// A plan that was tried and one of its targets.
    var tried: [DataColumn<PlanReport.Tried>] {
        let targets = report.targets
        return [
            .text("plan", "What it has that is not as it is.") { $0.words },
            .number("pounds", "pounds", "What it costs in a year.") { $0.pounds },
            .integer("runs", "", "Runs of the search.") { $0.runs },
            .text("measure", "The target's measure.") { targets[$0.target].measure },
            .text("unit", "The unit of the values.") { targets[$0.target].unit },
            Self.number("value", "What it keeps with the chance asked, or its mean.") { $0.value },
            Self.number("standard_error", "The standard error of the value.") { $0.standardError },
            Self.number("fluid", "What the fluid model says; empty where it says nothing.") { $0.fluid },
        ]
    }
}

/// A plan as comma-separated files, for spreadsheets.
public enum PlanCSV {
    /// All tables, in a fixed order.
    public static func files(_ report: PlanReport) -> [DataTable] {
        let tables = PlanTables(report: report)
        return [
            targets(report), DataTable("plan.csv", PlanTables.choices, report.choices),
            DataTable("plan-quarters.csv", PlanTables.quarters, tables.quarterRows),
            DataTable("plan-frontier.csv", PlanTables.frontier, tables.frontierRows),
            DataTable("plan-steps.csv", PlanTables.steps, tables.stepRows),
            DataTable("plan-tried.csv", tables.tried, report.tried),
        ]
    }

    /// A line for each target.
    public static func targets(_ report: PlanReport) -> DataTable {
        DataTable("plan-targets.csv", PlanTables.targets, report.targets)
    }

    /// What goes beside them, as of a forecast.
    public static func dictionaries(_ report: PlanReport, of tables: [DataTable]) -> [DataTable] {
        [.dictionary(of: tables + [ManifestFile.columns])]
    }
}

/// A plan as one JSON document.
public enum PlanJSON {
    /// The document: a manifest, and the rows of every table.
    public static func document(_ report: PlanReport) -> String {
        let tables = PlanTables(report: report)
        func list<Row>(_ columns: [DataColumn<Row>], _ rows: [Row]) -> String {
            let shape = JSONShape<Row>(columns.map { .column($0) })
            let lines = rows.map { shape.object($0).line }
            return lines.isEmpty ? "[]" : "[\n    " + lines.joined(separator: ",\n    ") + "\n  ]"
        }
        let parts = [
            ("manifest", manifest.object(report).line), ("targets", list(PlanTables.targets, report.targets)),
            ("choices", list(PlanTables.choices, report.choices)),
            ("quarters", list(PlanTables.quarters, tables.quarterRows)),
            ("frontier", list(PlanTables.frontier, tables.frontierRows)),
            ("steps", list(PlanTables.steps, tables.stepRows)),
        ]
        return "{\n" + parts.map { "  \(JSONValue.quoted($0.0)): \($0.1)" }.joined(separator: ",\n") + "\n}\n"
    }

    /// What such a document is: its schema (JSON Schema, draft 2020-12).
    public static func schema(_ report: PlanReport) -> String {
        func list<Row>(_ columns: [DataColumn<Row>]) -> JSONValue {
            JSONShape<Row>(columns.map { .column($0) }).listSchema
        }
        return JSONSchema.document(
            "A plan of stepcare",
            [
                ("manifest", manifest.schema), ("targets", list(PlanTables.targets)),
                ("choices", list(PlanTables.choices)), ("quarters", list(PlanTables.quarters)),
                ("frontier", list(PlanTables.frontier)), ("steps", list(PlanTables.steps)),
            ])
    }

    private static let manifest = JSONShape<PlanReport>([
        .text("scenario", "The scenario, by its name.") { $0.scenario.name },
        .text("title", "Its title.") { $0.scenario.title },
        .text("scenario_sha256", "SHA-256 of its files and overrides.") { $0.scenario.sha256 },
        .integer("seed", "Names the random numbers.") { $0.seed },
        .integer("weeks", "Weeks of each run.") { UInt64($0.weeks) },
        .text("starts", "The first day.") { $0.starts.description },
        .text("version", "Version of the program.") { $0.version },
        .text("command", "The command that makes it again.") { $0.command },
        .text("best", "What the best plan has the least of: cost, change, or a measure.") { $0.best },
        .of("found", JSONSchema.typed("boolean", "Whether there is a plan.")) { .flag($0.isFound) },
        .of("ended_by_budget", JSONSchema.typed("boolean", "Whether the budget of runs ended it.")) {
            .flag($0.endedByBudget)
        },
        .of("pounds_a_year", JSONSchema.typed("number", "What the plan costs in a year, pounds.")) {
            .number($0.poundsAYear)
        },
        .of("pounds_in_all", JSONSchema.typed("number", "What it costs in the weeks of the forecast, pounds.")) {
            .number($0.poundsInAll)
        },
        .integer("runs", "Runs of the service that were used.") { UInt64($0.runs.used) },
        .integer("budget", "Runs that could be used.") { UInt64($0.runs.budget) },
        .integer("first_days", "First days that runs began with in turn.") { UInt64($0.firstDays) },
        .text("guarantee", "What can be said of the choice.") { $0.guarantee },
        .text("notes", "What a reader must know.") { $0.notes.joined(separator: " ") },
    ])
}
