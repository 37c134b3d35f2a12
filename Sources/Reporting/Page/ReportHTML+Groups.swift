import CareModel

/// The section that shows what averages hide (EQ-1).
extension ReportHTML {
    /// The measures that are shown side by side: name, heading.
    private static func groupColumns(_ standards: Standards) -> [(String, String)] {
        Measure.rows.compactMap { measure in measure.besideGroups.map { (measure, $0) } }
            .sorted { $0.1.place < $1.1.place }
            .map { measure, column in (measure.name(standards), measure.words(column.heading, standards)) }
    }

    /// Waits and outcomes of each group; nil where nothing was measured by group.
    static func groups(_ index: ForecastIndex) -> Section? {
        guard let table = groupTable(index, of: Characteristic.allCases, caption: "By group") else { return nil }
        return Section(
            key: "groups", title: "What averages hide",
            lead: """
                The whole service, by who people are: the mean, and the range in which nine runs in ten lie. Fewer \
                than 5 people are not shown; counts are rounded to 5.
                """,
            body: table)
    }

    /// Waits and outcomes of the groups that some characteristics make; nil where nothing was measured of them.
    static func groupTable(_ index: ForecastIndex, of characteristics: [Characteristic], caption: String) -> String? {
        let names = characteristics.map(\.name)
        var groups: [PeopleGroup] = []
        for row in index.forecast.measures {
            guard let people = row.group.people, names.contains(people.characteristic), groups.last != people else {
                continue
            }
            if !groups.contains(people) { groups.append(people) }
        }
        guard !groups.isEmpty else { return nil }
        let groupColumns = groupColumns(index.forecast.standards)
        var body = ""
        for (place, group) in groups.enumerated() {
            if place == 0 || groups[place - 1].characteristic != group.characteristic {
                body +=
                    "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(groupColumns.count + 1)\">"
                    + "\(HTMLText.escape(groupWords(group.characteristic)))</th></tr>\n"
            }
            let cells = groupColumns.map { measure, _ in
                index.summary(measure, MeasureGroup(people: group)).map { cell($0) } ?? "<td>\(NumberText.unknown)</td>"
            }
            body += "<tr><th scope=\"row\">\(HTMLText.escape(groupWords(group.value)))</th>\(cells.joined())</tr>\n"
        }
        let heads = groupColumns.map { "<th scope=\"col\">\(HTMLText.escape($0.1))</th>" }.joined()
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(HTMLText.escape(caption))">\
            <table class="plain measures"><caption class="unseen">Measures by group</caption>
            <thead><tr><th scope="col">Group</th>\(heads)</tr></thead>
            <tbody>\(body)</tbody></table></div>

            """
    }

    /// A mean, and the range of the runs.
    private static func cell(_ row: MeasureSummary) -> String {
        let sign = row.unit == "share" ? "%" : ""
        let range = row.range.map { "<small>\($0.html)\(sign)</small>" } ?? ""
        return "<td>\(row.shown(.mean).html)\(sign)\(range)</td>"
    }

    /// `most-deprived-fifth` as words; `16-17` as `16 to 17`.
    static func groupWords(_ name: String) -> String {
        let text = name.replacing(/([0-9])-([0-9])/) { "\($0.1) to \($0.2)" }.replacing("-", with: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
