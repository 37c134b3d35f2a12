import CareModel

/// Which promises: a grid of those that the service is held to, with its own aims apart, by team.
extension ReportHTML {
    static func promises(_ index: ForecastIndex) -> Section? {
        let columns = PromiseColumn.all(index)
        guard !columns.isEmpty else { return nil }
        let runs = index.forecast.manifest.replications
        let more = index.otherScopes
        let rest =
            more.isEmpty
            ? ""
            : "<details class=\"others\"><summary>The other \(TextTools.count(more.count, "team", "teams"))</summary>\n"
                + grid(columns, more, index, caption: "Promises of the other teams")
                .replacing(/<\/?data[^>]*>/, with: "") + "</details>\n"
        let key =
            runs < 2
            ? "<p class=\"small\">One run shows no verdicts.</p>\n"
            : """
            <p class="small key-line"><b aria-hidden="true">✓</b> meets and <b aria-hidden="true">✗</b> misses: the \
            runs show a chance of at least 9 in 10, or all agree. <b aria-hidden="true">≈</b> could go either way. \
            Beside each number: the range of \(ChanceText.range(runs: runs)).</p>

            """
        return Section(
            key: "promises", title: "Which promises will break?",
            body: grid(columns, index.shownScopes, index, caption: "Promises, by team") + key + rest)
    }

    private static func grid(
        _ columns: [PromiseColumn], _ scopes: [Scope], _ index: ForecastIndex, caption: String
    ) -> String {
        let held = columns.count(where: \.isHeld)
        let groups = [
            (held, "Held to", ""), (columns.count - held, "Own aims: nobody is held to these", " class=\"own\""),
        ]
        .filter { $0.0 > 0 }
        .map { "<th scope=\"colgroup\" colspan=\"\($0.0)\"\($0.2)>\($0.1)</th>" }
        let heads = columns.map { column in
            "<th scope=\"col\"\(column.isHeld ? "" : " class=\"own\"")>\(HTMLText.escape(column.heading))"
                + "<small>\(HTMLText.escape(column.promise.words))</small></th>"
        }
        let isAlone = index.scopes.count == 1
        let rows = scopes.map { scope in
            "<tr><th scope=\"row\" dir=\"auto\">"
                + "\(name(isAlone ? "The service" : scope.title, index))\(count(scope, index))</th>"
                + columns.map { cell($0, scope, index) }.joined() + "</tr>\n"
        }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(HTMLText.escape(caption))">\
            <table class="grid"><caption class="unseen">\(HTMLText.escape(caption))</caption>
            <thead><tr class="sides"><td></td>\(groups.joined())</tr>
            <tr><th scope="col">Team</th>\(heads.joined())</tr></thead>
            <tbody>
            \(rows.joined())</tbody></table></div>

            """
    }

    /// A team's name; of very many teams names are long, and two lines of one are enough to know it by.
    private static func name(_ title: String, _ index: ForecastIndex) -> String {
        let text = HTMLText.escape(title)
        return index.otherScopes.isEmpty ? text : "<span class=\"two-lines\" title=\"\(text)\">\(text)</span>"
    }

    /// What a telephone shows of a team in place of the promises that it meets.
    private static func count(_ scope: Scope, _ index: ForecastIndex) -> String {
        let count = PromiseCount(scope, index)
        guard scope.team != nil, index.scopes.count > 1, count.met > 0 else { return "" }
        return "<small class=\"narrow\">meets \(count.met) of \(count.all)</small>"
    }

    private static func cell(_ column: PromiseColumn, _ scope: Scope, _ index: ForecastIndex) -> String {
        let label =
            "<span class=\"label\">\(HTMLText.escape(column.heading)) "
            + "<small>\(HTMLText.escape(column.promise.words))</small></span>"
        guard let cell = column.cell(scope, index) else {
            return "<td\(column.isHeld ? "" : " class=\"own\"")>\(label)<span>nobody to measure</span></td>"
        }
        let words = cell.side.map { side in
            "<span class=\"verdict \(side.style)\"><b aria-hidden=\"true\">\(side.sign)</b> "
                + "\(HTMLText.escape(cell.words))</span>"
        }
        let range = cell.row.briefRange.map { "<small>\($0.html)</small>" } ?? ""
        let style = column.isHeld ? cell.side == .met ? " class=\"met\"" : "" : " class=\"own\""
        return "<td\(style)>\(label)<span class=\"value\">"
            + "\(cell.row.shown(.mean).html)%\(range)</span>\(words ?? "")</td>"
    }

    /// A verdict as a sign, a word and a colour.
    static func verdict(_ verdict: Verdict?) -> String {
        guard let verdict else { return NumberText.unknown }
        return
            "<span class=\"verdict \(verdict.style)\"><b aria-hidden=\"true\">\(verdict.sign)</b> "
            + "\(verdict.words)</span>"
    }
}
