import CareModel
import Statistics

/// What has happened since, as one page that opens anywhere, made as the report of a forecast is.
public enum ScoreHTML {
    /// The page: what the ranges held, which levels were off, the months as dots over the ranges, how far to trust it;
    /// the words, the table, and how it was made behind links.
    /// - Parameters:
    ///   - report: what is told.
    ///   - chartScript: source text of Chart.js 3.9 (`chart.min.js`).
    /// - Returns: a complete HTML document in UTF-8.
    public static func page(_ report: ScoreReport, chartScript: String) -> String {
        ReportHTML.document(
            title: "\(title(report)) – what has happened since", head: header(report), front: front(report),
            selector: selector(report), behind: behind(report), chartScript: chartScript)
    }

    static func front(_ report: ScoreReport) -> [Section] {
        [held(report), off(report), charts(report), trust(report)].compactMap { $0 }
    }

    static func behind(_ report: ScoreReport) -> [Section] {
        var words = Section.plainWords(
            ScoreWords.paragraphs(report),
            foundation: "Forecasts as they were kept when they were made, and \(report.against). What has not "
                + "passed is not counted.")
        words.title = "Words to paste into an email"
        return [words, table(report), manifest(report)].compactMap { $0 }
    }

    private static func title(_ report: ScoreReport) -> String { report.forecasts.last?.manifest.fullTitle ?? "" }

    private static func selector(_ report: ScoreReport) -> String { ReportHTML.selector(report.scopes) }

    private static func header(_ report: ScoreReport) -> String {
        let forecasts = report.forecasts.map {
            HTMLText.escape("\($0.manifest.fullTitle), \($0.words), version \($0.manifest.version)")
        }
        return """
            <header>
            <p class="kicker">Forecasts and what has happened since</p>
            <h1>\(HTMLText.escape(title(report)))</h1>
            <p class="changes">\(forecasts.joined(separator: "<br>"))</p>
            <p>Against \(HTMLText.escape(report.against))</p>
            </header>

            """
    }

    /// A chart for each measure and forecast: what came, over the ranges; nil if there is nothing to draw.
    static func charts(_ report: ScoreReport) -> Section? {
        let body = report.scopes.map { scope -> String in
            let figures = report.measures.flatMap { measure in
                report.forecasts.indices.compactMap { figure(measure, scope, $0, report) }
            }
            guard !figures.isEmpty else { return "" }
            return Section.scope(scope, Section.grid(figures))
        }.joined()
        guard !body.isEmpty else { return nil }
        return Section(
            key: "outcomes", title: "What came, over the ranges",
            lead: "Ranges without a dot have not passed, or nothing is known of them. \(OutcomeFigure.keys)", body: body
        )
    }

    /// The months of a measure of one forecast, or the weeks where no month has passed.
    private static func figure(
        _ measure: KeptForecast.KeptMeasure, _ scope: Scope, _ forecast: Int, _ report: ScoreReport
    ) -> Figure? {
        let scored = report.scored.filter {
            $0.forecast == forecast && $0.row.measure == measure.name && $0.row.team == scope.team
        }
        guard !scored.isEmpty else { return nil }
        let span = scored.contains { $0.row.span == .month } ? ForecastSpan.month : .week
        let made = report.forecasts[forecast]
        let line = report.lines.first {
            $0.measure.name == measure.name && $0.team == scope.team && $0.span == span
                && ($0.forecast == forecast || report.forecasts.count == 1)
        }
        let of = report.forecasts.count > 1 ? ", forecast \(made.words)" : ""
        return OutcomeFigure(forecast: made, scope: scope, span: span, came: scored).figure(
            measure, title: measure.title + of + (line.map { ": " + ScoreWords.held($0) } ?? ""))
    }

    static func table(_ report: ScoreReport) -> Section? {
        let lines = report.lines
        let body = report.scopes.map { scope -> String in
            let bodies = ForecastSpan.allCases.map { span -> String in
                let own = lines.filter { $0.team == scope.team && $0.span == span }
                guard !own.isEmpty else { return "" }
                let rows = own.map { line -> String in
                    let cells = ScoreTable.cells(line, report).map(HTMLText.escape)
                    return "<tr><th scope=\"row\">\(cells[0])</th>"
                        + cells.dropFirst().map { "<td>\($0)</td>" }.joined() + "</tr>\n"
                }
                return "<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"6\">"
                    + "\(TextTools.capitalised(span.plural))</th></tr>\n\(rows.joined())</tbody>\n"
            }.joined()
            let heads = ["Measure", "Within", "Claimed", "Too high by", "Half within", "Interval score"]
            let caption = HTMLText.escape("How forecasts have held, \(scope.title)")
            return """
                <div class="scope" data-scope="\(scope.key)">
                <h3>\(HTMLText.escape(scope.title))</h3>
                <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">\
                <table class="plain measures"><caption class="unseen">\(caption)</caption>
                <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
                \(bodies)</table></div>
                </div>

                """
        }.joined()
        return Section(
            key: "measures", title: "By measure", lead: HTMLText.escape(ScoreTable.key.joined(separator: " ")),
            body: body)
    }

    private static func manifest(_ report: ScoreReport) -> Section {
        var lines = report.forecasts.map { forecast in
            "<tr><th scope=\"row\">Forecast made</th><td class=\"text\">\(forecast.made.description), of "
                + "\(HTMLText.escape(forecast.manifest.scenario)), SHA-256 \(forecast.manifest.scenarioSHA256)</td>\n"
        }
        lines.append("<tr><th scope=\"row\">Version</th><td class=\"text\">\(HTMLText.escape(report.version))</td>\n")
        if !report.command.isEmpty {
            lines.append(
                "<tr><th scope=\"row\">To make it again</th><td class=\"text\"><code>\(HTMLText.escape(report.command))"
                    + "</code></td></tr>\n")
        }
        return .manifest(lines)
    }
}
