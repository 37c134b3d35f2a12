import CareModel

/// A comparison for a terminal.
public enum ComparisonTable {
    /// The table, at most 100 columns wide: one part for each scenario beside the first, with the service, and the
    /// teams if they are asked for.
    /// - Parameter byTeam: whether teams have parts of their own.
    public static func text(_ report: ComparisonReport, byTeam: Bool = false) -> String {
        var table = TableLayout(alignsRight: [false, true, true, true])
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
                    .cells(["", TableLayout.cut(base.name, to: 18), TableLayout.cut(name, to: 18), "difference "]))
                for section in ComparisonSections.all(report) {
                    let rows = section.lines.compactMap { cells($0, pair, misleading) }
                    guard !rows.isEmpty else { continue }
                    table.lines.append(.heading(section.title))
                    table.lines += rows.map { .cells($0) }
                }
            }
        }
        table.lines += [.blank, .heading("In brackets the 95% interval of the difference; * it leaves out zero.")]
        table.lines += longWaits(report).map { .heading($0) }
        if isMisleading { table.lines.append(.heading(footnote)) }
        return table.text
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

/// What a comparison shows, in order.
enum ComparisonSections {
    /// The short sections of a forecast, with those that do not leave out who still waits, and costs.
    static func all(_ report: ComparisonReport) -> [Headline.Section] {
        Headline.sections(anyOf: report.scenarios.map(\.standards)).flatMap { section -> [Headline.Section] in
            var shown = section
            shown.lines = section.lines.filter { $0.isBrief || also.contains($0.measure) }
            return section.title == Headline.withWaiting.title ? [shown] + waiting(report) : [shown]
        }
    }

    /// Measures that a forecast's short table leaves out.
    private static let also: Set = ["first-appointments", "staff-cost", "cost-per-person-treated", "cost-per-recovery"]

    /// The queues at both ends, and who passes a day.
    private static func waiting(_ report: ComparisonReport) -> [Headline.Section] {
        func queues(_ end: String) -> [Headline] {
            Headline.queues.map { Headline($0.measure + end, TextTools.capitalised($0.label)) }
        }
        let service = ComparedPair(report: report, place: 1, group: MeasureGroup())
        let passed = [
            ("first-appointment-breaches-", "No first appt by day "),
            ("second-treatment-breaches-", "No second treatment by day "),
        ].flatMap { start, words in
            service.measures(beginning: start).map { Headline($0.measure, words + $0.limit) }
        }
        return [
            Headline.Section(title: "People who wait on the first day", lines: queues("-at-start")),
            Headline.Section(title: "People who wait at the end", lines: queues("-at-end")),
            Headline.Section(title: "People who pass the day", lines: passed),
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
