public import CareModel

/// Which assumptions drive an answer, as comma-separated files.
public enum SensitivityCSV {
    /// A line for each assumption.
    public static func table(_ report: SensitivityReport) -> DataTable {
        DataTable("sensitivity.csv", columns, report.rows)
    }

    /// What goes beside it.
    public static func dictionaries(_ report: SensitivityReport) -> [DataTable] {
        [.dictionary(of: [table(report), ManifestFile.columns])]
    }

    fileprivate static let columns: [DataColumn<SensitivityReport.Row>] = [
        .text("key", "The assumption's key.") { $0.key },
        .text("meaning", "What it means.", isOptional: true) { $0.meaning },
        .text("unit", "Its unit.", isOptional: true) { $0.unit },
        .number("value", DataGroup.unitOfRow, "What it is.") { $0.value },
        .number("low", DataGroup.unitOfRow, "The lower end between which it was moved.") { $0.low },
        .number("high", DataGroup.unitOfRow, "The upper end.") { $0.high },
        measure("size", "Mean size of what moving it from end to end does, along random paths.") { $0.size },
        measure("deviation", "Standard deviation of that from path to path.") { $0.deviation },
        measure("at_low", "By how much the measure changes at the lower end.") { $0.ends?.low.mean },
        measure("at_low_ci95_low", "Lower end of that change's 95% interval.") { $0.ends?.low.ci95.lowerBound },
        measure("at_low_ci95_high", "Upper end of that change's 95% interval.") { $0.ends?.low.ci95.upperBound },
        measure("at_high", "By how much the measure changes at the upper end.") { $0.ends?.high.mean },
        measure("at_high_ci95_low", "Lower end of that change's 95% interval.") { $0.ends?.high.ci95.lowerBound },
        measure("at_high_ci95_high", "Upper end of that change's 95% interval.") { $0.ends?.high.ci95.upperBound },
        .number(
            "first_share", "", "Share of the variance that it makes alone (Sobol').", orNothing: { $0.share?.first }),
        .number("first_share_error", "", "Standard error of that.", orNothing: { $0.share?.firstError }),
        .number("total_share", "", "Share that it makes with all others.", orNothing: { $0.share?.total }),
        .number("total_share_error", "", "Standard error of that.", orNothing: { $0.share?.totalError }),
    ]

    private static func measure(
        _ name: String, _ meaning: String, _ value: @escaping @Sendable (SensitivityReport.Row) -> Double?
    ) -> DataColumn<SensitivityReport.Row> {
        .number(name, "as the measure's unit", meaning, orNothing: value)
    }
}

/// Which assumptions drive an answer, as one JSON document.
public enum SensitivityJSON {
    /// The document: a manifest, and a row for each assumption.
    public static func document(_ report: SensitivityReport) -> String {
        let lines = report.rows.map { shape.object($0).line }
        return "{\n  \"manifest\": " + manifest.object(report).line + ",\n  \"assumptions\": ["
            + (lines.isEmpty ? "" : "\n    " + lines.joined(separator: ",\n    ") + "\n  ") + "]\n}\n"
    }

    /// What such a document is: its schema (JSON Schema, draft 2020-12).
    public static func schema() -> String {
        JSONSchema.document(
            "What drives an answer of stepcare", [("manifest", manifest.schema), ("assumptions", shape.listSchema)])
    }

    private static let shape = JSONShape<SensitivityReport.Row>(SensitivityCSV.columns.map { .column($0) })

    private static let manifest = JSONShape<SensitivityReport>([
        .text("scenario", "The scenario, by its name.") { $0.scenario.name },
        .text("scenario_sha256", "SHA-256 of its files and overrides.") { $0.scenario.sha256 },
        .text("measure", "The measure.") { $0.measure },
        .text("unit", "Its unit.") { $0.unit },
        .text("variant", "The change whose difference is looked at; empty for the scenario itself.") { $0.variant },
        .of("base", JSONSchema.typed("number", "The measure as it is.")) { .number($0.base) },
        .of("luck_share", JSONSchema.orNull("number", "Share of the variance that luck makes alone.")) {
            $0.luck.map { .number($0.share) } ?? .null
        },
        .integer("seed", "Names the random numbers.") { $0.seed },
        .integer("weeks", "Weeks of each run.") { UInt64($0.weeks) },
        .integer("runs", "Runs in all.") { UInt64($0.runs.all) },
        .integer("paths", "Random paths.") { UInt64($0.runs.paths) },
        .text("version", "Version of the program.") { $0.version },
        .text("command", "The command that makes it again.") { $0.command },
    ])
}
