import CareModel

/// A comparison as one page that opens anywhere, made as the report of a forecast is.
public enum ComparisonHTML {
    /// The page: plain words, the measures side by side, charts of the lists and waits, costs, and how it was made.
    /// - Parameters:
    ///   - report: what is told.
    ///   - chartScript: source text of Chart.js 3.9 (`chart.min.js`).
    /// - Returns: a complete HTML document in UTF-8.
    public static func page(_ report: ComparisonReport, chartScript: String) -> String {
        let names = TextTools.list(report.scenarios.map(\.name))
        let behind: [Section?] = [
            ReportHTML.warnings(report.scenarios.map { ($0.name, $0.warnings) }), costs(report), measures(report),
            manifest(report),
        ]
        let charts = charts(report, scopes(report))
        return ReportHTML.document(
            title: "\(names) – comparison", head: header(report),
            front: ([words(report), differences(report)] + charts.prefix(1)).compactMap { $0 },
            selector: ReportHTML.selector(scopes(report)),
            behind: (Array(charts.dropFirst()) + behind).compactMap { $0 }, chartScript: chartScript)
    }

    /// The lists, who passes their day, waits and flow, in charts; nil where there is nothing to draw.
    static func charts(_ report: ComparisonReport, _ scopes: [Scope]) -> [Section?] {
        [
            charts(
                report, scopes, "queues", "Waiting lists", "People waiting at the end of each week, mean of the runs.",
                WaitingQueue.all.map { ($0.name, "Waiting for \($0.words)", "people") }),
            charts(
                report, scopes, "breaches", "People who pass their day",
                "People who pass the day in that week without a first appointment, mean of the runs.",
                passed(report)),
            charts(
                report, scopes, "waits", "Waits of those who were seen",
                "Mean wait of those who were seen in that week: nothing of who still waits, so look at the lists "
                    + "first.",
                drawn(.comparedWaits, report)),
            charts(
                report, scopes, "flow", "People through the service", "People a week, mean of the runs.",
                drawn(.comparedFlow, report)),
        ]
    }

    /// For whom the page speaks: the service, then each team; a service of one team is that team.
    static func scopes(_ report: ComparisonReport) -> [Scope] {
        let teams = report.teams.map { Scope(team: $0.name, title: $0.title) }
        let service = Scope(team: nil, title: "Whole service")
        return report.teams.count == 1 ? [service] : [service] + teams
    }

    private static func header(_ report: ComparisonReport) -> String {
        let scenarios = report.scenarios.map { scenario in
            "<strong>\(HTMLText.escape(scenario.name))</strong>: \(HTMLText.escape(scenario.fullTitle))"
        }
        let last = report.starts + Int32(7 * max(0, report.weeks) - 1)
        return """
            <header>
            <p class="kicker">Comparison of waits, work and costs</p>
            <h1>\(HTMLText.escape(TextTools.list(report.scenarios.dropFirst().map(\.name)))) \
            against \(HTMLText.escape(report.scenarios[0].name))</h1>
            <p class="changes">\(scenarios.joined(separator: "<br>"))</p>
            <p>\(report.starts.longText) to \(last.longText) · \(TextTools.count(report.weeks, "week", "weeks")) · \
            \(TextTools.count(report.replications, "run", "runs")) of each</p>
            </header>

            """
    }

    static func words(_ report: ComparisonReport) -> Section {
        .plainWords(
            report.scenarios.indices.dropFirst().map { place in
                (
                    report.scenarios[place].name,
                    ComparisonWords.sentences(place, report, eachAlone: true).map(TextTools.capitalised)
                )
            },
            foundation: ComparisonTable.lists(report) + " Differences are means over the runs; in brackets "
                + "\(ComparisonTable.intervals(report)).")
    }

    /// The measures that have a chart on the page; people are counted a week.
    private static func drawn(
        _ page: Measure.Chart.Page, _ report: ComparisonReport
    ) -> [(String, String, String)] {
        Measure.rows.flatMap { measure in
            measure.titles(page).map { title in
                let unit = measure.unit == .people ? "people a week" : measure.unit.rawValue
                return (measure.name(report.scenarios[0].standards), title, unit)
            }
        }
    }

    private static func passed(_ report: ComparisonReport) -> [(String, String, String)] {
        ComparedPair(report: report, place: 1, group: MeasureGroup()).measures(PromisedMeasure.allBreaches)
            .map { ($0.measure, "Passing \($0.limit) days without a first appointment", "people a week") }
    }

    /// A chart for each measure, a line for each scenario; nil if there is nothing to draw.
    private static func charts(
        _ report: ComparisonReport, _ scopes: [Scope], _ key: String, _ title: String, _ lead: String,
        _ measures: [(measure: String, title: String, unit: String)]
    ) -> Section? {
        let body = scopes.map { scope -> String in
            let figures = measures.compactMap { figure($0, scope, report) }
            guard !figures.isEmpty else { return "" }
            return Section.scope(scope, Section.grid(figures))
        }.joined()
        return body.isEmpty ? nil : Section(key: key, title: title, lead: lead, body: body)
    }

    private static func figure(
        _ measure: (measure: String, title: String, unit: String), _ scope: Scope, _ report: ComparisonReport
    ) -> Figure? {
        guard let row = report.weekly.first(where: { $0.measure == measure.measure && $0.group == scope.group }),
            let most = row.means.joined().compactMap({ $0 }).max(), most > 0,
            !measure.unit.hasPrefix("people") || most >= 1
        else { return nil }
        let columns = report.scenarios.map { Figure.Column(key: "line", head: $0.name) }
        return Figure(
            scope: scope, kind: .lines, title: measure.title, unit: measure.unit, columns: columns,
            rows: (0..<report.weeks).map { week in
                let day = report.starts + Int32(week * 7)
                let cells = row.means.map { weeks in
                    (week < weeks.count ? weeks[week] : nil).map(NumberText.dense) ?? NumberText.unknown
                }
                return (TextTools.tableDay(day), cells)
            })
    }
}
