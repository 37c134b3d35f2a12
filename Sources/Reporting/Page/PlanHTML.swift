import CareModel

/// A plan as one page that opens anywhere, made as the report of a forecast is.
public enum PlanHTML {
    /// The page: what to do and what it costs, whether the targets are kept, when who begins, what stands in the way,
    /// and how far to trust it; the rest is behind links.
    /// - Parameters:
    ///   - report: what is told.
    ///   - chartScript: source text of Chart.js 3.9 (`chart.min.js`).
    /// - Returns: a complete HTML document in UTF-8.
    public static func page(_ report: PlanReport, chartScript: String) -> String {
        ReportHTML.document(
            title: "\(title(report)) – plan", head: header(report), front: front(report), selector: "",
            behind: behind(report), chartScript: chartScript)
    }

    static func front(_ report: PlanReport) -> [Section] {
        [
            answer(report), targets(report), posts(report), beside(report), hangsOn(report), frontier(report),
            trust(report),
        ].compactMap { $0 }
    }

    /// The plan and its cost, and the frontier that it lies on.
    static func chosen(_ report: PlanReport) -> [Section] { [answer(report), frontier(report)].compactMap { $0 } }

    static func behind(_ report: PlanReport) -> [Section] {
        [
            ReportHTML.warnings([(report.scenario.name, report.scenario.warnings)]), choices(report),
            report.beside.flatMap(ComparisonHTML.measures), manifest(report),
        ].compactMap { $0 }
    }

    private static let scope = Scope(team: nil, title: "Whole service")

    private static func title(_ report: PlanReport) -> String {
        report.scenario.title.isEmpty ? report.scenario.name : report.scenario.title
    }

    private static func header(_ report: PlanReport) -> String {
        let last = report.starts + Int32(7 * max(0, report.weeks) - 1)
        return """
            <header>
            <p class="kicker">Plan of staff and practice</p>
            <h1 dir="auto">\(HTMLText.escape(title(report)))</h1>
            \(ReportHTML.changes(report.scenario.changes))\
            <p>\(report.starts.longText) to \(last.longText) · \(TextTools.count(report.weeks, "week", "weeks"))</p>
            </header>

            """
    }

    // MARK: What to do

    private static func answer(_ report: PlanReport) -> Section {
        let sentences = PlanWords.answer(report).map(HTMLText.escape)
        let lead = "<strong>\(sentences[0])</strong> " + sentences.dropFirst().joined(separator: " ")
        return Section(
            key: "plan", title: report.isFound ? "What does it take?" : "Can it be reached?", lead: lead,
            body: report.isFound ? tiles(report) : reachable(report))
    }

    private static func tiles(_ report: PlanReport) -> String {
        let wte = report.choices.filter(\.isPosts).reduce(0) { $0 + ($1.steps ?? 0) }
        let kept = report.targets.filter(\.isAsked).compactMap { $0.planned?.chance?.share }.min()
        var tiles = [
            ("Posts", (wte > 0 ? "+" : "") + String(wte), "whole-time, all roles and teams"),
            (
                "A year", PlanWords.pounds(report.poundsAYear),
                "\(PlanWords.pounds(report.poundsInAll)) in the forecast's \(report.weeks) weeks"
            ),
        ]
        if let kept {
            tiles.append(
                (
                    "Targets kept", "\(NumberText.percent(kept))%",
                    "of runs that the search never saw, the least of all targets"
                ))
        }
        let cells = tiles.map { tile in
            "<div class=\"tile\"><h3>\(HTMLText.escape(tile.0))</h3><p class=\"big\">\(HTMLText.escape(tile.1))</p>"
                + "<p class=\"small\">\(HTMLText.escape(tile.2))</p></div>"
        }
        return "<div class=\"tiles\">\(cells.joined())</div>\n"
    }

    private static func reachable(_ report: PlanReport) -> String {
        let rows = report.reachable.map { best in
            let target = report.targets[best.target]
            return row(
                target.title, [PlanWords.level(target), PlanWords.value(best.value, target)],
                text: [verdict(best.isEnough, yes: "within reach", no: "out of reach"), HTMLText.escape(best.words)])
        }
        return PlainTable.html(
            "The best of each target", ["Target", "Asked", "Best", "Verdict", "With"], rows)
    }

