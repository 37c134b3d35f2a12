import CareModel

/// The first screen: the summary, and the promises at a glance.
extension ReportHTML {
    static func summary(_ index: ForecastIndex) -> Section {
        let paragraphs = PlainWords.paragraphs(index.forecast).map { paragraph in
            "<p><strong>\(HTMLText.escape(paragraph.title))<span class=\"unseen\">:</span></strong> "
                + "<span><b>\(HTMLText.escape(paragraph.sentences.first ?? ""))</b> "
                + "\(HTMLText.escape(paragraph.sentences.dropFirst().joined(separator: " ")))</span></p>\n"
        }
        let foundation =
            "<p class=\"foundation\"><strong>What it rests on<span class=\"unseen\">:</span></strong> "
            + "<span>\(HTMLText.escape(PlainWords.foundation(index.forecast)))</span></p>\n"
        return Section(
            key: "summary", title: "In plain words",
            body: "<div class=\"words\" id=\"words\">\n\(paragraphs.joined())\(foundation)</div>\n"
                + "<button type=\"button\" id=\"copy\">Copy these words</button>\n")
    }

    /// The promises that a panel shows, with their words.
    private static let promises = [
        ("first-appointment-within-28-days", "First appointment within 28 days"),
        ("first-treatment-within-42-days", "Treatment started within 42 days"),
        ("first-treatment-within-126-days", "Treatment started within 126 days"),
        ("second-treatment-within-28-days", "Second treatment within 28 days"),
        ("second-treatment-over-90-days", "Second treatment after 90 days"),
    ]

    static func glance(_ index: ForecastIndex) -> Section? {
        let cards = index.scopes.compactMap { scope -> String? in
            let rows = promises.compactMap { promise($0, $1, scope, index) }
            guard !rows.isEmpty else { return nil }
            return """
                <table class="card"><caption>\(HTMLText.escape(scope.title))</caption>
                <thead><tr><th scope="col">Promise</th><th scope="col">Forecast</th><th \
                scope="col">Verdict</th></tr></thead>
                <tbody>
                \(rows.joined())</tbody></table>

                """
        }
        guard !cards.isEmpty else { return nil }
        return Section(
            key: "glance", title: "The promises at a glance",
            lead: """
                Over the whole period; in small type the range in which 9 in 10 runs lie. <em>Meets</em> and \
                <em>misses</em> \
                are said only when at least 19 in 20 runs agree; otherwise it could go <em>either way</em>. The 42- \
                and 126-day standards are national and count people \
                who finish a course.
                """, body: "<div class=\"cards\">\n\(cards.joined())</div>\n")
    }

    private static func promise(
        _ measure: String, _ words: String, _ scope: Scope, _ index: ForecastIndex
    ) -> String? {
        guard let row = index.summary(measure, scope.group),
            let promise = Promise.of(measure, standards: index.forecast.standards)
        else { return nil }
        return """
            <tr><th scope="row">\(words)<small>\(HTMLText.escape(promise.words))</small></th>\
            <td>\(ValueText.number(row.mean, unit: row.unit))%\
            <small>\(ValueText.range(row.p05, row.p95, unit: row.unit))%</small></td>\
            <td>\(verdict(promise.verdict(row)))</td></tr>

            """
    }

    /// A verdict as a sign, a word and a colour.
    static func verdict(_ verdict: Verdict?) -> String {
        guard let verdict else { return NumberText.unknown }
        return
            "<span class=\"verdict \(verdict.style)\"><b aria-hidden=\"true\">\(verdict.sign)</b> "
            + "\(verdict.rawValue)</span>"
    }

    static func staff(_ index: ForecastIndex) -> Section? {
        Section.figures(
            key: "staff", title: "Caseloads, hours and slots",
            lead: "By role, for each whole-time equivalent (WTE). The dashed line is the cap or the target.",
            index: index
        ) { maker in
            let roles = index.roles(team: maker.scope.team)
            return (staffTable(roles, maker), maker.staff)
        }
    }

    private static func staffTable(_ roles: [String], _ maker: FigureMaker) -> String {
        let rows = roles.compactMap { role -> String? in
            let group = MeasureGroup(team: maker.scope.team, role: role)
            let cells = StaffMeasure.all.map { staff -> String in
                guard let row = staff.summary(group, maker.index) else { return "<td></td>" }
                let promise = staff.promise(group, maker.index)
                let value = ValueText.number(row.mean, unit: row.unit) + (row.unit == "share" ? "%" : "")
                let beside =
                    promise.map { " <small>\(HTMLText.escape($0.words))</small> \(verdict($0.verdict(row)))" } ?? ""
                return "<td>\(value)\(beside)</td>"
            }
            guard cells.contains(where: { $0 != "<td></td>" }) else { return nil }
            return "<tr><th scope=\"row\">\(HTMLText.escape(RoleWords.title(role)))</th>\(cells.joined())</tr>\n"
        }
        guard !rows.isEmpty else { return "" }
        let heads = StaffMeasure.all.map { "<th scope=\"col\">\(HTMLText.escape($0.label))</th>" }
        return """
            <table class="plain staff"><caption>Mean over the period</caption>
            <thead><tr><th scope="col">Role</th>\(heads.joined())</tr></thead>
            <tbody>\(rows.joined())</tbody></table>

            """
    }
}
