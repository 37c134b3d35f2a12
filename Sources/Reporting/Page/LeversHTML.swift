import CareModel

/// The part of a report that says what would help.
enum LeversHTML {
    /// What would help: the changes that were tried, a table and a chart of the days that each gains; nil where nothing
    /// is said of it.
    static func section(_ index: ForecastIndex) -> Section? {
        let help = index.forecast.help
        let words = LeverWords(help: help)
        guard !words.heading.isEmpty, let scope = index.scopes.first else { return nil }
        let others = help.triedToo.map { "<li>\(HTMLText.escape($0))</li>" }.joined()
        let how =
            "<p>\(HTMLText.escape(words.foundation))</p>\n"
            + (others.isEmpty ? "" : "<p>Tried too, and they move less:</p>\n<ul>\(others)</ul>\n")
        let shown = Array(help.levers.prefix(shownLevers))
        let rest = Array(help.levers.dropFirst(shownLevers))
        let lead = help.levers.first?.helps == true ? "" : " " + HTMLText.escape(words.lead)
        return Section(
            key: "levers", title: "What would help?",
            lead: "<strong>\(HTMLText.escape(words.heading)).</strong>\(lead)",
            body: help.levers.isEmpty
                ? ""
                : table(shown) + "<details class=\"others\"><summary>How each was tried, how sure it is, and what else "
                    + "helps</summary>\n" + how + (rest.isEmpty ? "" : table(rest)) + Section.grid([chart(help, scope)])
                    + "</details>\n")
    }

    /// So many changes stand among the answers.
    private static let shownLevers = 3

    /// Days gained around zero, with their ranges.
    private static func chart(_ help: WhatWouldHelp, _ scope: Scope) -> Figure {
        let moved = help.levers.compactMap { lever in lever.daysMoved.map { (lever, $0) } }
        return Figure(
            scope: scope, kind: .difference, title: "Days gained by each change",
            note: "To the right is sooner. A line that crosses zero cannot be told from no change.",
            unit: "days sooner",
            rowHead: "Change",
            columns: [
                Figure.Column(key: "mean", head: "Days sooner"), Figure.Column(key: "low", head: "from"),
                Figure.Column(key: "high", head: "to"),
            ],
            rows: moved.map { lever, gain in
                (
                    "\(lever.title), \(gain.words)\(LeverWords.seenOnly(lever))",
                    [gain.mean, gain.low, gain.high].map { days($0) }
                )
            })
    }

    private static func days(_ number: Double) -> String {
        ValueText.number(number, unit: MeasureUnit.days.rawValue)
    }

    private static func table(_ levers: [TriedLever]) -> String {
        let heads = ["Change", "Days sooner", "People a year", "Pounds a year", "What is worse"]
        let rows = levers.map { lever -> String in
            let (first, rest) = (lever.worse.prefix(LeverWords.mostWorse), lever.worse.dropFirst(LeverWords.mostWorse))
            let worse =
                first.isEmpty
                ? "nothing clearly" : first.joined(separator: "; ") + (rest.isEmpty ? "" : "; and \(rest.count) more")
            let cells = [
                cell(lever.daysGained ?? lever.daysOfSeenOnly, "days ", LeverWords.seenOnly(lever)),
                cell(lever.peopleSaved, "fewer "),
                HTMLText.escape(LeverWords.pounds(lever)),
                HTMLText.escape(TextTools.capitalised(worse)),
            ]
            return "<tr><th scope=\"row\">\(HTMLText.escape(lever.title)) <small>\(HTMLText.escape(lever.meaning))"
                + "</small></th>"
                + zip(heads.dropFirst(), cells).map { head, cell in
                    "<td class=\"text\"><span class=\"label\">\(head)</span><span>\(cell)</span></td>"
                }.joined() + "</tr>\n"
        }
        return """
            <div class="scroll" role="group" tabindex="0" aria-label="What would help">\
            <table class="plain levers"><caption class="unseen">What would help: each change beside the service \
            as it is</caption>
            <thead><tr>\(heads.map { "<th scope=\"col\" class=\"text\">\($0)</th>" }.joined())</tr></thead>
            <tbody>\(rows.joined())</tbody></table></div>

            """
    }

    private static func cell(_ gain: TriedLever.Gain?, _ unit: String, _ note: String = "") -> String {
        guard let gain else { return LeverWords.unclear }
        return HTMLText.escape(LeverWords.text(gain)) + " <small>\(HTMLText.escape(unit + gain.words + note))</small>"
    }
}
