import CareModel

/// The objects of a forecast's JSON document, made of the columns of its tables.
struct ForecastShapes {
    let forecast: Forecast

    private var tables: ForecastTables { ForecastTables(forecast: forecast) }

    static let manifest = JSONShape<Manifest>([
        .text("scenario", "Short name of the scenario.") { $0.scenario },
        .text("title", "Title of the scenario.") { $0.title },
        .text("scenario_sha256", "SHA-256 of the scenario's files and overrides.") { $0.scenarioSHA256 },
        .integer("seed", "Names the random numbers.") { $0.seed },
        .integer("replications", "Runs that were made.") { UInt64($0.replications) },
        .integer("weeks", "Weeks forecast.") { UInt64($0.weeks) },
        .text("starts", "The first day, a Monday.") { $0.starts.description },
        .text("version", "Version of the program.") { $0.version },
        .integer("events", "Events that fired.") { $0.events },
        .text("start", "How the first day was made.") { $0.start },
        .of(
            "changes",
            JSONSchema.list(
                of: JSONShape<RunChange>([
                    .text("key", "The key.") { $0.key }, .text("value", "Its value.") { $0.value },
                ])
                .schema, "What was changed for this run.")
        ) { .list($0.changes.map { .object([("key", .text($0.key)), ("value", .text($0.value))]) }) },
        .text("command", "The command that makes it again.") { $0.command },
        .of(
            "warnings",
            JSONSchema.list(of: JSONSchema.typed("string", "A warning."), "What the scenario was warned of.")
        ) { .list($0.warnings.map { .text($0.text) }) },
    ])

    var measures: JSONShape<MeasureSummary> {
        JSONShape(
            tables.measures.prefix(2).map { .column($0) } + [
                .group { $0.group }, .column(ForecastTables.mean),
                .of("ci95", JSONSchema.interval) { row in
                    row.ci95.map { .list([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
                },
            ] + (ForecastTables.centiles + [ForecastTables.orMore, ForecastTables.yearBefore]).map { .column($0) })
    }

    var weekly: JSONShape<WeeklyBand> {
        JSONShape(
            tables.weekBefore.map { .column($0) } + [.group { $0.group }] + tables.weekNumbers.map { .column($0) } + [
                .column(tables.weekUnit)
            ])
    }

    static let distributions = JSONShape<WaitDistribution>([
        .text("measure", "The wait that it is of.") { $0.measure },
        .group { $0.group },
        .of(
            "people_by_days",
            JSONSchema.list(
                of: JSONSchema.typed("number", "Mean number of people a run."), "By whole days waited, or sessions had."
            )
        ) { .list($0.people.map { .number($0) }) },
        .of("last_is_or_more", JSONSchema.typed("boolean", "Whether the last is so many or more.")) {
            .flag(($0.people.last ?? 0) > 0)
        },
    ])

    var waitingList: JSONShape<WaitingRow> {
        let over = forecast.standards.breachDays.enumerated().map { place, days in
            JSONShape<WaitingRow>.Property.of(
                "over_\(days)", JSONSchema.typed("integer", "People who have waited longer than \(days) days.")
            ) { .integer($0.over[place]) }
        }
        return JSONShape(
            ForecastTables.waiting.map { column in
                // The therapy is null where it is not agreed, as it always was.
                column.name == "modality"
                    ? .of("modality", JSONSchema.orNull("string", column.meaning)) { row in
                        row.modality.map { .text($0) } ?? .null
                    } : .column(column)
            } + over)
    }

    var trusted: JSONShape<TrustedFigures.Row> { JSONShape(tables.trusted.map { .column($0) }) }

    var levers: JSONShape<LeverLine> { JSONShape(tables.levers.map { .column($0) }) }

    static let assessmentWeeks = JSONShape(ForecastTables.assessmentWeeks.map { .column($0) })

    /// Text that a table leaves empty is empty here.
    static let assumptions = JSONShape<AssumptionRow>(
        ForecastTables.assumptions.map { column in
            column.type == .text
                ? .of(column.name, JSONSchema.typed("string", column.meaning)) { .text(column.cell($0).text) }
                : .column(column)
        })
}
