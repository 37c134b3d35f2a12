import CareModel

/// The tables of a comparison's page.
extension ComparisonHTML {
    /// What staff cost, whole and for each that is counted.
    static func costs(_ report: ComparisonReport) -> Section? {
        let costs = HeadlineSection(.cost, report.scenarios[0].standards)
        let body = table(report, [costs], group: MeasureGroup(), caption: "Costs of the whole service")
        return body.isEmpty
            ? nil : Section(key: "costs", title: "Costs", lead: "Staff, over the whole period.", body: body)
    }

    /// The measures side by side, for the service and each team.
    static func measures(_ report: ComparisonReport) -> Section? {
        let pairs = report.scenarios.indices.dropFirst()
        let isMisleading = scopes(report).contains { scope in
            pairs.contains { !ComparedPair(report: report, place: $0, group: scope.group).misleading.isEmpty }
        }
        let body = scopes(report).map { scope -> String in
            let table = table(
                report, ComparisonSections.all(report), group: scope.group, caption: "Measures, \(scope.title)")
            guard !table.isEmpty else { return "" }
            return Section.scope(scope, table)
        }.joined()
        guard !body.isEmpty else { return nil }
        let notes = ComparisonTable.longWaits(report) + (isMisleading ? [ComparisonTable.footnote] : [])
        return Section(
            key: "measures", title: "Measures side by side",
            lead:
                "Mean over the whole period; in small type the difference, and \(ComparisonTable.intervals(report)). "
                + "* it leaves out zero. " + HTMLText.escape(notes.joined(separator: " ")),
            body: body)
    }

    private static func table(
        _ report: ComparisonReport, _ sections: [HeadlineSection], group: MeasureGroup, caption: String
    ) -> String {
        let others = report.scenarios.indices.dropFirst()
        let pairs = others.map { ComparedPair(report: report, place: $0, group: group) }
        let misleading = pairs.map(\.misleading)
        var body = ""
        for section in sections {
            let lines = section.lines.compactMap { line -> String? in
                guard let row = report.rows.first(where: { $0.measure == line.measure && $0.group == group }),
                    row.means.contains(where: { $0 != nil })
                else { return nil }
                let cells = report.scenarios.indices.map { place -> String in
                    guard let mean = row.means[place] else { return "<td>\(NumberText.unknown)</td>" }
                    let value = ValueText.number(mean, unit: row.unit)
                    guard place > 0, let difference = row.differences[place - 1] else { return "<td>\(value)</td>" }
                    let mark =
                        misleading[place - 1].contains(line.measure) ? "†" : difference.isClear ? "*" : ""
                    let text = DifferenceText.text(difference, unit: row.unit, beside: max(abs(mean), 1))
                    return "<td>\(value) <small>\(HTMLText.escape(text))\(mark)</small></td>"
                }
                let unit = ValueText.heading(row.unit)
                return
                    "<tr><th scope=\"row\">\(HTMLText.escape(line.label)) <small>\(HTMLText.escape(unit))</small></th>"
                    + "\(cells.joined())</tr>\n"
            }
            guard !lines.isEmpty else { continue }
            let heading = "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(report.scenarios.count + 1)\">"
            body += "<tbody>\(heading)\(HTMLText.escape(section.title))</th></tr>\n\(lines.joined())</tbody>\n"
        }
        guard !body.isEmpty else { return "" }
        let heads = report.scenarios.map { "<th scope=\"col\">\(HTMLText.escape($0.name))</th>" }.joined()
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(HTMLText.escape(caption))">\
            <table class="plain measures"><caption class="unseen">\(HTMLText.escape(caption))</caption>
            <thead><tr><th scope="col">Measure</th>\(heads)</tr></thead>
            \(body)</table></div>

            """
    }

    /// How the comparison is made again.
    static func manifest(_ report: ComparisonReport) -> Section {
        var rows = report.scenarios.flatMap { scenario in
            [
                (scenario.name, scenario.fullTitle), ("SHA-256 of \(scenario.name)", scenario.sha256),
            ]
        }
        rows += [
            ("First day", report.starts.longText), ("Weeks", NumberText.grouped(report.weeks)),
            ("Starting point", ComparisonTable.lists(report)),
            ("Runs of each", NumberText.grouped(report.replications)), ("Seed", String(report.seed)),
            ("Version", report.version),
        ]
        return .manifest(rows, command: report.command)
    }
}
