import CareModel

/// How to read the report, what it leaves out, and how to make it again.
extension ReportHTML {
    static func reading(_ index: ForecastIndex) -> Section {
        let replications = index.forecast.manifest.replications
        let missing = index.forecast.notModelled.map { "<li>\(HTMLText.escape($0))</li>\n" }.joined()
        return Section(
            key: "reading", title: "How to read this",
            body: """
                <ul class="prose">
                <li>The service is played through \(TextTools.count(replications, "time", "times")), each time with \
                other people, other absences and other luck.</li>
                <li>Each play is a <em>run</em>. A chance is the share of runs in which something happens.</li>
                <li>“9 in 10 runs” is the range that leaves out the lowest and the highest twentieth. Plan for the \
                range, not for the middle.</li>
                <li>“95% interval” says how well the mean is known with so many runs. More runs make it narrower; the \
                range stays.</li>
                <li>A breach is counted once, in the week in which a person passes the day.</li>
                <li>A wait is counted in calendar days when it ends. Those who still wait are in the waiting lists: \
                when a list grows, look at it first.</li>
                <li>Chances rest on the assumptions. Change one, run again, and compare.</li>
                </ul>
                \(missing.isEmpty ? "" : "<h3>What is not in it</h3>\n<ul class=\"prose\">\n\(missing)</ul>\n")
                """)
    }

    static func manifest(_ index: ForecastIndex) -> Section {
        let manifest = index.forecast.manifest
        let rows = [
            ("Scenario", HTMLText.escape(manifest.scenario)),
            (
                "Changed for this run",
                manifest.changes.isEmpty
                    ? "nothing"
                    : manifest.changes.map { "<code>\(HTMLText.escape($0.text))</code>" }.joined(separator: "<br>")
            ),
            ("SHA-256 of the scenario", "<code>\(HTMLText.escape(manifest.scenarioSHA256))</code>"),
            ("First day", manifest.starts.longText), ("Weeks", NumberText.grouped(manifest.weeks)),
            ("Starting point", HTMLText.escape(manifest.start)),
            ("Runs", NumberText.grouped(manifest.replications)), ("Seed", String(manifest.seed)),
            ("Version", HTMLText.escape(manifest.version)), ("Events", grouped(manifest.events)),
            ("To make it again", "<code>\(HTMLText.escape(manifest.command))</code>"),
        ].filter { $0.1 != "<code></code>" }
        let lines = rows.map { "<tr><th scope=\"row\">\($0.0)</th><td class=\"text\">\($0.1)</td></tr>\n" }
        return .manifest(lines)
    }

    private static func grouped(_ number: UInt64) -> String {
        Int(exactly: number).map(NumberText.grouped) ?? String(number)
    }
}
