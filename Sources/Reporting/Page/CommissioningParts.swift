import CareModel

/// What whoever buys a service looks at, as parts of a page: how much of local need is reached, the standards, what it
/// costs, how groups of people fare, and another service beside it. The figures are those of ``SharedFigures``.
public enum CommissioningParts {
    /// The parts.
    /// - Parameters:
    ///   - forecast: the figures that may be shared of the service.
    ///   - other: those of a service that is laid beside it; nil for none.
    ///   - plan: the parts of the plan that was chosen, of ``ReportParts/chosen(_:)``; empty without one.
    public static func html(_ forecast: Forecast, beside other: Forecast? = nil, plan: String = "") -> String {
        let index = ForecastIndex(forecast)
        let beside = other.map { sideBySide(index, ForecastIndex($0)) }
        let front = [standing(index), beside, standards(index), costs(index), groups(index)].compactMap { $0 }
        let behind = [ReportHTML.warnings(index), ReportHTML.manifest(index)].compactMap { $0 }
        return ReportParts.html(front: front, behind: []) + plan + ReportParts.html(front: [], behind: behind)
    }

    // MARK: At a glance

    private static func standing(_ index: ForecastIndex) -> Section {
        let words = PromiseCount(service(index), index).sentence("the service")
        return Section(
            key: "standing", title: "How does the service stand?",
            lead: words.isEmpty ? "" : "<strong>\(HTMLText.escape(words))</strong>",
            body: "<div class=\"tiles\">\n\(reached(index))\(inTime(index))\(cost(index))</div>\n")
    }

    private static func service(_ index: ForecastIndex) -> Scope {
        index.scopes.first ?? Scope(team: nil, title: "Whole service")
    }

    private static func reached(_ index: ForecastIndex) -> String {
        let title = "Local need that is reached"
        guard let column = PromiseColumn.all(index).first(where: { $0.measure.isAccess }),
            let cell = column.cell(service(index), index)
        else {
            return tile(
                title, "",
                ["Nobody has said how many people live there, so nobody can tell how much of their need is reached."])
        }
        let verdict = cell.side.map { side in
            "<span class=\"verdict \(side.style)\"><b aria-hidden=\"true\">\(side.sign)</b> "
                + "\(HTMLText.escape(cell.words))</span>"
        }
        return tile(
            title, "\(cell.row.shown(.mean).html)% <span>of those in need, a year</span>",
            [range(cell.row, index, "%"), "Asked: \(HTMLText.escape(column.promise.words)) \(verdict ?? "")"])
    }

    private static func inTime(_ index: ForecastIndex) -> String {
        let days = index.forecast.standards.firstAppointmentDays
        let title = "First appointment within \(days) days"
        guard let measure = Measure.of(.firstAppointment), let row = index.summary(measure, service(index).group) else {
            return tile(title, "", ["Fewer than 5 people have one in this forecast."])
        }
        var lines = [range(row, index, "%")]
        if let due = SeenOnly(group: service(index).group, index: index).ofAllDue(.firstAppointment) {
            lines.append("Of all whose day has come, seen or not: \(due.shown(.mean).html)%")
        }
        return tile(title, "\(row.shown(.mean).html)% <span>of those seen</span>", lines)
    }

    private static func cost(_ index: ForecastIndex) -> String {
        let group = service(index).group
        guard let treated = index.summary(.costOfTreated, group) else {
            return tile("Staff cost for each person treated", "", ["Fewer than 5 people are treated in this forecast."])
        }
        let recovery = index.summary(.costOfRecovery, group).map {
            "For each recovery: \($0.shown(.mean).html)"
        }
        return tile(
            "Staff cost for each person treated", treated.shown(.mean).html,
            [range(treated, index, ""), recovery ?? "Fewer than 5 people recover in this forecast."])
    }

    private static func tile(_ title: String, _ big: String, _ lines: [String]) -> String {
        "<div class=\"tile\"><h3>\(HTMLText.escape(title))</h3>"
            + (big.isEmpty ? "" : "<p class=\"big\">\(big)</p>")
            + lines.map { "<p>\($0)</p>" }.joined() + "</div>\n"
    }

    private static func range(_ row: MeasureSummary, _ index: ForecastIndex, _ unit: String) -> String {
        let runs = ChanceText.range(runs: index.forecast.manifest.replications)
        return row.range.map { "\(runs): \($0.html)\(unit)" } ?? "one run: no range"
    }

    // MARK: Standards and costs, by team

    private static func standards(_ index: ForecastIndex) -> Section? {
        var section = ReportHTML.promises(index)
        section?.title = "Which standards are kept?"
        return section
    }

    private static let costRows: [(head: String, measure: Measure)] = [
        ("Staff, whole period", .staffCost), ("A person treated", .costOfTreated),
        ("A finished course", .costOfFinished), ("A recovery", .costOfRecovery),
    ]

    private static func costs(_ index: ForecastIndex) -> Section? {
        let known = costRows.filter { row in index.scopes.contains { index.summary(row.measure, $0.group) != nil } }
        guard !known.isEmpty else { return nil }
        let rows = index.scopes.map { scope in
            "<tr><th scope=\"row\" dir=\"auto\">"
                + "\(HTMLText.escape(index.scopes.count == 1 ? "The service" : scope.title))</th>"
                + known.map { cell(index.summary($0.measure, scope.group), label: $0.head) }.joined()
                + "</tr>\n"
        }
        return Section(
            key: "costs", title: "What does it cost?",
            lead: "What employers pay for the filled posts; rooms, software and management are not in it.",
            body: PlainTable.html("Costs", ["Team"] + known.map(\.head), rows))
    }

