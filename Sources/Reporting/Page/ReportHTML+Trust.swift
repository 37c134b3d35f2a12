import CareModel

/// How far to trust it: levels that may be promised, what such ranges have held, what is assumed, what is left out.
extension ReportHTML {
    static func trust(_ index: ForecastIndex) -> Section {
        let forecast = index.forecast
        let words = TrustWords(forecast: forecast)
        let promised = promisedInShort(index)
        let warned = forecast.manifest.warnings
        let warnings =
            warned.isEmpty
            ? ""
            : "<li><a href=\"#warnings\">\(TextTools.count(warned.count, "warning", "warnings"))</a> to read before "
                + "you rely on this: numbers that nobody gave carry the result.</li>\n"
        let missing = forecast.notModelled.prefix(2).map { "<li>\(HTMLText.escape($0))</li>\n" }.joined()
        let others = forecast.notModelled.count - 2
        let more = others > 0 ? " (and <a href=\"#reading\">\(others) more</a>)" : ""
        let start = TextTools.sentence(forecast.manifest.start)
        let rest =
            (words.assumed + words.runs).map { "<li>\($0.html)</li>\n" }.joined()
            + (start.isEmpty ? "" : "<li>\(HTMLText.escape(start))</li>\n")
        return Section(
            key: "trust", title: "How far can you trust it?",
            body: """
                <div class="three">
                <div>\(held(index))
                <h3>What is not in it\(more)</h3>
                <ul class="prose">
                \(missing)</ul></div>
                <div>\(promised)</div>
                <div><h3>What it rests on</h3>
                <ul class="prose">
                \(warnings)\(rest)</ul></div>
                </div>

                """)
    }

    /// What such ranges have held.
    private static func held(_ index: ForecastIndex) -> String {
        let held = TrustWords(forecast: index.forecast).held
        guard let first = held.first else {
            return "<h3>Nothing may be promised</h3>\n<p>No whole month is forecast, or nothing is known of how such "
                + "forecasts have held. The ranges show what luck alone does.</p>\n"
        }
        return "<h3>\(first.html)</h3>\n<p>\(Array(held.dropFirst().prefix(1)).html)</p>\n"
    }

    /// The first quarter and the year of what may be promised.
    private static func promisedInShort(_ index: ForecastIndex) -> String {
        let figures = index.forecast.trusted
        guard !figures.rows.isEmpty else { return "" }
        let names = MeasureNames([index.forecast.standards])
        let spans: [ForecastSpan] = [.quarter, .year]
        let known = spans.compactMap { span in figures.rows.first { $0.kept.span == span }?.kept }
        let heads = known.isEmpty ? figures.rows.prefix(1).map(\.kept) : known
        let lines = figures.measures.filter { names[$0]?.isPromisedInShort == true }.map { name -> String in
            let unit = names[name]?.unit.rawValue ?? ""
            let cells = heads.map { head -> String in
                let row = figures.rows(name, head.span).first { $0.kept.first == head.first }
                return "<td>\(row.map { short($0.kept, unit) } ?? "")</td>"
            }
            let label = HTMLText.escape(names[name]?.title(index.forecast.standards) ?? name)
            return
                "<tr><th scope=\"row\">\(label) <small>\(HTMLText.escape(ValueText.heading(unit)))</small></th>"
                + "\(cells.joined())</tr>\n"
        }
        let columns = heads.map { "<th scope=\"col\">\(HTMLText.escape($0.span.words($0.first, $0.last)))</th>" }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="What may be promised, in short">\
            <table class="plain"><caption>What may be promised: level, and 9 in 10</caption>
            <thead><tr><th scope="col">Figure</th>\(columns.joined())</tr></thead>
            <tbody>\(lines.joined())</tbody></table></div>

            """
    }

    /// A level over its range.
    private static func short(_ row: KeptRow, _ unit: String) -> String {
        let told = TrustedTable.parts(row, unit)
        return "\(told.level.html)<small>\(told.low.html)–\(told.high.html)</small>"
    }
}

extension Measure {
    /// Whether the answers show what may be promised of it: who comes, who is treated, who finishes, how long it takes.
    fileprivate var isPromisedInShort: Bool {
        let shown: [Measure] = [.referrals, .enteredTreatment, .finishedCourses, .firstTreatmentWait]
        return shown.contains { $0.label == label }
    }
}
