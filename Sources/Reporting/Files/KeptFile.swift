public import CareModel

/// A forecast that is kept, as a file: the same bytes for the same forecast.
public enum KeptFile {
    /// The document: its form, when and of what it was made, the run's manifest, the teams, the measures, and a row for
    /// each measure, team and span. O(rows).
    public static func document(_ kept: KeptForecast) -> String {
        func list(_ rows: [JSONValue]) -> String {
            rows.isEmpty ? "[]" : "[\n    " + rows.map(\.line).joined(separator: ",\n    ") + "\n  ]"
        }
        let parts: [(String, String)] = [
            ("kept_forecast", JSONValue.object(head.properties.map { ($0.name, $0.value(kept)) }).line),
            ("manifest", ForecastShapes.manifest.object(kept.manifest).line),
            ("teams", list(kept.teams.map(team.object))), ("measures", list(kept.measures.map(measure.object))),
            ("rows", list(kept.rows.map(row.object))),
        ]
        return "{\n" + parts.map { "  \"\($0.0)\": \($0.1)" }.joined(separator: ",\n") + "\n}\n"
    }

    /// What such a document is: its schema (JSON Schema, draft 2020-12).
    public static var schema: String {
        JSONSchema.document(
            "A forecast that stepcare kept",
            [
                ("kept_forecast", head.schema), ("manifest", ForecastShapes.manifest.schema),
                ("teams", team.listSchema), ("measures", measure.listSchema), ("rows", row.listSchema),
            ])
    }

    /// The name of the schema's file, which is no kept forecast.
    public static let schemaName = "kept-forecast.schema.json"

    /// The rows as a table, for a dictionary and for spreadsheets.
    public static func rows(_ kept: KeptForecast) -> DataTable { DataTable("kept.csv", columns, kept.rows) }

    private static let head = JSONShape<KeptForecast>([
        .integer("form", "The version of this form: a later one may say more.") { _ in UInt64(KeptForecast.form) },
        .text("made", "When it was made: YYYY-MM-DD HH:MM, in the service's own zone.") { $0.made.description },
        .text("of", "What was forecast: a scenario, or a service from its database's list.") { $0.subject.rawValue },
    ])

    private static let team = JSONShape<TeamName>([
        .text("name", "The team's short name, as in the rows.") { $0.name },
        .text("title", "Its title.") { $0.title },
    ])

    private static let measure = JSONShape<KeptForecast.KeptMeasure>([
        .text("name", "The measure's name, as in the rows.") { $0.name },
        .text("unit", "What its numbers count.") { $0.unit },
        .text("title", "What it is, in a few words.") { $0.title },
        .text("meaning", "What it means.") { $0.meaning },
    ])

    private static let row = JSONShape<KeptRow>(columns.map { .column($0) })

    /// The columns of the rows.
    static let columns: [DataColumn<KeptRow>] = [
        .text("measure", "The measure's name.") { $0.measure }, GroupColumns.team { $0.team },
        .text("span", "How long a time it is of.", allowed: ForecastSpan.allCases.map(\.rawValue)) {
            $0.span.rawValue
        },
        .day("first_day", "The first day.") { $0.first }, .day("last_day", "The last day.") { $0.last },
        .number(
            "level", "as the measure's unit",
            "The level that was said: of raw runs their mean. Over a quarter or a year counts add up, and all else is "
                + "the mean of its months."
        ) { $0.level },
        .number("low", "as the measure's unit", "The lower end of the range.") { $0.low },
        .number("high", "as the measure's unit", "The upper end of the range.") { $0.high },
        .number("chance", "share", "The chance that the range claims to hold what comes.") { $0.chance },
        .text(
            "basis", "Where the range comes from: the runs alone, or how wrong forecasts made this way have been.",
            allowed: KeptRow.Basis.allCases.map(\.rawValue)
        ) { $0.basis.rawValue },
    ]
}
