import CareModel

/// The first screen: the summary, and the promises at a glance.
extension ReportHTML {
    static func summary(_ index: ForecastIndex) -> Section {
        .plainWords(
            (PlainWords.paragraphs(index.forecast) + PlainWords.whatWouldHelp(index.forecast))
                .map { ($0.title, $0.sentences) },
            foundation: PlainWords.foundation(index.forecast))
    }

    static func glance(_ index: ForecastIndex) -> Section? {
        let cards = index.scopes.compactMap { scope -> String? in
            let rows = Measure.rows.compactMap { promise($0, scope, index) }
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
        let ranges = ChanceText.range(runs: index.forecast.manifest.replications)
        return Section(
            key: "glance", title: "The promises at a glance",
            lead: """
                Over the whole period; in small type the range in which \(ranges) lie. <em>Meets</em> and \
                <em>misses</em> are said only where the runs show a chance of at least 9 in 10; otherwise it says \
                in how many of the runs the promise is kept. The standards for treatment started are national and \
                count people who finish a course.
                """, body: "<div class=\"cards\">\n\(cards.joined())</div>\n")
    }

    private static func promise(
        _ measured: Measure, _ scope: Scope, _ index: ForecastIndex
    ) -> String? {
        let standards = index.forecast.standards
        guard let title = measured.atAGlance, let measure = measured.promise,
            let row = index.summary(measured, scope.group), let promise = Promise.of(measure, standards: standards)
        else { return nil }
        let words = measured.words(title, standards)
        let range = ValueText.range(row.p05, row.p95, unit: row.unit) + (row.p05.isFinite ? "%" : "")
        let seen = SeenOnly(group: scope.group, index: index)
        let judged =
            seen.contradicts(promise.verdict(row), measure, promise)
            ? "<span class=\"verdict either\"><b aria-hidden=\"true\">≈</b> \(SeenOnly.verdict)</span>"
            : verdict(promise.verdict(row))
        return """
            <tr><th scope="row">\(words)<small>\(HTMLText.escape(promise.words))</small></th>\
            <td>\(ValueText.number(row.mean, unit: row.unit))%\
            <small>\(range)</small></td>\
            <td>\(judged)</td></tr>

            """
    }

    /// A verdict as a sign, a word and a colour.
    static func verdict(_ verdict: Verdict?) -> String {
        guard let verdict else { return NumberText.unknown }
        return
            "<span class=\"verdict \(verdict.style)\"><b aria-hidden=\"true\">\(verdict.sign)</b> "
            + "\(verdict.words)</span>"
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
