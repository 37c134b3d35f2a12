import CareModel

/// A forecast as one page that opens anywhere: nothing is fetched, charts are drawn by a library that is inlined. It
/// answers in order: how long, which promises, when, why, what would help, how far to trust it; the rest is behind
/// links.
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
            title: "\(forecast.manifest.fullTitle) – forecast", head: header(index), front: front(index),
            selector: selector(index.shownScopes), behind: behind(index), chartScript: chartScript)
    }

    /// A page with the look and the script of all reports.
    /// - Parameters:
    ///   - head: what stands above all; HTML.
    ///   - front: the parts that everybody reads; those after the first two speak of the scope that is chosen.
    ///   - selector: the choice of scope; HTML.
    ///   - behind: the parts behind links.
    static func document(
        title: String, head: String, front: [Section], selector: String, behind: [Section], chartScript: String
    ) -> String {
        let (first, rest) = (front.prefix { !$0.body.contains("class=\"scope\"") }, front)
        return """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <title>\(HTMLText.escape(title))</title>
            <style>
            \(ReportStyle.screen)
            \(ReportStyle.answers)
            \(ReportStyle.narrow)
            \(ReportStyle.print)
            </style>
            <script>document.documentElement.classList.add('scripted')</script>
            </head>
            <body>
            \(head)<main>
            \(first.map(\.html).joined())\(selector)\(rest.dropFirst(first.count).map(\.html).joined())\
            \(contents(behind))\(behind.map { $0.behind.html }.joined())</main>
            <script>\(HTMLText.script(chartScript))</script>
            <script>\(HTMLText.script(ReportScript.all))</script>
            </body>
            </html>

            """
    }

    static func title(_ manifest: Manifest) -> String {
        manifest.title.isEmpty ? manifest.scenario : manifest.title
    }

    private static func header(_ index: ForecastIndex) -> String {
        let manifest = index.forecast.manifest
        let last = manifest.starts + Int32(7 * max(0, manifest.weeks) - 1)
        return """
            <header>
            <p class="kicker">Forecast of waits and work</p>
            <h1 dir="auto">\(HTMLText.escape(title(manifest)))</h1>
            \(changes(manifest.changes))\
            <p>\(manifest.starts.longText) to \(last.longText) · \(TextTools.count(manifest.weeks, "week", "weeks")) · \
            played through \(PlainWords.times(manifest.replications))</p>
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
        let options = scopes.map { ($0.key, $0.title) } + [("", "All")]
        let inputs = options.enumerated().map { position, option in
            "<label><input type=\"radio\" name=\"scope\" value=\"\(option.0)\"\(position == 0 ? " checked" : "")>"
                + "<span dir=\"auto\">\(HTMLText.escape(option.1))</span></label>"
        }
        return "<form class=\"scopes\"><fieldset><legend>Below is</legend>\(inputs.joined())</fieldset></form>\n"
    }

    /// Links to what is behind them, and what goes to paper.
    private static func contents(_ sections: [Section]) -> String {
        guard !sections.isEmpty else { return "" }
        let links = sections.map { "<li><a href=\"#\($0.key)\">\(HTMLText.escape($0.title))</a>" }
        return """
            <nav aria-label="All else"><h2>All else</h2><ul>\(links.joined())</ul>
            <p class="paper-choice"><button type="button" data-print="board">Print two pages for a board</button> \
            <button type="button" data-print="all">Print everything</button></p></nav>

            """
    }

    /// The five answers.
    private static func front(_ index: ForecastIndex) -> [Section] {
        [
            head(index), promises(index), when(index), why(index), LeversHTML.section(index), trust(index),
        ].compactMap { $0 }
    }

    /// Everything else.
    private static func behind(_ index: ForecastIndex) -> [Section] {
        [
            words(index), warnings(index), trusted(index), queues(index), breaches(index), waits(index),
            stepUps(index), staff(index), assessmentWeeks(index), keepingInTouch(index), attendance(index), flow(index),
            allMeasures(index), groups(index), snapshot(index), AssumptionsHTML.section(index), reading(index),
            glossary(), manifest(index),
        ].compactMap { $0 }
    }
}
