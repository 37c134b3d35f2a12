import CareModel

/// The sections that are made of tables.
extension ReportHTML {
    static func allMeasures(_ index: ForecastIndex) -> Section? {
        let scopes = index.shownScopes
        var body = ""
        for section in HeadlineSection.all(index.forecast.standards) {
            let rows = section.lines.compactMap { line -> String? in
                let found = scopes.map { index.summary(line.measure, $0.group) }
                guard let unit = found.compactMap({ $0?.unit }).first else { return nil }
                let cells = found.map { row in
                    guard let row else { return "<td>\(NumberText.unknown)</td>" }
                    return "<td>\(row.shown(.mean).html) <small>\(interval(row))</small></td>"
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
        let heads = scopes.map { "<th scope=\"col\" dir=\"auto\">\(HTMLText.escape($0.title))</th>" }.joined()
        let others = index.otherScopes.count
        let left =
            others == 0 ? [] : ["\(TextTools.count(others, "more team is", "more teams are")) in measures.csv."]
        return Section(
            key: "measures", title: "All measures",
            lead: (["Mean over the whole period; in small type how well that mean is known (95% interval)."] + left
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

    /// The 95% interval of a mean; a dash for a single run.
    private static func interval(_ row: MeasureSummary) -> String {
        guard let ends = row.ci95 else { return NumberText.unknown }
        return "\(row.shown(.low95, beside: ends.upperBound).html)–\(row.shown(.high95).html)"
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
        let others = Set(index.otherScopes.compactMap(\.team))
        teams.removeAll { others.contains($0.name) }
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
            lead: others.isEmpty ? "" : "All other teams are in waiting-list.csv.",
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
}
