import CareModel

/// A measure of one scenario beside the first: a line of a comparison's table.
struct ComparedLine {
    var row: ComparisonRow
    var scenario: ComparedScenario
    var mean: Double?
    var difference: MeasureDifference?

    /// Every measure, group and scenario.
    static func all(_ report: ComparisonReport) -> [ComparedLine] {
        report.rows.flatMap { row in
            report.scenarios.enumerated().map { place, scenario in
                ComparedLine(
                    row: row, scenario: scenario, mean: row.means[place],
                    difference: place > 0 ? row.differences[place - 1] : nil)
            }
        }
    }
}

/// A measure of one scenario in one week.
struct ComparedWeekLine {
    var row: ComparisonWeeks
    var scenario: ComparedScenario
    var week: Int
    var starts: CivilDay
    var mean: Double?

    /// Every measure, group, scenario and week.
    static func all(_ report: ComparisonReport) -> [ComparedWeekLine] {
        report.weekly.flatMap { row in
            zip(report.scenarios, row.means).flatMap { scenario, weeks in
                weeks.enumerated().map { week, mean in
                    ComparedWeekLine(
                        row: row, scenario: scenario, week: week + 1, starts: report.starts + Int32(week * 7),
                        mean: mean)
                }
            }
        }
    }
}

/// The columns of the tables of a comparison.
struct ComparisonTables {
    let report: ComparisonReport

    private var standards: [Standards] { report.scenarios.map(\.standards) }
    private var names: [String] { report.scenarios.map(\.name) }

    /// A measure's name and unit.
    func measure<Row>(_ name: @escaping @Sendable (Row) -> String) -> DataColumn<Row> {
        GroupColumns.measure(standards, name)
    }

    /// A line for each measure, group and scenario.
    var measures: [DataColumn<ComparedLine>] {
        [
            measure { $0.row.measure }, GroupColumns.unit { $0.row.unit },
            GroupColumns.team { $0.row.group.team },
        ] + GroupColumns.people { $0.row.group } + [
            .text("scenario", "The scenario, by its name.", allowed: names) { $0.scenario.name },
            GroupColumns.number("mean", "Mean of the runs; empty where nobody was there to be measured.") { $0.mean },
            GroupColumns.number("difference", "Mean difference from the first scenario, run by run.") {
                $0.difference?.mean
            },
            GroupColumns.number("ci95_low", "Lower end of the difference's 95% interval, of all scenarios together.") {
                $0.difference?.ci95.lowerBound
            },
            GroupColumns.number("ci95_high", "Upper end of the difference's 95% interval, of all scenarios together.") {
                $0.difference?.ci95.upperBound
            },
            .number(
                "correlation", "", "Correlation of the pairs of runs: how much of chance cancels.",
                orNothing: { $0.difference?.correlation }),
            .number(
                "runs_to_tell", "runs",
                "Runs of each that would tell the difference from nothing; empty where it is told, or none would.",
                orNothing: { $0.difference?.runsNeeded.map(Double.init) }),
            .text("changes", "What was changed in the scenario.", isOptional: true) {
                $0.scenario.changes.map(\.text).joined(separator: "; ")
            },
        ]
    }

    /// A line for each measure, group, scenario and week.
    var weekly: [DataColumn<ComparedWeekLine>] {
        let units = MeasureNames(standards)
        return [
            .integer("week", "", "The week, counted from 1.") { $0.week },
            .day("starts", "The week's Monday.") { $0.starts }, measure { $0.row.measure },
            GroupColumns.team { $0.row.group.team },
            .text("scenario", "The scenario, by its name.", allowed: names) { $0.scenario.name },
            GroupColumns.number("mean", "Mean of the runs; empty where nobody was there to be measured.") { $0.mean },
            GroupColumns.unit { units[$0.row.measure]?.unit.rawValue ?? "" },
        ]
    }
}