    private static func cell(_ row: MeasureSummary?, label: String) -> String {
        guard let row else { return "<td data-label=\"\(HTMLText.escape(label))\">\(NumberText.unknown)</td>" }
        let sign = row.unit == "share" ? "%" : ""
        let range = row.briefRange.map { " <small>\($0.html)\(sign)</small>" } ?? ""
        return "<td data-label=\"\(HTMLText.escape(label))\">\(row.shown(.mean).html)\(sign)\(range)</td>"
    }

    // MARK: Two services

    private static func sideBySide(_ one: ForecastIndex, _ other: ForecastIndex) -> Section {
        let columns = PromiseColumn.all(one)
        let names = [one, other].map { $0.forecast.manifest.fullTitle }
        let lines =
            columns.map { ($0.heading, $0.isHeld ? $0.promise.words : "", $0.measure) }
            + costRows.dropFirst().map { ("Cost: \(TextTools.lowercasedWord($0.head))", "", $0.measure) }
        let rows = lines.map { title, words, measure in
            "<tr><th scope=\"row\">\(HTMLText.escape(title)) <small>\(HTMLText.escape(words))</small></th>"
                + zip([one, other], names).map { index, name in
                    cell(index.summary(measure, service(index).group), label: name)
                }.joined() + "</tr>\n"
        }
        return Section(
            key: "side-by-side", title: "Two services side by side",
            lead: "Each as it was fitted to what was published of it. They serve different people: a difference is no "
                + "verdict on either.",
            body: PlainTable.html("Two services", ["Measure"] + names, rows))
    }

    // MARK: Groups of people

    private static func groups(_ index: ForecastIndex) -> Section? {
        guard var section = ReportHTML.groups(index) else { return nil }
        section.title = "Who is reached, and how do they fare?"
        let told = Characteristic.allCases.filter { isTold($0, index) }
        let figures = first.compactMap { figure($0, index) }
        let rest = told.filter { !first.contains($0) }
        let unsaid = TextTools.list(first.filter { !told.contains($0) }.map(\.name))
        let why = "nothing can be told: nobody has said it, or of too few people."
        let note = unsaid.isEmpty ? "" : "<p>By \(unsaid) \(why)</p>\n"
        let more = ReportHTML.groupTable(index, of: rest, caption: "By other groups").map {
            "<details class=\"table\"><summary>By age, sex, health and language</summary>\n\($0)</details>\n"
        }
        section.body =
            note + Section.grid(figures)
            + (ReportHTML.groupTable(index, of: first.filter(told.contains), caption: "By group") ?? "") + (more ?? "")
        return section
    }

    /// Whether people differ in it, as far as anybody has said.
    private static func isTold(_ characteristic: Characteristic, _ index: ForecastIndex) -> Bool {
        index.forecast.measures.contains { row in
            guard let people = row.group.people, people.characteristic == characteristic.name else { return false }
            return people.value != characteristic.values[0]
        }
    }

    /// What stands on the page; what other characteristics tell is behind a link.
    private static let first = [Characteristic.ethnicity, .deprivation]

    /// How much of each group's need is reached; without need by group, how long each waits.
    private static func figure(_ characteristic: Characteristic, _ index: ForecastIndex) -> Figure? {
        let runs = ChanceText.range(runs: index.forecast.manifest.replications)
        for measure in Measure.rows where measure.isAccess || measure.name(Standards()) == waitName {
            let rows = characteristic.values.compactMap { value -> (head: String, cells: [String])? in
                let people = PeopleGroup(characteristic: characteristic.name, value: value)
                guard let row = index.summary(measure, MeasureGroup(people: people)) else { return nil }
                let cells = [MeasureSummary.Column.mean, .p05, .p95].map { row.shown($0, beside: row.p95).text }
                return (ReportHTML.groupWords(value), cells)
            }
            guard rows.count > 1 else { continue }
            let what = measure.isAccess ? "Need that is reached" : "Mean wait for a first appointment"
            return Figure(
                scope: service(index), kind: .stacked,
                title: "\(what), by \(TextTools.lowercasedWord(ReportHTML.groupWords(characteristic.name)))",
                unit: measure.isAccess ? "% of those in need, a year" : "days",
                rowHead: ReportHTML.groupWords(characteristic.name),
                columns: [
                    Figure.Column(key: "mean", head: "Mean"), Figure.Column(key: "", head: "\(runs), from"),
                    Figure.Column(key: "", head: "to"),
                ], rows: rows)
        }
        return nil
    }

    private static let waitName = Measure.firstAppointmentWait.name(Standards())
}

extension Measure {
    /// Whether it is how much of local need is reached (EQ-3).
    fileprivate var isAccess: Bool {
        switch count {
        case .access: true
        case .total, .stock, .ratio, .atStart, .atEnd, .centile, .centileWithWaiting, .cost, .perClinician, .role,
            .ends:
            false
        }
    }
}
