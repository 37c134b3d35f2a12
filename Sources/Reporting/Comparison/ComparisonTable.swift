import CareModel

/// A comparison for a terminal.
public enum ComparisonTable {
    /// The table, at most 100 columns wide: one part for each scenario beside the first, with the service, and the
    /// teams if they are asked for.
    /// - Parameter byTeam: whether teams have parts of their own.
    public static func text(_ report: ComparisonReport, byTeam: Bool = false) -> String {
        var table = TableLayout(alignsRight: [false, true, true, true])
        let base = report.scenarios[0]
        table.lines = [
            .heading(
                "\(report.weeks) weeks from \(report.starts.longText); \(report.replications) runs of each, "
                    + "seed \(report.seed), version \(report.version)"),
            .heading(
                report.sharesFirstDays
                    ? "All begin with the same lists, those of \(base.name), and meet the same people."
                    : "Each begins with the lists that it would have had; all meet the same people."),
        ]
        for place in report.scenarios.indices.dropFirst() {
            let name = report.scenarios[place].name
            for team in [nil] + (byTeam ? report.teams.map { Optional($0) } : []) {
                let scope = team.map { ", \($0.title)" } ?? ""
                table.lines += [.blank, .heading("\(name) AGAINST \(base.name)\(scope)")]
                table.lines.append(
                    .cells(["", TableLayout.cut(base.name, to: 18), TableLayout.cut(name, to: 18), "difference "]))
                for section in Headline.sections {
                    let rows = section.lines.filter(\.isBrief).compactMap { line in
                        cells(line, MeasureGroup(team: team?.name), place, report)
                    }
                    guard !rows.isEmpty else { continue }
                    table.lines.append(.heading(section.title))
                    table.lines += rows.map { .cells($0) }
                }
            }
        }
        table.lines += [.blank, .heading(key)]
        return table.text
    }

    private static let key = "In brackets the 95% interval of the difference; * it leaves out zero."

    private static func cells(
        _ line: Headline, _ group: MeasureGroup, _ place: Int, _ report: ComparisonReport
    ) -> [String]? {
        guard let row = report.rows.first(where: { $0.measure == line.measure && $0.group == group }),
            let base = row.means[0], let mean = row.means[place]
        else { return nil }
        let largest = max(abs(base), abs(mean))
        func value(_ number: Double) -> String {
            ValueText.number(number, unit: row.unit, beside: largest) + ValueText.suffix(row.unit)
        }
        let label = "  " + TableLayout.cut(line.label, to: 30)
        guard let difference = row.differences[place - 1] else { return [label, value(base), value(mean), "– "] }
        return [
            label, value(base), value(mean),
            DifferenceText.text(difference, unit: row.unit, beside: largest) + (difference.isClear ? "*" : " "),
        ]
    }
}

/// A difference as tables and sentences say it.
enum DifferenceText {
    /// `-3.1 (-3.6 to -2.6)`, shares in points.
    static func text(_ difference: MeasureDifference, unit: String, beside largest: Double) -> String {
        func number(_ value: Double) -> String {
            let text = ValueText.number(value, unit: unit, beside: largest)
            return value > 0 && text.contains { $0 >= "1" && $0 <= "9" } ? "+" + text : text
        }
        return "\(number(difference.mean)) (\(number(difference.ci95.lowerBound)) to "
            + "\(number(difference.ci95.upperBound)))"
    }
}
