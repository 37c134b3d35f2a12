import CareModel

/// A comparison as one JSON document, the same bytes for the same comparison.
public enum ComparisonJSON {
    /// The document: `manifest`, then `measures`, a row for each measure and group. O(rows).
    public static func document(_ report: ComparisonReport) -> String {
        let rows = report.rows.map { row($0, report).line }
        return "{\n  \"manifest\": " + manifest(report).line + ",\n  \"measures\": ["
            + (rows.isEmpty ? "" : "\n    " + rows.joined(separator: ",\n    ") + "\n  ") + "]\n}\n"
    }

    private static func manifest(_ report: ComparisonReport) -> JSONValue {
        .object([
            (
                "scenarios",
                .list(
                    report.scenarios.map { scenario in
                        .object([
                            ("name", .text(scenario.name)), ("title", .text(scenario.title)),
                            ("sha256", .text(scenario.sha256)),
                            ("changes", .text(scenario.changes.map(\.text).joined(separator: "; "))),
                            ("warnings", .text(scenario.warnings.map(\.text).joined(separator: "; "))),
                        ])
                    })
            ),
            ("seed", .large(report.seed)), ("replications", .integer(report.replications)),
            ("weeks", .integer(report.weeks)), ("starts", .text(report.starts.description)),
            ("version", .text(report.version)), ("same_first_days", .flag(report.sharesFirstDays)),
            ("command", .text(report.command)),
        ])
    }

    private static func row(_ row: ComparisonRow, _ report: ComparisonReport) -> JSONValue {
        .object([
            ("measure", .text(row.measure)), ("unit", .text(row.unit)),
            ("group", .object(row.group.fields.map { ($0.name, .text($0.value)) })),
            ("means", .list(row.means.map { $0.map { .number($0) } ?? .null })),
            (
                "differences",
                .list(
                    row.differences.enumerated().map { place, difference in
                        guard let difference else { return .null }
                        return .object([
                            ("scenario", .text(report.scenarios[place + 1].name)), ("mean", .number(difference.mean)),
                            (
                                "ci95",
                                .list([.number(difference.ci95.lowerBound), .number(difference.ci95.upperBound)])
                            ),
                            ("correlation", .number(difference.correlation)),
                        ])
                    })
            ),
        ])
    }
}

/// A comparison as a comma-separated file, for spreadsheets.
public enum ComparisonCSV {
    /// A line for each measure, group and scenario.
    public static func text(_ report: ComparisonReport) -> String {
        // Two columns more where measures are taken by group (EQ-1).
        let hasChanges = report.scenarios.contains { !$0.changes.isEmpty }
        let byGroup = report.rows.contains { $0.group.people != nil }
        var file = CSVFile(
            heading: ["measure", "unit", "team"] + (byGroup ? ["characteristic", "value"] : []) + [
                "scenario", "mean", "difference", "ci95_low", "ci95_high", "correlation",
            ] + (hasChanges ? ["changes"] : []))
        func number(_ value: Double?) -> String { value.map(CSVFile.number) ?? "" }
        for row in report.rows {
            for (place, scenario) in report.scenarios.enumerated() {
                let difference = place > 0 ? row.differences[place - 1] : nil
                let people = byGroup ? [row.group.people?.characteristic ?? "", row.group.people?.value ?? ""] : []
                file.add(
                    [row.measure, row.unit, row.group.team ?? ""] + people + [
                        scenario.name, number(row.means[place]), number(difference?.mean),
                        number(difference?.ci95.lowerBound), number(difference?.ci95.upperBound),
                        number(difference?.correlation),
                    ] + (hasChanges ? [scenario.changes.map(\.text).joined(separator: "; ")] : []))
            }
        }
        return file.text
    }
    /// A line for each measure, group, week and scenario.
    public static func weekly(_ report: ComparisonReport) -> String {
        var file = CSVFile(heading: ["week", "starts", "measure", "team", "scenario", "mean"])
        for row in report.weekly {
            for (scenario, weeks) in zip(report.scenarios, row.means) {
                for (week, mean) in weeks.enumerated() {
                    file.add([
                        String(week + 1), (report.starts + Int32(week * 7)).description, row.measure,
                        row.group.team ?? "", scenario.name, mean.map(CSVFile.number) ?? "",
                    ])
                }
            }
        }
        return file.text
    }
}