    // MARK: Targets

    private static func targets(_ report: PlanReport) -> Section? {
        guard report.isFound else { return nil }
        let rows = report.targets.map { target -> String in
            let planned = target.planned
            let chance =
                planned?.chance.map { chance in
                    "\(NumberText.percent(chance.share))% <small>\(NumberText.percent(chance.low))–"
                        + "\(NumberText.percent(chance.high))%</small>"
                } ?? "<small>on average</small>"
            let title = HTMLText.escape(target.title) + " <small>\(HTMLText.escape(PlanWords.days(target)))</small>"
            return "<tr><th scope=\"row\">\(title)</th>"
                + "<td data-label=\"Asked\">\(HTMLText.escape(PlanWords.level(target)))</td>"
                + "<td data-label=\"As it is\">\(number(target.today?.value, target))</td>"
                + "<td data-label=\"With the plan\">\(number(planned?.value, target))</td>"
                + "<td data-label=\"Kept in\">\(chance)</td>"
                + "<td class=\"text\">\(verdict(planned?.isKept, yes: "kept", no: "not kept"))</td></tr>\n"
        }
        return Section(
            key: "targets", title: "Is it kept?",
            lead: "With the plan: what it keeps with the chance that was asked, in runs that the search never saw.",
            body: PlainTable.html(
                "Targets", ["Target", "Asked", "As it is", "With the plan", "Kept in", "Verdict"], rows))
    }

    private static func number(_ value: Double?, _ target: PlanReport.Target) -> String {
        value.map { HTMLText.escape(PlanWords.value($0, target)) } ?? NumberText.unknown
    }

    private static func verdict(_ isKept: Bool?, yes: String, no: String) -> String {
        let (style, sign, word) =
            switch isKept {
            case true?: ("meets", "✓", yes)
            case false?: ("misses", "✗", no)
            case nil: ("either", "≈", "cannot be told")
            }
        return "<span class=\"verdict \(style)\"><b aria-hidden=\"true\">\(sign)</b> \(word)</span>"
    }

    // MARK: Posts by quarter

    private static func posts(_ report: PlanReport) -> Section? {
        let chosen = report.choices.filter { $0.isPosts && ($0.steps ?? 0) != 0 }
        guard !chosen.isEmpty else { return nil }
        let heads =
            ["Posts more than now"] + report.quarters.map { "quarter of \(TextTools.tableDay($0))" } + ["£ a year"]
        let rows = chosen.map { choice in
            row(
                choice.title,
                choice.posts.map(String.init) + [PlanWords.pounds(choice.poundsAYear * Double(choice.steps ?? 0))])
        }
        return Section(
            key: "posts", title: "Who begins when?",
            lead: HTMLText.escape("Posts that are there at the end of each quarter."),
            body: PlainTable.html("Posts by quarter", heads, rows))
    }

    // MARK: As it is and with the plan

    private static func beside(_ report: PlanReport) -> Section? {
        guard let beside = report.beside, beside.scenarios.count == 2 else { return nil }
        let figures = WaitingQueue.all.compactMap { queue -> Figure? in
            guard let row = beside.weekly.first(where: { $0.measure == queue.name && $0.group == MeasureGroup() }),
                let most = row.means.joined().compactMap({ $0 }).max(), most >= 1
            else { return nil }
            return Figure(
                scope: scope, kind: .lines, title: "Waiting for \(queue.words)", unit: "people",
                columns: [
                    Figure.Column(key: "line", head: "as it is"), Figure.Column(key: "line", head: "with the plan"),
                ],
                rows: (0..<beside.weeks).map { week in
                    let cells = row.means.map { weeks in
                        (week < weeks.count ? weeks[week] : nil).map(NumberText.dense) ?? NumberText.unknown
                    }
                    return (TextTools.tableDay(beside.starts + Int32(week * 7)), cells)
                })
        }
        guard !figures.isEmpty else { return nil }
        return Section(
            key: "lists", title: "What becomes of the lists?",
            lead: "People waiting at the end of each week, mean of \(beside.replications) runs.",
            body: Section.grid(figures))
    }

