import CareModel

/// What was published of a provider, as charts with their tables.
enum HistoryHTML {
    static func front(_ report: PublishedHistory) -> [Section] {
        let figures = report.lines.filter { $0.values.contains { $0 != nil } }.map { line in
            Figure(
                scope: Scope(team: nil, title: report.title), kind: .lines, title: line.title, note: "",
                unit: ValueText.heading(line.unit.rawValue), rowHead: "Month",
                columns: [Figure.Column(key: "line", head: "Published")],
                rows: zip(report.months, line.values).map { month, value in
                    let shown = value.map { $0 * (line.unit == .share ? 100 : 1) }
                    return (name(month), [shown.map(NumberText.dense) ?? NumberText.unknown])
                })
        }
        guard let first = report.months.first, let last = report.months.last, !figures.isEmpty else { return [] }
        return [
            Section(
                key: "published", title: "What was published",
                lead: "NHS England's monthly figures, \(name(first)) to \(name(last)); counts are rounded to 5, and "
                    + "small ones are kept back.",
                body: Section.grid(figures))
        ]
    }

    /// `Apr 2025`.
    private static func name(_ month: CivilDay) -> String {
        "\(CivilDay.monthNames[month.date.month - 1].prefix(3)) \(month.date.year)"
    }
}
