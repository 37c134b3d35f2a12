import CareModel

/// What a forecast may promise, for a terminal.
enum TrustedTable {
    /// The table: the first month, quarter and year of each figure with the range of nine in ten; empty if there is
    /// nothing.
    static func text(_ forecast: Forecast) -> String {
        let figures = forecast.trusted
        guard !figures.rows.isEmpty else { return "" }
        let spans = ForecastSpan.allCases.filter { span in figures.rows.contains { $0.kept.span == span } }
        var table = TableLayout(alignsRight: [false] + spans.map { _ in true })
        table.lines = [.blank, .heading("WHAT MAY BE PROMISED: LEVELS, AND RANGES THAT HAVE HELD 9 TIMES IN 10")]
        let heads = spans.map { span in
            figures.rows.first { $0.kept.span == span }.map { span.words($0.kept.first, $0.kept.last) } ?? ""
        }
        table.lines.append(.cells(["The service"] + heads))
        let names = MeasureNames([forecast.standards])
        for measure in figures.measures {
            let title = label(measure, names, forecast.standards)
            let unit = names[measure]?.unit.rawValue ?? ""
            table.lines.append(
                .cells(
                    ["  " + TableLayout.cut(title, to: 36)]
                        + spans.map { span in
                            figures.rows(measure, span).first.map { cell($0.kept, unit) } ?? ""
                        }))
        }
        return table.text + sentences(TrustWords(forecast: forecast).held.plain)
    }

    /// A measure as a table names it, with its unit where the numbers alone do not say it.
    static func label(_ name: String, _ names: MeasureNames, _ standards: Standards) -> String {
        guard let measure = names[name] else { return name }
        let unit =
            measure.unit == .days || measure.unit == .share ? ", \(ValueText.heading(measure.unit.rawValue))" : ""
        return measure.title(standards) + unit
    }

    /// `1,204 (1,050–1,390)`.
    static func cell(_ row: KeptRow, _ unit: String) -> String { told(row, unit).plain }

    /// The same with where its numbers stand.
    static func told(_ row: KeptRow, _ unit: String) -> Told {
        let parts = parts(row, unit)
        return "\(parts.level) (\(parts.low)–\(parts.high))"
    }

    /// Level and range, each with where it stands.
    static func parts(_ row: KeptRow, _ unit: String) -> (level: ShownNumber, low: ShownNumber, high: ShownNumber) {
        func number(_ value: Double, _ column: String) -> ShownNumber {
            ShownNumber(
                text: ValueText.number(value, unit: unit, beside: row.high), value: value,
                place: .promised(row, column: column))
        }
        return (number(row.level, "level"), number(row.low, "low"), number(row.high, "high"))
    }

    /// Sentences over lines of at most 100 columns.
    private static func sentences(_ text: String) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count + 1 > 100 { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
