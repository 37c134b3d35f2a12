import CareModel

/// Every number in force with its source, those that matter most first.
enum AssumptionsHTML {
    /// So many stand on the page at most, those that matter most: a page of many teams can still be sent.
    private static let mostAssumptions = 700

    static func section(_ index: ForecastIndex) -> Section? {
        let moved = MovedBy(index.forecast.help)
        let rows = Weight.sorted(
            index.forecast.assumptions, warned: index.forecast.manifest.warnings.map(\.key), moved)
        guard !rows.isEmpty else { return nil }
        let chosen = Array(rows.filter { !$0.isDefault }.prefix(mostAssumptions))
        let defaults = Array(rows.filter(\.isDefault).prefix(mostAssumptions - chosen.count))
        let left = rows.count - chosen.count - defaults.count
        let sources = ["policy", "published", "measured", "assumed"].filter { source in
            rows.contains { $0.source == source }
        }
        let options = sources.map { "<option value=\"\($0)\">\(TextTools.capitalised($0))</option>" }.joined()
        var body = """
            <p class="filter"><label for="source">Show the source</label> <select id="source"><option \
            value="">All</option>\
            \(options)</select> <label for="find">with the words</label> <input id="find" type="search"></p>

            """
        if !chosen.isEmpty {
            body +=
                "<div class=\"chosen\">\n" + table(chosen, moved, caption: "Set by this scenario: \(chosen.count)")
                + "</div>\n"
        }
        if !defaults.isEmpty {
            body += "<details class=\"defaults\"><summary>Left at the default: \(defaults.count)</summary>\n"
            body += table(defaults, moved, caption: "Left at the default") + "</details>\n"
            body +=
                "<p class=\"paper\">Left at the default: \(defaults.count) more. They are in assumptions.csv with the "
                + "meaning of each number.</p>\n"
        }
        if left > 0 {
            body += "<p>\(NumberText.grouped(left)) more, which usually matter less, are in assumptions.csv.</p>\n"
        }
        return Section(
            key: "assumptions", title: "Assumptions and their sources",
            lead: """
                Every number in force. \(order(moved)) \
                <em>Policy</em>: a rule of the service. <em>Published</em>: national \
                statistics. \
                <em>Measured</em>: from this service’s records. <em>Assumed</em>: nobody has measured it; question \
                these first.
                """, body: body, place: .behind)
    }

    /// What the order is, and what it rests on.
    private static func order(_ moved: MovedBy) -> String {
        moved.isKnown
            ? "First what moved waits most where it was changed beside this forecast; of all else what usually does."
            : "No change of any was tried here: first stands what usually moves waits most, which is not measured."
    }

    private static func table(_ rows: [AssumptionRow], _ moved: MovedBy, caption: String) -> String {
        let lines = rows.map { row in
            let tried = moved.tried(row.key).map { "Tried: " + $0.words } ?? ""
            let note = [tried, row.rules, row.note].filter { !$0.isEmpty }.joined(separator: "; ")
            return "<tr data-source=\"\(HTMLText.escape(row.source))\"><th>\(HTMLText.escape(row.key))"
                + "<td>\(HTMLText.escape(row.value)) <small>\(HTMLText.escape(row.unit))</small>"
                + "<td>\(HTMLText.escape(row.source))<td>\(HTMLText.escape(row.meaning))"
                + (note.isEmpty ? "\n" : "<small>\(HTMLText.escape(note))</small>\n")
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

/// How much a number in force usually matters.
private enum Weight {
    /// What moves waits most, by words of the keys: who comes, who works and how much, how often they meet, who does
    /// not come. A later one matters less.
    private static let words = [
        "referrals", "staff", "sessions", "attendance", "hours", "slots", "caseload", "first-appointment", "step-up",
        "intensity", "groups", "contact", "leave", "sickness", "initial", "levers",
    ]

    /// The rows: what the scenario was warned of, then what moved most where it was changed, then by what usually
    /// matters, in each what is assumed before what is measured; of equals in their own order.
    static func sorted(_ rows: [AssumptionRow], warned: [String], _ moved: MovedBy) -> [AssumptionRow] {
        let weighed = rows.enumerated().map { place, row -> (weight: [Int], row: AssumptionRow) in
            let isWarned = warned.contains { row.key.hasPrefix($0) }
            let word = words.firstIndex { row.key.contains($0) } ?? words.count
            let source = ["assumed", "measured", "published", "policy"].firstIndex(of: row.source) ?? 0
            return ([isWarned ? 0 : 1, moved.tried(row.key)?.place ?? .max, word, source, place], row)
        }
        return weighed.sorted { $0.weight.lexicographicallyPrecedes($1.weight) }.map(\.row)
    }
}
