import CareModel

/// Which assumptions drive an answer, as one page that opens anywhere, made as the report of a forecast is.
public enum SensitivityHTML {
    /// The page: what it hangs on, a chart of what the ends do, and what was not telling.
    /// - Parameters:
    ///   - report: what is told.
    ///   - chartScript: source text of Chart.js 3.9 (`chart.min.js`).
    /// - Returns: a complete HTML document in UTF-8.
    public static func page(_ report: SensitivityReport, chartScript: String) -> String {
        ReportHTML.document(
            title: "\(report.scenario.fullTitle) – what it hangs on", head: header(report),
            front: [words(report), ends(report)].compactMap { $0 }, selector: "",
            behind: [all(report), manifest(report)], chartScript: chartScript)
    }

    private static let scope = Scope(team: nil, title: "Whole service")

    private static func header(_ report: SensitivityReport) -> String {
        let variant = report.variant.isEmpty ? "" : " · what \(HTMLText.escape(report.variant)) does to it"
        return """
            <header>
            <p class="kicker">What an answer hangs on</p>
            <h1 dir="auto">\(HTMLText.escape(report.title))</h1>
            <p>\(HTMLText.escape(report.scenario.fullTitle))\(variant) · \
            \(TextTools.count(report.weeks, "week", "weeks")) from \(report.starts.longText)</p>
            </header>

            """
    }

    private static func words(_ report: SensitivityReport) -> Section {
        let sentences = SensitivityWords.sentences(report).map(HTMLText.escape)
        return Section(
            key: "hangs-on", title: "What does it hang on?",
            lead: "<strong>\(sentences[0])</strong> " + sentences.dropFirst().joined(separator: " "),
            body: shares(report))
    }

    /// How much of the variance each of the most telling makes.
    private static func shares(_ report: SensitivityReport) -> String {
        let shared = report.rows.filter { $0.share != nil }
        guard !shared.isEmpty else { return "" }
        var rows = shared.map { row in
            PlainTable.row(
                row.key,
                [
                    SensitivityWords.percent(row.share?.first ?? 0) + "%",
                    SensitivityWords.percent(row.share?.total ?? 0) + "%",
                    NumberText.percent(2 * (row.share?.totalError ?? 0)) + " points",
                ])
        }
        if let luck = report.luck {
            rows.append(
                PlainTable.row(
                    "luck",
                    [
                        SensitivityWords.percent(luck.share) + "%", "",
                        NumberText.percent(2 * luck.error) + " points",
                    ]))
        }
        return PlainTable.html(
            "Shares of the variance",
            ["Of what differs, when all of these are moved at once", "Alone", "With others", "Give or take"], rows)
    }

    /// A dot for each end, with its interval, around zero.
    private static func ends(_ report: SensitivityReport) -> Section? {
        let rows = report.rows.flatMap { row -> [(head: String, cells: [String])] in
            guard let ends = row.ends else { return [] }
            return [(ends.low, row.low), (ends.high, row.high)].map { difference, value in
                let numbers = [difference.mean, difference.ci95.lowerBound, difference.ci95.upperBound]
                let scale = report.unit == "share" ? 100.0 : 1
                return (
                    "\(row.key) = \(SensitivityWords.value(value))", numbers.map { NumberText.dense($0 * scale) }
                )
            }
        }
        guard !rows.isEmpty else { return nil }
        let figure = Figure(
            scope: scope, kind: .difference, title: "By how much \(TextTools.lowercasedWord(report.title)) changes",
            unit: report.unit == "share" ? "points" : ValueText.heading(report.unit), rowHead: "Assumption",
            columns: [
                Figure.Column(key: "mean", head: "Changes by"), Figure.Column(key: "low", head: "from"),
                Figure.Column(key: "high", head: "to"),
            ], rows: rows)
        return Section(
            key: "ends", title: "What do its ends do?",
            lead:
                "Each of the most telling moved by itself to its low end and to its high end, \(report.runs.atEnds) "
                + "runs of each with the same people; a dot is the change, its bar the 95% interval.",
            body: Section.grid([figure]))
    }

    private static func all(_ report: SensitivityReport) -> Section {
        let rows = report.rows.map { row in
            PlainTable.row(
                row.key,
                [
                    SensitivityWords.value(row.value),
                    "\(SensitivityWords.value(row.low)) – \(SensitivityWords.value(row.high))",
                    SensitivityWords.number(row.size, report),
                ])
        }
        return Section(
            key: "all", title: "Every number that was moved",
            lead:
                "The mean size of what moving it from end to end does, along \(report.runs.paths) random paths on "
                + "which all others are somewhere too: what differs by chance is in it.",
            body: PlainTable.html("Assumptions", ["Assumption", "Is", "Moved between", "Moves by"], rows))
    }

    private static func manifest(_ report: SensitivityReport) -> Section {
        let rows = [
            ("Scenario", report.scenario.fullTitle), ("SHA-256", report.scenario.sha256),
            ("Runs", NumberText.grouped(report.runs.all)), ("Seed", String(report.seed)), ("Version", report.version),
        ]
        return .manifest(rows.filter { !$0.1.isEmpty }, command: report.command)
    }
}
