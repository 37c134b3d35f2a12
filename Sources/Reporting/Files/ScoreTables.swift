public import CareModel
import Statistics

/// What has happened since, as comma-separated files, for spreadsheets.
public enum ScoreCSV {
    /// All tables, in a fixed order.
    public static func files(_ report: ScoreReport) -> [DataTable] {
        let tables = ScoreTables(report)
        return [
            lines(report), DataTable("scored.csv", tables.scored, report.scored),
            DataTable("not-scored.csv", tables.left, report.left),
        ]
    }

    /// How each measure has held.
    public static func lines(_ report: ScoreReport) -> DataTable {
        DataTable("score.csv", ScoreTables(report).lines, report.lines)
    }

    /// What goes beside them: what each column of every table is, the manifest's too.
    public static func dictionary(of tables: [DataTable]) -> DataTable {
        .dictionary(of: tables + [ManifestFile.columns])
    }
}

/// What has happened since, as one JSON document, the same bytes for the same report.
public enum ScoreJSON {
    /// The document: `score`, then `lines`, `scored` and `not_scored`. O(rows).
    public static func document(_ report: ScoreReport) -> String {
        let tables = ScoreTables(report)
        let parts: [(String, [JSONValue])] = [
            ("lines", report.lines.map(shape(tables.lines).object)),
            ("scored", report.scored.map(shape(tables.scored).object)),
            ("not_scored", report.left.map(shape(tables.left).object)),
        ]
        var text = "{\n  \"score\": " + head.object(report).line
        for (name, rows) in parts {
            text += ",\n  \"\(name)\": ["
            if !rows.isEmpty { text += "\n    " + rows.map(\.line).joined(separator: ",\n    ") + "\n  " }
            text += "]"
        }
        return text + "\n}\n"
    }

    /// What such a document is: its schema (JSON Schema, draft 2020-12).
    public static func schema(_ report: ScoreReport) -> String {
        let tables = ScoreTables(report)
        return JSONSchema.document(
            "Forecasts that stepcare kept, and what has happened since",
            [
                ("score", head.schema), ("lines", shape(tables.lines).listSchema),
                ("scored", shape(tables.scored).listSchema), ("not_scored", shape(tables.left).listSchema),
            ])
    }

    private static func shape<Row>(_ columns: [DataColumn<Row>]) -> JSONShape<Row> {
        JSONShape(columns.map { .column($0) })
    }

    private static let forecast = JSONShape<KeptForecast>([
        .text("made", "When it was made.") { $0.made.description },
        .text("of", "What was forecast.") { $0.subject.rawValue },
        .text("scenario", "Short name of the scenario.") { $0.manifest.scenario },
        .text("scenario_sha256", "SHA-256 of the scenario's files and overrides.") { $0.manifest.scenarioSHA256 },
        .text("starts", "Its first day.") { $0.manifest.starts.description },
        .text("version", "Version of the program that made it.") { $0.manifest.version },
    ])

    private static let head = JSONShape<ScoreReport>([
        .text("against", "What the forecasts are laid against.") { $0.against },
        .of("forecasts", forecast.listSchema) { .list($0.forecasts.map(forecast.object)) },
        .of("notes", JSONSchema.list(of: JSONSchema.typed("string", "A sentence."), "What a reader must know.")) {
            .list($0.notes.map { .text($0) })
        },
        .text("version", "Version of the program that scored.") { $0.version },
        .text("command", "The command that makes it again.") { $0.command },
    ])
}

/// The columns of the tables of a score.
struct ScoreTables {
    private let made: [String]
    private let units: [String: String]  // lookup only

    init(_ report: ScoreReport) {
        made = report.forecasts.map(\.made.description)
        var units: [String: String] = [:]  // lookup only
        for measure in report.measures { units[measure.name] = measure.unit }
        self.units = units
    }

    private static func span<Row>(_ span: @escaping @Sendable (Row) -> ForecastSpan) -> DataColumn<Row> {
        .text("span", "How long a time it is of.", allowed: ForecastSpan.allCases.map(\.rawValue)) {
            span($0).rawValue
        }
    }

