import CareModel

/// Why: the causes as one bar, the bottleneck, and what the queues are made of.
extension ReportHTML {
    static func why(_ index: ForecastIndex) -> Section? {
        let bodies = index.shownScopes.compactMap { scope -> String? in
            let parts = [causes(scope, index), queues(scope, index)].filter { !$0.isEmpty }
            return parts.isEmpty
                ? nil : Section.scope(scope, "<div class=\"pair\">\n\(parts.joined())</div>\n")
        }
        guard !bodies.isEmpty else { return nil }
        return Section(key: "why", title: "Why?", body: bodies.joined())
    }

    private static func causes(_ scope: Scope, _ index: ForecastIndex) -> String {
        let rows = CauseTotals(scope: scope, index: index).rows.sorted { $0.people > $1.people }
        let all = rows.reduce(0) { $0 + $1.people }
        guard all >= 0.5, let main = rows.first else { return "" }
        let days = index.forecast.standards.firstAppointmentDays
        let parts = rows.enumerated().map { place, row in
            let percent = NumberText.percent(row.people / all)
            return
                "<span class=\"c\(min(place, 3))\" "
                + "style=\"flex-grow:\(NumberText.fixed(row.people / all, decimals: 4))\">"
                + "\(row.people / all < 0.07 ? "" : percent + "%")</span>"
        }
        let lines = rows.enumerated().map { place, row in
            "<tr><th scope=\"row\"><i class=\"c\(min(place, 3))\"></i> "
                + "\(HTMLText.escape(TextTools.capitalised(row.words)))</th>"
                + "<td>\(row.told.html)</td><td>\(NumberText.percent(row.people / all))%</td></tr>\n"
        }
        return """
            <div class="causes"><h4>\(HTMLText.escape(TextTools.capitalised(main.words))): \
            \(ChanceText.part(main.people / all))</h4>
            <div class="bar" aria-hidden="true">\(parts.joined())</div>
            <table class="plain"><caption>Why people pass \(days) days, over the whole period</caption>
            <thead><tr><th scope="col">Cause</th><th scope="col">People</th><th scope="col">Share</th></tr></thead>
            <tbody>\(lines.joined())</tbody></table></div>

            """
    }

    private static func queues(_ scope: Scope, _ index: ForecastIndex) -> String {
        let queues = Bottleneck.all(scope, index)
        guard !queues.isEmpty else { return "" }
        let most = max(queues.map(\.weeksOfWork).max() ?? 1, 1)
        let lines = queues.map { queue in
            let start = index.listed(queue.queue, scope)?.html ?? "about " + queue.bandsAtStart.shown(.mean, .mean).html
            let weeks = NumberText.dense(queue.weeksOfWork)
            let width = NumberText.fixed(3 * queue.weeksOfWork / most, decimals: 2)
            return "<tr><th scope=\"row\">\(HTMLText.escape(TextTools.capitalised(queue.queue.words)))</th>"
                + "<td>\(start)</td><td>\(queue.bandsAtEnd.shown(.mean, .mean).html)</td>"
                + "<td class=\"work\"><span class=\"track\"><i style=\"width:\(width)rem\"></i></span>"
                + "<span class=\"amount\">\(weeks) weeks</span></td></tr>\n"
        }
        let sentences = BottleneckWords(scope: scope, index: index).sentences.map(\.capitalised)
        let made = MadeOf(scope: scope, index: index).sentence.map { " " + HTMLText.escape($0) } ?? ""
        return """
            <div class="queues"><h4>\(sentences.first?.html ?? "")</h4>
            <p>\(Array(sentences.dropFirst()).html)\(made)</p>
            <table class="plain"><caption>People who wait, and how long it takes to see them</caption>
            <thead><tr><th scope="col">Waiting for</th><th scope="col">First day</th>\
            <th scope="col">At the end</th><th scope="col">Work that waits</th></tr></thead>
            <tbody>\(lines.joined())</tbody></table></div>

            """
    }
}

/// What the tightest queue is made of on the first day.
private struct MadeOf {
    let scope: Scope
    let index: ForecastIndex

    /// `Of the 102 on the first day 80 wait for CBT and 22 for EMDR.` Nil where the list does not tell therapies apart.
    var sentence: String? {
        guard let queue = Bottleneck.tightest(scope, index)?.queue else { return nil }
        var people: [(therapy: String, count: Int)] = []
        for row in index.forecast.waitingAtStart where index.isListed(row, in: queue, scope) {
            guard let modality = row.modality else { continue }
            let name = modality.count <= 4 ? modality.uppercased() : modality.replacing("-", with: " ")
            if let place = people.firstIndex(where: { $0.therapy == name }) {
                people[place].count += row.people
            } else {
                people.append((name, row.people))
            }
        }
        let first = people.sorted { ($1.count, $0.therapy) < ($0.count, $1.therapy) }.prefix(3)
        guard first.count > 1 else { return nil }
        return "On the first day "
            + TextTools.list(
                first.enumerated().map { place, part in
                    "\(NumberText.grouped(part.count))\(place == 0 ? " of them wait" : "") for \(part.therapy)"
                }) + "."
    }
}
