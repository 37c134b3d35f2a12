import CareModel

/// What each scenario does beside the first, drawn around zero with its ranges.
extension ComparisonHTML {
    /// A chart of each unit for each scenario beside the first; nil without a difference that can be told.
    static func differences(_ report: ComparisonReport) -> Section? {
        let figures = report.scenarios.indices.dropFirst().flatMap { place -> [Figure] in
            let pair = ComparedPair(report: report, place: place, group: MeasureGroup())
            return [days(pair), people(pair), shares(pair)].compactMap { $0 }
        }
        guard !figures.isEmpty else { return nil }
        return Section(
            key: "differences", title: "What differs",
            lead: "Each dot is a mean difference from \(HTMLText.escape(report.scenarios[0].name)), its bar the 95% "
                + "interval. A bar that leaves out zero is no luck.",
            body: Section.grid(figures))
    }

    private static func days(_ pair: ComparedPair) -> Figure? {
        figure(
            pair, "Waits of those who were seen", "days", ComparedWait.all.map(\.measure) + [.assessmentToHighWait])
    }

    private static func people(_ pair: ComparedPair) -> Figure? {
        let standards = pair.report.scenarios[0].standards
        let queues = WaitingQueue.all.map { ($0.name + WaitingQueue.atEnd, "Waiting at the end: \($0.words)") }
        let passed = pair.measures(PromisedMeasure.allBreaches).map { ($0.measure, "Pass \($0.limit) days") }
        let finished = (Measure.finishedCourses.name(standards), "Finish a course")
        return figure(pair, "People", "people", rows: [finished] + passed + queues)
    }

    private static func shares(_ pair: ComparedPair) -> Figure? {
        let standards = pair.report.scenarios[0].standards
        let rows = Measure.rows.filter { $0.atAGlance != nil }.map { measure in
            (measure.name(standards), measure.words(measure.atAGlance ?? "", standards))
        }
        var names: Set<String> = []  // lookup only
        return figure(pair, "Promises kept", "points of 100", rows: rows.filter { names.insert($0.0).inserted })
    }

    private static func figure(_ pair: ComparedPair, _ title: String, _ unit: String, _ measures: [Measure]) -> Figure?
    {
        let standards = pair.report.scenarios[0].standards
        return figure(pair, title, unit, rows: measures.map { ($0.name(standards), $0.title(standards)) })
    }

    private static func figure(
        _ pair: ComparedPair, _ title: String, _ unit: String, rows: [(measure: String, label: String)]
    ) -> Figure? {
        let report = pair.report
        let known = rows.compactMap { line -> (head: String, cells: [String])? in
            guard let row = pair.row(line.measure), row.difference.mean.isFinite else { return nil }
            let scale = row.unit == MeasureUnit.share.rawValue ? 100.0 : 1
            let numbers = [row.difference.mean, row.difference.ci95.lowerBound, row.difference.ci95.upperBound]
            return (line.label, numbers.map { NumberText.dense($0 * scale) })
        }
        guard known.contains(where: { $0.cells.contains { $0 != "0" } }) else { return nil }
        let name = report.scenarios[pair.place].name
        return Figure(
            scope: Scope(team: nil, title: "Whole service"), kind: .difference,
            title: report.scenarios.count > 2 ? "\(title): \(name)" : title,
            note: "\(name) less \(report.scenarios[0].name).", unit: unit, rowHead: "Measure",
            columns: [
                Figure.Column(key: "mean", head: "Difference, \(unit)"), Figure.Column(key: "low", head: "From"),
                Figure.Column(key: "high", head: "To"),
            ], rows: known)
    }
}
