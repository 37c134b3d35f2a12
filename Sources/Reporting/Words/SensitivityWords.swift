import CareModel

/// Which assumptions drive an answer, in sentences.
public enum SensitivityWords {
    /// What is said of it.
    public static func summary(_ report: SensitivityReport) -> String { sentences(report).joined(separator: "\n") }

    static func sentences(_ report: SensitivityReport) -> [String] {
        let clear = report.rows.filter(\.isClear)
        let subject =
            report.variant.isEmpty
            ? report.title : "what \(report.variant) does to \(TextTools.lowercasedWord(report.title))"
        guard let first = clear.first, let ends = first.ends else {
            return [
                "Nothing that was moved changes \(TextTools.lowercasedWord(subject)) beyond chance in "
                    + "\(report.runs.atEnds) runs at each end."
            ]
        }
        var sentences = [
            "\(TextTools.capitalised(subject)) (\(number(report.base, report))) hangs most on \(first.key): between "
                + "\(value(first.low)) and \(value(first.high))\(unit(first)) it moves from "
                + "\(number(report.base + ends.low.mean, report)) to \(number(report.base + ends.high.mean, report))."
        ]
        let next = clear.dropFirst().prefix(4).map(\.key)
        if !next.isEmpty { sentences.append("After it \(TextTools.list(Array(next))).") }
        sentences.append(
            "Measure these first: \(TextTools.list(clear.prefix(5).map(\.key))). Of "
                + "\(NumberText.grouped(report.rows.count)) numbers that nobody has measured, "
                + "\(NumberText.grouped(report.rows.count { $0.size == 0 })) changed nothing at all."
        )
        if report.refused > 0 {
            sentences.append(
                "\(NumberText.grouped(report.refused)) of \(NumberText.grouped(report.runs.all)) runs asked for "
                    + "numbers that the scenario cannot have together, and were run as if nothing had been moved: "
                    + "what is said of those numbers may be too little."
            )
        }
        if let luck = report.luck {
            sentences.append(
                "Luck alone makes \(percent(luck.share))% of what differs between runs in which all of the most "
                    + "telling are moved."
            )
        }
        return sentences
    }

    static func number(_ value: Double, _ report: SensitivityReport) -> String {
        ValueText.number(value, unit: report.unit) + ValueText.suffix(report.unit)
    }

    static func value(_ value: Double) -> String { NumberText.rounded((value * 1e4).rounded() / 1e4) }

    static func unit(_ row: SensitivityReport.Row) -> String {
        row.unit.isEmpty || row.unit == "share" ? "" : " " + row.unit
    }

    /// A share as a percentage within 0 and 100: a small sample may leave it beyond.
    static func percent(_ share: Double) -> String { NumberText.percent(min(1, max(0, share))) }
}
