public import CareModel

/// A comparison as one JSON document, the same bytes for the same comparison.
public enum ComparisonJSON {
    /// The document: `manifest`, then `measures`, a row for each measure and group. O(rows).
    public static func document(_ report: ComparisonReport) -> String {
        let shape = ComparisonShapes(report: report)
        let rows = report.rows.map { shape.measures.object($0).line }
        return "{\n  \"manifest\": " + ComparisonShapes.manifest.object(report).line + ",\n  \"measures\": ["
            + (rows.isEmpty ? "" : "\n    " + rows.joined(separator: ",\n    ") + "\n  ") + "]\n}\n"
    }

    /// What such a document is: its schema (JSON Schema, draft 2020-12).
    public static func schema(_ report: ComparisonReport) -> String {
        JSONSchema.document(
            "A comparison of stepcare",
            [
                ("manifest", ComparisonShapes.manifest.schema),
                ("measures", ComparisonShapes(report: report).measures.listSchema),
            ])
    }
}

/// A comparison as comma-separated files, for spreadsheets.
public enum ComparisonCSV {
    /// All tables, in a fixed order.
    public static func files(_ report: ComparisonReport) -> [DataTable] {
        [
            measures(report),
            DataTable(
                "comparison-weekly.csv", ComparisonTables(report: report).weekly, ComparedWeekLine.all(report)),
        ]
    }

    /// A line for each measure, group and scenario.
    public static func measures(_ report: ComparisonReport) -> DataTable {
        DataTable("comparison.csv", ComparisonTables(report: report).measures, ComparedLine.all(report))
    }

    /// What goes beside them, as of a forecast.
    public static func dictionaries(_ report: ComparisonReport, of tables: [DataTable]) -> [DataTable] {
        let measures = DataTable.measures(report.scenarios.map(\.standards))
        return [measures, .dictionary(of: tables + [measures, ManifestFile.columns])]
    }
}
