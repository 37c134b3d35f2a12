import CareModel

/// A comparison for a terminal.
public enum ComparisonTable {
    /// The table, at most 100 columns wide: one part for each scenario beside the first, with the service, and the
    /// teams if they are asked for.
    /// - Parameter byTeam: whether teams have parts of their own.
    public static func text(_ report: ComparisonReport, byTeam: Bool = false) -> String {
        var table = TableLayout(alignsRight: [false, true, true, false])
        let base = report.scenarios[0]
        table.lines =
            report.scenarios.map { .heading("\($0.name): \($0.fullTitle)") } + [
                .heading(
                    "\(report.weeks) weeks from \(report.starts.longText); \(report.replications) runs of each, "
                        + "seed \(report.seed), version \(report.version)"),
                .heading(lists(report)),
            ]
        var isMisleading = false
        for place in report.scenarios.indices.dropFirst() {
            let name = report.scenarios[place].name
            for team in [nil] + (byTeam ? report.teams.map { Optional($0) } : []) {
                let scope = team.map { ", \($0.title)" } ?? ""
                let pair = ComparedPair(report: report, place: place, group: MeasureGroup(team: team?.name))
                let misleading = pair.misleading
                isMisleading = isMisleading || !misleading.isEmpty
                table.lines += [.blank, .heading("\(name) AGAINST \(base.name)\(scope)")]
                table.lines.append(
                    .cells(["", TableLayout.cut(base.name, to: 18), TableLayout.cut(name, to: 18), "difference"]))
                for section in ComparisonSections.all(report) {
                    let rows = section.lines.compactMap { cells($0, pair, misleading) }
                    guard !rows.isEmpty else { continue }
                    table.lines.append(.heading(section.title))
                    table.lines += rows.map { .cells($0) }
                }
            }
        }
        table.lines += [.blank, .heading("In brackets \(intervals(report)); * it leaves out zero.")]
        table.lines += longWaits(report).map { .heading($0) }
        if isMisleading { table.lines.append(.heading(footnote)) }
        return table.text
    }

    /// What intervals there are: of several scenarios they are wider, so that all of a measure hold together.
    static func intervals(_ report: ComparisonReport) -> String {
        let others = report.scenarios.count - 1
        guard others > 1 else { return "the 95% interval of the difference" }
        return "intervals of the difference, of which all \(others) of a measure hold together with 95%"
    }

    /// What is to be said of waits that are counted only so far.
    static func longWaits(_ report: ComparisonReport) -> [String] {
        LongWaitWords.sentences(report.rows.map { ($0.measure, $0.unit, $0.means.compactMap { $0 }.max() ?? 0) })
    }

    /// How the scenarios begin.
    static func lists(_ report: ComparisonReport) -> String {
        report.sharesFirstDays
            ? "All begin with the same lists, those of \(report.scenarios[0].name), and meet the same people."
            : "Each begins with the lists that it would have had; all meet the same people."
    }

    /// What † says.
    static let footnote =
        "† not a gain: of those who were seen only, while more people wait, pass their day or are not seen."

    private static func cells(_ line: Headline, _ pair: ComparedPair, _ misleading: Set<String>) -> [String]? {
        guard let row = pair.report.rows.first(where: { $0.measure == line.measure && $0.group == pair.group }),
            row.means[0] != nil || row.means[pair.place] != nil
        else { return nil }
        let (base, mean) = (row.means[0], row.means[pair.place])
        let largest = max(abs(base ?? 0), abs(mean ?? 0))
        // A scenario with other limits does not have the measure.
        func value(_ number: Double?) -> String {
            guard let number else { return NumberText.unknown }
            return ValueText.number(number, unit: row.unit, beside: largest) + ValueText.suffix(row.unit)
        }
        let label = "  " + TableLayout.cut(line.label, to: 30)
        guard let difference = row.differences[pair.place - 1] else { return [label, value(base), value(mean), "– "] }
        let mark = misleading.contains(line.measure) ? "†" : difference.isClear ? "*" : " "
        return [
            label, value(base), value(mean), DifferenceText.text(difference, unit: row.unit, beside: largest) + mark,
        ]
    }
}
