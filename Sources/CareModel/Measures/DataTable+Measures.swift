/// The registry as a table: what each measure is called, counts and means.
extension DataTable {
    /// A line for each measure that standards have.
    public static func measures(_ standards: [Standards]) -> DataTable {
        var rows: [MeasureLine] = []
        for standards in standards {
            for measure in Measure.all(standards) where !rows.contains(where: { $0.name == measure.name(standards) }) {
                rows.append(MeasureLine(measure: measure, standards: standards))
            }
        }
        return DataTable("measure-dictionary.csv", MeasureLine.columns, rows)
    }
}

/// A measure under standards.
private struct MeasureLine: Sendable {
    let measure: Measure
    let standards: Standards

    var name: String { measure.name(standards) }

    static let columns: [DataColumn<MeasureLine>] = [
        .text("measure", "The measure's name.") { $0.name },
        .text("unit", "What its numbers count.", allowed: MeasureUnit.allCases.map(\.rawValue)) {
            $0.measure.unit.rawValue
        },
        .text("title", "What it is, in a few words.") { $0.measure.title($0.standards) },
        .text("meaning", "What it means.") { $0.measure.meaning($0.standards) },
        .text("better", "Which way is better.", allowed: ["less", "more"], isOptional: true) {
            switch $0.measure.better {
            case .less: "less"
            case .more: "more"
            case nil: ""
            }
        },
        .flag("weekly", "Whether it is in weekly.csv too.") { $0.measure.isWeekly },
        .flag("by_role", "Whether it is of the roles of a team.") { $0.measure.splits.contains(.roles) },
        .text("rules", "Ids of the rules that ask for it, with a space between.") { $0.measure.rules },
    ]
}
