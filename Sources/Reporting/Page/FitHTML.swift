import CareModel

/// How near a fitted provider comes to its published figures, as one page that opens anywhere, made as the report of a
/// forecast is.
public enum FitHTML {
    /// The page: how near, what it misses, each figure's year behind and ahead, how far to trust it; the rest is behind
    /// links.
    /// - Parameters:
    ///   - report: what is told.
    ///   - chartScript: source text of Chart.js 3.9 (`chart.min.js`).
    /// - Returns: a complete HTML document in UTF-8.
    public static func page(_ report: FitReport, chartScript: String) -> String {
        ReportHTML.document(
            title: "\(report.title) – fit to published figures", head: header(report),
            front: front(report), selector: "", behind: behind(report), chartScript: chartScript)
    }

    static func front(_ report: FitReport) -> [Section] {
        [near(report), misses(report), months(report), trust(report)].compactMap { $0 }
    }

    static func behind(_ report: FitReport) -> [Section] {
        [figures(report), values(report), manifest(report)].compactMap { $0 }
    }

    private static let scope = Scope(team: nil, title: "Whole service")

    private static func header(_ report: FitReport) -> String {
        """
        <header>
        <p class="kicker">Fit to published figures</p>
        <h1 dir="auto">\(HTMLText.escape(report.title))</h1>
        <p>Published figures until \(HTMLText.escape(report.until))</p>
        </header>

        """
    }

    private static func near(_ report: FitReport) -> Section {
        let main = report.lines.filter(\.isMain)
        return Section(
            key: "how-near", title: "How near does it come?",
            lead: "<strong>\(HTMLText.escape(report.sentences.joined(separator: " ")))</strong>",
            body: table(main, caption: "What the verdict rests on", key: true))
    }

