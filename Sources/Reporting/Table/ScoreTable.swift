import CareModel
import Statistics

/// What has happened since, for a terminal.
public enum ScoreTable {
    /// The table: the service, then each team, by length of span, at most 100 columns wide. Where there are several
    /// forecasts, a line of all of them and one of each, oldest first.
    public static func text(_ report: ScoreReport) -> String {
        var table = TableLayout(alignsRight: [false, true, true, true, true, true])
        table.lines = report.forecasts.map { forecast in
            .heading("\(forecast.manifest.fullTitle), \(forecast.words), version \(forecast.manifest.version)")
        }
        table.lines.append(.heading("against \(report.against)"))
        let lines = report.lines
        for scope in report.scopes {
            table.lines += [.blank, .heading(scope.title.uppercased())]
            for span in ForecastSpan.allCases {
                let own = lines.filter { $0.team == scope.team && $0.span == span }
                guard !own.isEmpty else { continue }
                table.lines.append(
                    .cells([
                        TextTools.capitalised(span.plural), "within", "claimed", "too high by", "half within",
                        "interval score",
                    ]))
                table.lines += own.map { .cells(cells($0, report)) }
            }
        }
        table.lines += [.blank] + key.map { .heading($0) }
        return table.text
    }

    /// What the columns are.
    static let key = [
        "Too high by: mean of level less what came; half within: middle of the distances between the two.",
        "Interval score: the width of the range, and how far it was missed; less is better.",
    ]

    /// The cells of a line.
    static func cells(_ line: ScoreLine, _ report: ScoreReport) -> [String] {
        let record = line.record
        let sign = record.bias < 0 ? "-" : ""
        let bias = ScoreWords.distance(abs(record.bias), line)
        let head =
            line.forecast.map { "    made \(TextTools.tableDay(report.forecasts[$0].made.day))" }
            ?? "  " + TableLayout.cut(line.measure.title, to: 30)
        return [
            head, "\(record.within) of \(record.outcomes.count)", NumberText.percent(record.claimed) + "%",
            (bias == ScoreWords.distance(0, line) ? "" : sign) + bias, ScoreWords.distance(record.medianError, line),
            ScoreWords.plain(record.intervalScore, line.measure.unit),
        ]
    }
}
