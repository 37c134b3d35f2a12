import CareModel

/// Which assumptions drive an answer, for a terminal.
public enum SensitivityTable {
    /// The table, at most 100 columns wide.
    public static func text(_ report: SensitivityReport) -> String {
        var table = TableLayout(alignsRight: [false, true, false, true, true, true])
        table.lines = [
            .heading("What \(report.title) hangs on: \(report.scenario.fullTitle)"),
            .heading(
                "\(report.weeks) weeks from \(report.starts.longText); \(NumberText.grouped(report.runs.all)) runs, "
                    + "seed \(report.seed), version \(report.version)"),
            .blank,
            .cells(["ASSUMPTION", "is", "moved between", "at the low", "at the high", "share of variance"]),
        ]
        for row in report.rows.filter({ $0.ends != nil }) {
            table.lines.append(
                .cells([
                    TableLayout.cut(row.key, to: 38), SensitivityWords.value(row.value),
                    "\(SensitivityWords.value(row.low)) – \(SensitivityWords.value(row.high))",
                    row.ends.map { change($0.low, report) } ?? "", row.ends.map { change($0.high, report) } ?? "",
                    row.share.map { SensitivityWords.percent($0.total) + "%" } ?? "",
                ]))
        }
        if let luck = report.luck {
            table.lines.append(.cells(["luck", "", "", "", "", SensitivityWords.percent(luck.share) + "%"]))
        }
        table.lines += [
            .blank,
            .heading("* the 95% interval of the change leaves out zero; \(report.runs.atEnds) runs at each end."),
        ]
        return table.text + "\n" + SensitivityWords.summary(report) + "\n"
    }

    private static func change(_ difference: MeasureDifference, _ report: SensitivityReport) -> String {
        let sign = difference.mean < 0 ? "-" : "+"
        let number = ValueText.number(abs(difference.mean), unit: report.unit)
        return sign + number + ValueText.suffix(report.unit) + (difference.isClear ? "*" : " ")
    }
}