    /// A line a figure: published, simulated, how far off, and the verdict as a sign and a word.
    private static func table(_ lines: [FitReport.Line], caption: String, key: Bool = false) -> String {
        let rows = lines.map { line -> String in
            let unit = ValueText.heading(line.unit)
            let number = { (value: Double) in ValueText.number(value, unit: line.unit, beside: line.published) }
            let off = FitWords.off(line).map { HTMLText.escape($0) } ?? NumberText.unknown
            return "<tr><th scope=\"row\">\(HTMLText.escape(line.title))"
                + (unit.isEmpty ? "" : " <small>\(HTMLText.escape(unit))</small>")
                + "</th><td data-label=\"Published\">\(number(line.published))</td>"
                + "<td data-label=\"Simulated\">\(line.simulated.map(number) ?? NumberText.unknown)</td>"
                + "<td data-label=\"Off by\">\(off)</td>"
                + "<td class=\"text\">\(verdict(line.verdict))</td></tr>\n"
        }
        let words =
            key
            ? """
            <p class="small key-line"><b aria-hidden="true">✓</b> within a tenth of what was published. \
            <b aria-hidden="true">≈</b> further off, but no further than the published months vary. \
            <b aria-hidden="true">✗</b> further off than that.</p>

            """ : ""
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(HTMLText.escape(caption))">\
            <table class="plain fit"><caption class="unseen">\(HTMLText.escape(caption))</caption>
            <thead><tr><th scope="col">Figure</th><th scope="col">Published</th><th scope="col">Simulated</th>\
            <th scope="col">Off by</th><th scope="col" class="text">Verdict</th></tr></thead>
            <tbody>\(rows.joined())</tbody></table></div>
            \(words)
            """
    }

    private static func verdict(_ verdict: FitReport.Nearness) -> String {
        let (style, sign, word) =
            switch verdict {
            case .holds: ("meets", "✓", "holds")
            case .doubtful: ("either", "≈", "doubtful")
            case .doesNotHold: ("misses", "✗", "does not hold")
            }
        return "<span class=\"verdict \(style)\"><b aria-hidden=\"true\">\(sign)</b> \(word)</span>"
    }

    /// Differences around zero with what the published months leave open: a chart of what is told in percent, one of
    /// days, one of points.
    private static func misses(_ report: FitReport) -> Section? {
        let charts = FitWords.Scale.allCases.compactMap { scale -> Figure? in
            let rows = report.lines.compactMap { line -> (head: String, cells: [String])? in
                guard FitWords.Scale(line) == scale, let simulated = line.simulated else { return nil }
                let factor = scale.factor(line.published)
                let (middle, error) = ((simulated - line.published) * factor, 2 * line.error * factor)
                return (line.title, [middle, middle - error, middle + error].map(NumberText.dense))
            }
            guard !rows.isEmpty else { return nil }
            return Figure(
                scope: scope, kind: .difference, title: scale.title, note: scale.note(report.lines),
                unit: scale.unit,
                rowHead: "Figure",
                columns: [
                    Figure.Column(key: "mean", head: "Off by"), Figure.Column(key: "low", head: "from"),
                    Figure.Column(key: "high", head: "to"),
                ], rows: rows)
        }
        guard !charts.isEmpty else { return nil }
        return Section(
            key: "misses", title: "What does it miss?",
            lead: HTMLText.escape(FitWords.misses(report))
                + " Each dot is simulated less published: right of the line it has more, or waits longer. Its bar is "
                + "what the published months leave open (95%).",
            body: Section.grid(charts))
    }

    /// A chart a figure: the months that were published, and those that are promised.
    private static func months(_ report: FitReport) -> Section? {
        let charts = report.histories.map { history in
            Figure(
                scope: scope, kind: .outcome, title: history.title, note: "", unit: ValueText.heading(history.unit),
                rowHead: "Month",
                columns: [
                    Figure.Column(key: "level", head: "Promised"), Figure.Column(key: "low", head: "Range from"),
                    Figure.Column(key: "high", head: "to"), Figure.Column(key: "actual", head: "Published"),
                ],
                rows: history.months.map { month in
                    let promised = [month.promised?.level, month.promised?.low, month.promised?.high, month.published]
                    return (month.name, promised.map { $0.map(NumberText.dense) ?? NumberText.unknown })
                })
        }
        guard !charts.isEmpty else { return nil }
        return Section(
            key: "months", title: "What was, and what may be promised?",
            lead: """
                The twelve months that were published last, and the twelve after them. \
                <span class="keys"><span class="key"><i class="dot"></i>published</span> \
                <span class="key"><i class="line"></i>level that may be promised</span> \
                <span class="key"><i class="most"></i>9 in 10</span></span>
                """, body: Section.grid(charts))
    }

    private static func trust(_ report: FitReport) -> Section {
        func list(_ items: [String]) -> String {
            "<ul class=\"prose\">\n" + items.map { "<li>\(HTMLText.escape($0))</li>\n" }.joined() + "</ul>"
        }
        let unknown = report.values.filter { $0.known < 0.5 }
        var rests = [
            "It is one team: nobody publishes places within a service.",
            "Of \(TextTools.count(report.values.count, "value", "values")) that were looked for, the figures say "
                + "little of \(unknown.count).",
        ]
        if report.values.isEmpty { rests.removeLast() }
        let against = report.contradictions.isEmpty ? ["None that was found."] : report.contradictions
        let missing = report.missing.map { "\(TextTools.capitalised($0.title)): \($0.why)." }
        return Section(
            key: "trust", title: "How far can you trust it?",
            body: """
                <div class="three">
                <div><h3>Published figures that contradict each other</h3>
                \(list(against))</div>
                <div><h3>What it rests on</h3>
                \(list(rests))</div>
                <div><h3>What could not be aimed at</h3>
                \(list(missing.isEmpty ? ["Every figure could."] : missing))</div>
                </div>

                """)
    }

    private static func figures(_ report: FitReport) -> Section? {
        let others = report.lines.filter { !$0.isMain }
        guard !others.isEmpty else { return nil }
        return Section(
            key: "figures", title: "All other figures",
            lead: "They hold within twice what they are never asked for more exactly, their own error included.",
            body: table(others, caption: "All other figures"))
    }

    private static func values(_ report: FitReport) -> Section? {
        guard !report.values.isEmpty else { return nil }
        let rows = report.values.map { value in
            "<tr><th scope=\"row\">\(HTMLText.escape(TextTools.capitalised(value.words))) "
                + "<small><code>\(HTMLText.escape(value.key))</code></small></th>"
                + "<td>\(NumberText.dense(value.found))</td>"
                + "<td>\(NumberText.dense(value.range.lowerBound)) to \(NumberText.dense(value.range.upperBound))</td>"
                + "<td>\(NumberText.percent(value.known))%</td></tr>\n"
        }
        return Section(
            key: "values", title: "Values that were looked for",
            lead: "Known: how much of what was uncertain beforehand the figures settle.",
            body: """
                <div class="scroll" role="region" tabindex="0" aria-label="Values that were looked for">\
                <table class="plain"><caption class="unseen">Values that were looked for</caption>
                <thead><tr><th scope="col">Value</th><th scope="col">Found</th><th scope="col">95% interval</th>\
                <th scope="col">Known</th></tr></thead>
                <tbody>\(rows.joined())</tbody></table></div>

                """)
    }

    private static func manifest(_ report: FitReport) -> Section {
        let rows = [
            ("Version", HTMLText.escape(report.version)), ("Written to", HTMLText.escape(report.file)),
            ("To make it again", report.command.isEmpty ? "" : "<code>\(HTMLText.escape(report.command))</code>"),
        ]
        return .manifest(
            rows.filter { !$0.1.isEmpty }.map { row in
                "<tr><th scope=\"row\">\(row.0)</th><td class=\"text\">\(row.1)</td></tr>\n"
            })
    }
}
