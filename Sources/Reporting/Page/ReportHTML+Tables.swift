import CareModel

/// The sections that are made of tables.
extension ReportHTML {
    static func allMeasures(_ index: ForecastIndex) -> Section? {
        let scopes = index.scopes
        var body = ""
        for section in HeadlineSection.all(index.forecast.standards) {
            let rows = section.lines.compactMap { line -> String? in
                let found = scopes.map { index.summary(line.measure, $0.group) }
                guard let unit = found.compactMap({ $0?.unit }).first else { return nil }
                let cells = found.map { row in
                    guard let row else { return "<td>\(NumberText.unknown)</td>" }
                    return "<td>\(ValueText.number(row.mean, unit: row.unit))"
                        + " <small>\(ValueText.interval95(row))</small></td>"
                }
                let name =
                    HTMLText.escape(line.label)
                    + " <small>\(HTMLText.escape(unit == MeasureUnit.share.rawValue ? "%" : unit))</small>"
                return "<tr><th scope=\"row\">\(name)</th>\(cells.joined())</tr>\n"
            }
            guard !rows.isEmpty else { continue }
            let heading = "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(scopes.count + 1)\">"
            body += "<tbody>\(heading)\(HTMLText.escape(section.title))</th></tr>\n\(rows.joined())</tbody>\n"
        }
        guard !body.isEmpty else { return nil }
        let heads = scopes.map { "<th scope=\"col\">\(HTMLText.escape($0.title))</th>" }.joined()
        return Section(
            key: "measures", title: "All measures",
            lead: (["Mean over the whole period; in small type the 95% confidence interval of that mean."]
                + LongWaitWords.sentences(
                    index.forecast.measures.map { ($0.measure, $0.unit, $0.p95.isFinite ? $0.p95 : $0.mean) }))
                .joined(separator: " "),
            body: """
                <div class="scroll" role="region" tabindex="0" aria-label="All measures"><table class="plain measures">\
                <caption class="unseen">All measures</caption>
                <thead><tr><th scope="col">Measure</th>\(heads)</tr></thead>
                \(body)</table></div>

                """)
    }

    /// Who waits on the first day (KT-8).
    static func snapshot(_ index: ForecastIndex) -> Section? {
        let rows = index.forecast.waitingAtStart
        guard !rows.isEmpty else { return nil }
        let days = index.forecast.standards.breachDays
        var teams = index.forecast.teams
        for row in rows where !teams.contains(where: { $0.name == row.team }) {
            teams.append(TeamName(name: row.team, title: row.team))
        }
        let bodies = teams.compactMap { team -> String? in
            let own = rows.filter { $0.team == team.name }
            guard !own.isEmpty else { return nil }
            let total = own.reduce(0) { $0 + $1.people }
            return
                "<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(6 + days.count)\">"
                + "\(HTMLText.escape(team.title)): "
                + "\(TextTools.count(total, "person", "people"))</th></tr>\n\(own.map(line).joined())</tbody>\n"
        }
        let heads =
            (["Waiting for", "Step", "Therapy", "People", "Mean days", "Longest"] + days.map { "Over \($0)" })
            .enumerated().map { "<th scope=\"col\"\($0 < 3 ? " class=\"text\"" : "")>\($1)</th>" }.joined()
        return Section(
            key: "waiting-list", title: "Who waits on the first day",
            body: """
                <div class="scroll" role="region" tabindex="0" aria-label="Waiting list"><table class="plain snapshot">\
                <caption class="unseen">Waiting list on the \
                first day</caption><thead><tr>\(heads)</tr></thead>
                \(bodies.joined())</table></div>

                """)
    }

    private static func line(_ row: WaitingRow) -> String {
        let queue = row.queue == "step-up" ? "Step-up" : row.queue.replacing("-", with: " ")
        let step = ["low": "Low intensity", "high": "High intensity"][row.step] ?? row.step
        let words = [queue, step].map(TextTools.capitalised)
        let therapy = row.modality.map { $0.count <= 4 ? $0.uppercased() : TextTools.capitalised($0) } ?? ""
        let numbers =
            [NumberText.grouped(row.people), NumberText.fixed(row.meanDays, decimals: 1)]
            + ([row.longestDays] + row.over).map(NumberText.grouped)
        return
            "<tr><th scope=\"row\">\(HTMLText.escape(words[0]))</th>"
            + "<td class=\"text\">\(HTMLText.escape(words[1]))</td>"
            + "<td class=\"text\">\(HTMLText.escape(therapy))</td>" + numbers.map { "<td>\($0)</td>" }.joined()
            + "</tr>\n"
    }

    static func assumptions(_ index: ForecastIndex) -> Section? {
        let rows = index.forecast.assumptions
        guard !rows.isEmpty else { return nil }
        let chosen = rows.filter { !$0.isDefault }
        let defaults = rows.filter(\.isDefault)
        let sources = ["policy", "published", "measured", "assumed"].filter { source in
            rows.contains { $0.source == source }
        }
        let options = sources.map { "<option value=\"\($0)\">\(TextTools.capitalised($0))</option>" }.joined()
        var body = """
            <p class="filter"><label for="source">Show the source</label> <select id="source"><option \
            value="">All</option>\
            \(options)</select></p>

            """
        if !chosen.isEmpty {
            body +=
                "<div class=\"chosen\">\n" + table(chosen, caption: "Set by this scenario: \(chosen.count)")
                + "</div>\n"
        }
        if !defaults.isEmpty {
            body += "<details class=\"defaults\"><summary>Left at the default: \(defaults.count)</summary>\n"
            body += table(defaults, caption: "Left at the default") + "</details>\n"
            body +=
                "<p class=\"paper\">Left at the default: \(defaults.count) more. They are in assumptions.csv with the "
                + "meaning of each number.</p>\n"
        }
        return Section(
            key: "assumptions", title: "Assumptions and their sources",
            lead: """
                Every number in force. <em>Policy</em>: a rule of the service. <em>Published</em>: national \
                statistics. \
                <em>Measured</em>: from this service’s records. <em>Assumed</em>: nobody has measured it; question \
                these first.
                """, body: body)
    }

    private static func table(_ rows: [AssumptionRow], caption: String) -> String {
        let lines = rows.map { row in
            let note = [row.rules, row.note].filter { !$0.isEmpty }.joined(separator: "; ")
            // A long key may break after its points.
            let key = HTMLText.escape(row.key).replacing(".", with: ".<wbr>")
            return "<tr data-source=\"\(HTMLText.escape(row.source))\"><th scope=\"row\"><code>\(key)</code></th>"
                + "<td class=\"value\">\(HTMLText.escape(row.value)) <small>\(HTMLText.escape(row.unit))</small></td>"
                + "<td class=\"text\"><span class=\"source\">\(HTMLText.escape(row.source))</span></td>"
                + "<td class=\"text\">\(HTMLText.escape(row.meaning))"
                + (note.isEmpty ? "" : "<small>\(HTMLText.escape(note))</small>") + "</td></tr>\n"
        }
        return """
            <table class="plain assumptions"><caption>\(caption)</caption>
            <colgroup><col class="key"><col class="value"><col class="source"><col></colgroup>
            <thead><tr><th scope="col">Key</th><th scope="col">Value</th><th scope="col">Source</th>\
            <th scope="col">Meaning</th></tr></thead>
            <tbody>
            \(lines.joined())</tbody></table>

            """
    }
}
