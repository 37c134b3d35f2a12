import CareModel

/// Caseloads, hours and slots by role.
extension ReportHTML {
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
                let value = row.shown(.mean).html + (row.unit == "share" ? "%" : "")
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
