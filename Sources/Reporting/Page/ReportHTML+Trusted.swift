import CareModel

extension ReportHTML {
    /// What may be promised: a chart of the months of each figure, and the quarters and the year as a table; nil if
    /// there is nothing.
    static func trusted(_ index: ForecastIndex) -> Section? {
        let figures = index.forecast.trusted
        guard !figures.rows.isEmpty, let scope = index.scopes.first else { return nil }
        let names = MeasureNames([index.forecast.standards])
        let charts = figures.measures.compactMap { name in names[name].map { chart($0, name, scope, index) } }
        return Section(
            key: "promised", title: "What may be promised, month by month",
            lead: """
                \(TrustWords(forecast: index.forecast).held.html) \
                <span class="keys"><span class="key"><i class="line"></i>level</span> \
                <span class="key"><i class="most"></i>9 in 10</span></span>
                """,
            body: table(figures, names, index.forecast.standards)
                + "<div class=\"figures\">\n\(charts.map(\.html).joined())</div>\n")
    }

    private static func chart(_ measure: Measure, _ name: String, _ scope: Scope, _ index: ForecastIndex) -> Figure {
        let figures = index.forecast.trusted
        let scale = measure.unit == .share ? 100.0 : 1
        return Figure(
            scope: scope, kind: .range, title: measure.title(index.forecast.standards),
            note: figures.words.first { $0.measure == name }?.text ?? "",
            unit: ValueText.heading(measure.unit.rawValue), rowHead: "Month",
            columns: [
                Figure.Column(key: "level", head: "Level"), Figure.Column(key: "low", head: "Range from"),
                Figure.Column(key: "high", head: "to"), Figure.Column(key: "", head: "Simulated"),
            ],
            rows: figures.rows(name, .month).map { row in
                let numbers = [row.kept.level, row.kept.low, row.kept.high, row.simulated]
                return (
                    ForecastSpan.month.words(row.kept.first, row.kept.last),
                    numbers.map { NumberText.dense($0 * scale) }
                )
            })
    }

    private static func table(_ figures: TrustedFigures, _ names: MeasureNames, _ standards: Standards) -> String {
        let spans: [ForecastSpan] = [.quarter, .year]
        let columns = spans.flatMap { span -> [KeptRow] in
            figures.measures.map { figures.rows($0, span).map(\.kept) }.max { $0.count < $1.count } ?? []
        }
        guard !columns.isEmpty else { return "" }
        let heads = columns.map { "<th scope=\"col\">\(HTMLText.escape($0.span.words($0.first, $0.last)))</th>" }
        let rows = figures.measures.map { name -> String in
            let unit = names[name]?.unit.rawValue ?? ""
            let cells = columns.map { column -> String in
                let row = figures.rows(name, column.span).first { $0.kept.first == column.first }
                return "<td>\(row.map { TrustedTable.told($0.kept, unit).html } ?? "")</td>"
            }
            return "<tr><th scope=\"row\">\(HTMLText.escape(TrustedTable.label(name, names, standards)))</th>"
                + cells.joined() + "</tr>\n"
        }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="What may be promised">\
            <table class="plain measures"><caption class="unseen">What may be promised: levels and ranges of 9 in 10\
            </caption>
            <thead><tr><th scope="col">The service</th>\(heads.joined())</tr></thead>
            <tbody>\(rows.joined())</tbody></table></div>

            """
    }
}