    /// A line for each measure, team and length of span, of all forecasts together and of each.
    var lines: [DataColumn<ScoreLine>] {
        let made = made
        return [
            .text("measure", "The measure's name.") { $0.measure.name }, GroupColumns.unit { $0.measure.unit },
            GroupColumns.team { $0.team }, Self.span { $0.span },
            .group("forecast", "When the forecast was made") { line in line.forecast.map { made[$0] } },
            .integer("spans", "", "Spans that have passed and are known.") { $0.record.outcomes.count },
            .integer("occasions", "", "How many of them do not begin on one day.") { $0.record.occasions },
            .integer("within", "", "Spans that came within the range.") { $0.record.within },
            .number("coverage", "share", "Share of the spans that came within the range.") {
                $0.record.coverage.estimate
            },
            .number("coverage_low", "share", "Lower end of its 95% interval; spans of one day count once.") {
                $0.record.coverage.lowerBound
            },
            .number("coverage_high", "share", "Upper end of its 95% interval.") { $0.record.coverage.upperBound },
            .number("claimed", "share", "Share that the ranges claim to hold.") { $0.record.claimed },
            GroupColumns.number("bias", "Mean of level less what came; above 0 the forecast was too high.") {
                $0.record.bias
            },
            GroupColumns.number("median_error", "Middle of the distances between level and what came.") {
                $0.record.medianError
            },
            GroupColumns.number(
                "interval_score", "Mean interval score (Gneiting and Raftery 2007): width and misses; less is better."
            ) { $0.record.intervalScore },
            GroupColumns.number("mean_actual", "Mean of what came.") { $0.record.meanActual },
            .integer("raw", "", "How many of the ranges are of the runs alone.") { $0.raw },
        ]
    }

    /// A line for each span that has passed.
    var scored: [DataColumn<ScoredRow>] {
        let units = units
        return [made { $0.forecast }] + kept { $0.row } + [
            .text("unit", "What the numbers of the row count.") { units[$0.row.measure] ?? "" },
            GroupColumns.number("level", "The level that was forecast.") { $0.row.level },
            GroupColumns.number("low", "The lower end of the range.") { $0.row.low },
            GroupColumns.number("high", "The upper end of the range.") { $0.row.high },
            .number("chance", "share", "The chance that the range claims.") { $0.row.chance },
            .text("basis", "Where the range comes from.", allowed: KeptRow.Basis.allCases.map(\.rawValue)) {
                $0.row.basis.rawValue
            },
            GroupColumns.number("actual", "What came.") { $0.actual },
            .flag("within", "Whether it came within the range.") { $0.outcome.isWithin },
            GroupColumns.number("error", "Level less what came.") { $0.outcome.error },
            GroupColumns.number("interval_score", "The interval score.") { $0.outcome.intervalScore },
        ]
    }

    /// A line for each span of which nothing can be said.
    var left: [DataColumn<UnscoredRow>] {
        [made { $0.forecast }] + kept { $0.row } + [
            .text("reason", "Why nothing can be said.", allowed: UnscoredRow.Reason.allCases.map(\.rawValue)) {
                $0.reason.rawValue
            }
        ]
    }

    private func made<Row>(_ forecast: @escaping @Sendable (Row) -> Int) -> DataColumn<Row> {
        let made = made
        return .text("forecast", "When the forecast was made.") { made[forecast($0)] }
    }

    private func kept<Row>(_ row: @escaping @Sendable (Row) -> KeptRow) -> [DataColumn<Row>] {
        [
            .text("measure", "The measure's name.") { row($0).measure }, GroupColumns.team { row($0).team },
            Self.span { row($0).span }, .day("first_day", "The first day.") { row($0).first },
            .day("last_day", "The last day.") { row($0).last },
        ]
    }
}

extension ManifestFile {
    /// The file of a score.
    public static func text(_ report: ScoreReport, files: [String]) -> String {
        var rows = report.forecasts.flatMap { forecast in
            [
                ("forecast", forecast.made.description), ("scenario", forecast.manifest.scenario),
                ("scenario_sha256", forecast.manifest.scenarioSHA256),
                ("starts", forecast.manifest.starts.description), ("forecast_version", forecast.manifest.version),
            ]
        }
        rows += [("against", report.against), ("version", report.version), ("command", report.command)]
        return lines(rows, files: files)
    }
}
