import CareModel

/// The objects of a comparison's JSON document.
struct ComparisonShapes {
    let report: ComparisonReport

    private static let scenario = JSONShape<ComparedScenario>([
        .text("name", "The name by which it is told from the others.") { $0.name },
        .text("title", "Its title.") { $0.title },
        .text("sha256", "SHA-256 of its files and overrides.") { $0.sha256 },
        .text("changes", "What was changed in it.") { $0.changes.map(\.text).joined(separator: "; ") },
        .text("warnings", "What it was warned of.") { $0.warnings.map(\.text).joined(separator: "; ") },
    ])

    static let manifest = JSONShape<ComparisonReport>([
        .of("scenarios", scenario.listSchema) { .list($0.scenarios.map(scenario.object)) },
        .integer("seed", "Names the random numbers.") { $0.seed },
        .integer("replications", "Runs of each.") { UInt64($0.replications) },
        .integer("weeks", "Weeks of each.") { UInt64($0.weeks) },
        .text("starts", "The first day.") { $0.starts.description },
        .text("version", "Version of the program.") { $0.version },
        .of("same_first_days", JSONSchema.typed("boolean", "Whether all begin with the lists of the first.")) {
            .flag($0.sharesFirstDays)
        },
        .text("command", "The command that makes it again.") { $0.command },
    ])

    var measures: JSONShape<ComparisonRow> {
        let tables = ComparisonTables(report: report)
        let names = report.scenarios.map(\.name)
        let number = JSONSchema.orNull("number", "In the row's unit; null where it cannot be said.")
        let difference = JSONSchema.difference(number: JSONSchema.typed("number", "In the row's unit."))
        return JSONShape([
            .column(tables.measure { $0.measure }), .column(GroupColumns.unit { $0.unit }), .group { $0.group },
            .of("means", JSONSchema.list(of: number, "Mean of each scenario.")) { row in
                .list(row.means.map { $0.map { .number($0) } ?? .null })
            },
            .of("differences", JSONSchema.list(of: difference, "Each scenario but the first beside the first.")) {
                row in
                .list(
                    row.differences.enumerated().map { place, difference in
                        difference.map { ComparisonShapes.difference($0, names[place + 1]) } ?? .null
                    })
            },
        ])
    }

    private static func difference(_ difference: MeasureDifference, _ scenario: String) -> JSONValue {
        .object([
            ("scenario", .text(scenario)), ("mean", .number(difference.mean)),
            ("ci95", .list([.number(difference.ci95.lowerBound), .number(difference.ci95.upperBound)])),
            ("correlation", .number(difference.correlation)),
            ("runs_to_tell", difference.runsNeeded.map { .number(Double($0)) } ?? .null),
        ])
    }
}

extension JSONSchema {
    /// A difference of a scenario from the first, or null; the correlation is null where all runs are alike.
    static func difference(number: JSONValue) -> JSONValue {
        let parts: [(String, JSONValue)] = [
            ("scenario", typed("string", "The scenario, by its name.")), ("mean", number), ("ci95", interval),
            ("correlation", orNull("number", "Correlation of the pairs of runs.")),
            (
                "runs_to_tell",
                orNull(
                    "number",
                    "Runs of each that would tell the difference from nothing; null where it is told, or none would.")
            ),
        ]
        return .object([
            ("type", .list([.text("object"), .text("null")])), ("properties", .object(parts)),
            ("required", .list(parts.map { .text($0.0) })), ("additionalProperties", .flag(false)),
        ])
    }
}