    // MARK: What it hangs on

    private static func hangsOn(_ report: PlanReport) -> Section? {
        let told = PlanWords.toldOfSteps(report)
        guard !report.marginal.isEmpty || report.refused != nil else { return nil }
        let rows = report.marginal.map { marginal in
            row(
                PlanWords.step(marginal),
                [PlanWords.pounds(marginal.pounds)]
                    + zip(told, marginal.changes).map { PlanWords.change($1, $0) })
        }
        let lead = PlanWords.hangsOn(report).map { HTMLText.escape($0) } ?? ""
        return Section(
            key: "hangs-on", title: "What would one post more or less do?", lead: lead,
            body: rows.isEmpty
                ? "" : PlainTable.html("Steps", ["Step", "£ a year"] + told.map(\.title), rows))
    }

    private static func frontier(_ report: PlanReport) -> Section? {
        guard report.frontier.count > 1, let target = report.targets.first else { return nil }
        let (key, title) = ("frontier", "What would more or less cost?")
        if let words = PlanWords.levelFrontier(report) {
            return Section(key: key, title: title, lead: HTMLText.escape(words), body: "")
        }
        let figure = Figure(
            scope: scope, kind: .curve, title: "Cost against \(TextTools.lowercasedWord(target.title))",
            unit: "£ a year", rowHead: target.title,
            columns: [
                Figure.Column(key: "line", head: "least cost"), Figure.Column(key: "marked", head: "what was asked"),
            ],
            rows: report.frontier.map { point in
                let pounds = NumberText.fixed(point.pounds)
                let isAsked = abs(point.level - target.level) < 1e-9
                return (PlanWords.number(point.level, target), [pounds, isAsked ? pounds : NumberText.unknown])
            })
        return Section(
            key: key, title: title,
            lead:
                "The least cost at which the first target would be kept at another level, with as much room as the "
                + "plan has and all others as they are; as fitted to the runs of the search. What the plan reached in "
                + "runs of its own costs no more than the plan.",
            body: Section.grid([figure]))
    }

    private static func trust(_ report: PlanReport) -> Section {
        var items = report.notes
        if !report.guarantee.isEmpty { items.append(report.guarantee) }
        items.append(
            "\(NumberText.grouped(report.runs.used)) runs of the service were used of "
                + "\(NumberText.grouped(report.runs.budget)), "
                + "from \(TextTools.count(report.firstDays, "first day", "first days")) in turn.")
        var list = items.map { "<li>\(HTMLText.escape($0))</li>\n" }.joined()
        if !report.nextCommand.isEmpty {
            list +=
                "<li>\(HTMLText.escape(PlanWords.asksWhatItHangsOn)): "
                + "<code>\(HTMLText.escape(report.nextCommand))</code></li>\n"
        }
        return Section(
            key: "trust", title: "How far can you trust it?", body: "<ul class=\"prose\">\n\(list)</ul>\n")
    }

    // MARK: Behind

    private static func choices(_ report: PlanReport) -> Section? {
        let rows = report.choices.map { choice in
            row(
                choice.title,
                [
                    "\(choice.range.lowerBound) to \(choice.range.upperBound)", choice.steps.map(String.init) ?? "–",
                    PlanWords.pounds(choice.poundsAYear), choice.pace.map { "\($0) a quarter" } ?? "–",
                ])
        }
        return Section(
            key: "choices", title: "What could be chosen",
            body: PlainTable.html("Choices", ["Choice", "From, to", "Chosen", "£ a step and year", "Filled"], rows))
    }

    private static func manifest(_ report: PlanReport) -> Section {
        let rows = [
            ("Scenario", report.scenario.fullTitle), ("SHA-256", report.scenario.sha256),
            ("First day", report.starts.longText), ("Weeks", NumberText.grouped(report.weeks)),
            ("Seed", String(report.seed)), ("Version", report.version),
        ]
        return .manifest(rows, command: report.command)
    }

    // MARK: Rows

    private static func row(_ head: String, _ cells: [String], text: [String] = []) -> String {
        PlainTable.row(TextTools.capitalised(head), cells, text: text)
    }
}
