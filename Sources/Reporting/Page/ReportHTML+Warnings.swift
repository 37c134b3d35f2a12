/// What the reader must know before the numbers.
extension ReportHTML {
    /// Numbers that nobody gave and that carry the result, and what has no effect; nil if there is nothing.
    static func warnings(_ index: ForecastIndex) -> Section? {
        warnings([("", index.forecast.manifest.warnings)])
    }

    /// The warnings of one scenario or of several, each once; nil if there is nothing.
    /// - Parameter known: what a scenario is called, empty if there is one only, and its warnings.
    static func warnings(_ known: [(name: String, warnings: [RunWarning])]) -> Section? {
        var all: [RunWarning] = []
        for warning in known.flatMap(\.warnings) where !all.contains(warning) { all.append(warning) }
        guard !all.isEmpty else { return nil }
        let items = all.map { warning in
            let having = known.filter { $0.warnings.contains(warning) }.map(\.name)
            let whose = having.count == known.count ? "" : "\(TextTools.list(having)): "
            let advice = warning.advice.isEmpty ? "" : "; to give: \(warning.advice)"
            return "<li>\(HTMLText.escape(whose))<code>\(HTMLText.escape(warning.key))</code> "
                + "\(HTMLText.escape(warning.words + advice)).</li>\n"
        }
        return Section(
            key: "warnings", title: "Before you rely on this",
            lead: "What the scenario was warned of. Numbers that nobody gave carry the result.",
            body: "<ul class=\"prose\">\n\(items.joined())</ul>\n")
    }
}
