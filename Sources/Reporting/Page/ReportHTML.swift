import CareModel

/// A forecast as one page that opens anywhere: nothing is fetched, charts are drawn by a library that is inlined.
public enum ReportHTML {
    /// The page.
    ///
    /// Without script the page still shows every number: the charts are drawn from the tables.
    /// - Parameters:
    ///   - forecast: what is told.
    ///   - chartScript: source text of Chart.js 3.9 (`chart.min.js`).
    /// - Returns: a complete HTML document in UTF-8.
    public static func page(_ forecast: Forecast, chartScript: String) -> String {
        let index = ForecastIndex(forecast)
        return document(
            title: "\(forecast.manifest.fullTitle) – forecast", head: header(forecast) + selector(index.scopes),
            sections: sections(index), chartScript: chartScript)
    }

    /// A page with the look and the script of all reports.
    static func document(title: String, head: String, sections: [Section], chartScript: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>\(HTMLText.escape(title))</title>
        <style>
        \(ReportStyle.screen)
        \(ReportStyle.narrowAndPrint)
        </style>
        <script>document.documentElement.classList.add('scripted')</script>
        </head>
        <body>
        \(head)<main>
        \(contents(sections))\(sections.map(\.html).joined())</main>
        <script>\(HTMLText.script(chartScript))</script>
        <script>\(HTMLText.script(ReportScript.charts + ReportScript.differences + ReportScript.page))</script>
        </body>
        </html>

        """
    }

    private static func title(_ forecast: Forecast) -> String {
        forecast.manifest.title.isEmpty ? forecast.manifest.scenario : forecast.manifest.title
    }

    private static func header(_ forecast: Forecast) -> String {
        let manifest = forecast.manifest
        let last = manifest.starts + Int32(7 * max(0, manifest.weeks) - 1)
        return """
            <header>
            <p class="kicker">Forecast of waits and work</p>
            <h1>\(HTMLText.escape(title(forecast)))</h1>
            \(changes(manifest.changes))\
            <p>\(manifest.starts.longText) to \(last.longText) · \(TextTools.count(manifest.weeks, "week", "weeks")) · \
            \(TextTools.count(manifest.replications, "run", "runs"))</p>
            <p class="paper">On paper stand the charts of the team chosen on the screen. The numbers of each week \
            are in weekly.csv.</p>
            </header>

            """
    }

    /// What was changed for this run, below the title.
    static func changes(_ changes: [RunChange]) -> String {
        guard !changes.isEmpty else { return "" }
        let keys = changes.map { "<code>\(HTMLText.escape($0.text))</code>" }
        return "<p class=\"changes\">with \(keys.joined(separator: ", "))</p>\n"
    }

    /// Which team is shown; without script, and in print, all are.
    static func selector(_ scopes: [Scope]) -> String {
        guard scopes.count > 1 else { return "" }
        let options = scopes.map { ($0.key, $0.title) } + [("", "All, one below another")]
        let inputs = options.enumerated().map { position, option in
            "<label><input type=\"radio\" name=\"scope\" value=\"\(option.0)\"\(position == 0 ? " checked" : "")>"
                + "<span>\(HTMLText.escape(option.1))</span></label>"
        }
        return "<form class=\"scopes\"><fieldset><legend>Charts for</legend>\(inputs.joined())</fieldset></form>\n"
    }

    private static func contents(_ sections: [Section]) -> String {
        let links = sections.map { "<li><a href=\"#\($0.key)\">\(HTMLText.escape($0.title))</a>" }
        return "<nav aria-label=\"Contents\"><ul>\(links.joined())</ul></nav>\n"
    }

    private static func sections(_ index: ForecastIndex) -> [Section] {
        let found: [Section?] = [
            summary(index), warnings(index), glance(index), trusted(index), queues(index), breaches(index),
            waits(index),
            stepUps(index), staff(index),
            assessmentWeeks(index), keepingInTouch(index), attendance(index), flow(index), allMeasures(index),
            groups(index),
            snapshot(index), assumptions(index), reading(index), manifest(index), levers(index),
        ]
        return found.compactMap { $0 }
    }
}
