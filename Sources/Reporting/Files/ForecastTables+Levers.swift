import CareModel

/// A measure of a change that was tried: a line of `levers.csv`.
struct LeverLine {
    var lever: TriedLever
    var place: Int
    var weeks: Int
    var row: ComparisonRow

    var difference: MeasureDifference? { row.differences.first ?? nil }

    /// Every change and measure.
    static func all(_ help: WhatWouldHelp) -> [LeverLine] {
        help.levers.enumerated().flatMap { place, lever in
            lever.effects.map { LeverLine(lever: lever, place: place + 1, weeks: help.weeks, row: $0) }
        }
    }
}

extension ForecastTables {
    /// What would help: a line for each change that was tried and each measure of it.
    var levers: [DataColumn<LeverLine>] {
        let names = MeasureNames([forecast.standards])
        return [
            .integer("place", "", "The change's place, the best first.") { $0.place },
            .text("lever", "The change, by its short name.") { $0.lever.name },
            .text("title", "What it is.") { $0.lever.title },
            GroupColumns.team { $0.lever.team?.name },
            GroupColumns.measure([forecast.standards]) { $0.row.measure },
            GroupColumns.unit { $0.row.unit },
            .flag("a_year", "Whether the row's numbers are of a year, at the pace of the weeks tried.") {
                names[$0.row.measure]?.growsWithWeeks == true
            },
            GroupColumns.number("as_it_is", "Mean of the runs without the change.") { $0.row.means[0] },
            GroupColumns.number("changed", "Mean of the runs with it.") { $0.row.means[1] },
            GroupColumns.number("difference", "Mean difference, run by run.") { $0.difference?.mean },
            GroupColumns.number("ci95_low", "Lower end of the difference's 95% interval.") {
                $0.difference?.ci95.lowerBound
            },
            GroupColumns.number("ci95_high", "Upper end of the difference's 95% interval.") {
                $0.difference?.ci95.upperBound
            },
            .flag("clear", "Whether the interval leaves out zero.") { $0.difference?.isClear == true },
            .integer("weeks", "weeks", "Weeks over which it was tried.") { $0.weeks },
            .integer("runs", "", "Pairs of runs.") { $0.lever.runs },
            .text("changes", "The keys that it changes.") {
                $0.lever.changes.map(\.text).joined(separator: "; ")
            },
            .text("command", "The command that tries it again.", isOptional: true) { $0.lever.command },
        ]
    }
}
