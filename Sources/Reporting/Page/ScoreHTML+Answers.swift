import CareModel
import Statistics

/// How the forecasts did: what the ranges held, and each figure by how far it was off.
extension ScoreHTML {
    /// A tile for each length of span: how many came within, and what the ranges claim.
    static func held(_ report: ScoreReport) -> Section {
        let rows = ScoreWords.together(of: report)
        let tiles = ForecastSpan.allCases.compactMap { span -> String? in
            let own = rows.filter { $0.row.span == span }
            guard !own.isEmpty else { return nil }
            let record = RangeRecord(own.map(\.outcome))
            let (low, high) = (record.coverage.lowerBound, record.coverage.upperBound)
            let measures = Set(own.map(\.row.measure)).count
            return """
                <div class="tile"><h3>\(TextTools.capitalised(span.plural))</h3>
                <p class="big">\(record.within) of \(record.outcomes.count) <span>within the range</span></p>
                <p>\(verdict(record))</p>
                <p class="small">\(NumberText.percent(record.coverage.estimate))% of \
                \(TextTools.count(measures, "figure", "figures")); by chance \(NumberText.percent(low)) to \
                \(NumberText.percent(high))%. The ranges claim \(NumberText.percent(record.claimed))%.</p></div>

                """
        }
        return Section(
            key: "held", title: "Did the ranges hold?",
            body: "<div class=\"tiles\">\n\(tiles.prefix(3).joined())</div>\n")
    }

    /// What the record says of its claim, as a sign and words.
    private static func verdict(_ record: RangeRecord) -> String {
        let (style, sign, words) =
            record.coverage.contains(record.claimed)
            ? ("meets", "✓", "as claimed")
            : record.coverage.estimate < record.claimed
                ? ("misses", "✗", "fewer than claimed") : ("either", "≈", "more than claimed")
        return "<span class=\"verdict \(style)\"><b aria-hidden=\"true\">\(sign)</b> \(words)</span>"
    }

    /// Each figure: how many of its months came within, and by how far levels were off, drawn around zero.
    static func off(_ report: ScoreReport) -> Section? {
        let lines = report.lines.filter { $0.forecast == nil }
        let body = report.scopes.map { scope -> String in
            let own = lines.filter { $0.team == scope.team }
            let span = own.contains { $0.span == .month } ? ForecastSpan.month : .week
            let spanned = own.filter { $0.span == span }
            guard !spanned.isEmpty else { return "" }
            return Section.scope(scope, table(spanned, span, scope) + Section.grid(charts(spanned, scope)))
        }.joined()
        guard !body.isEmpty else { return nil }
        return Section(
            key: "off", title: "Which levels were off?",
            lead: """
                Each dot is the mean of level less what came: right of the line the forecast was too high. Its bar is \
                the 95% interval. A bar that leaves out zero is no luck. ✓ As claimed: within chance.
                """, body: body)
    }

    private static func table(_ lines: [ScoreLine], _ span: ForecastSpan, _ scope: Scope) -> String {
        let label = TextTools.capitalised(span.plural) + " within"
        let rows = lines.map { line -> String in
            let record = line.record
            let bias = ScoreWords.distance(abs(record.bias), line)
            let side = record.bias > 0 ? "too high" : "too low"
            let half = ScoreWords.distance(record.medianError, line)
            let off = bias == ScoreWords.distance(0, line) ? "nothing" : "\(bias) \(side)"
            return "<tr><th scope=\"row\">\(HTMLText.escape(line.measure.title))</th>"
                + "<td data-label=\"\(label)\">\(record.within) of \(record.outcomes.count)</td>"
                + "<td data-label=\"On average\">\(HTMLText.escape(off))</td>"
                + "<td data-label=\"Half within\">\(HTMLText.escape(half))</td>"
                + "<td class=\"text\">\(verdict(record))</td></tr>\n"
        }
        let caption = HTMLText.escape("How each figure has held, \(scope.title)")
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">\
            <table class="plain fit"><caption class="unseen">\(caption)</caption>
            <thead><tr><th scope="col">Figure</th><th scope="col">\(label)</th><th scope="col">On average</th>\
            <th scope="col">Half within</th><th scope="col" class="text">The ranges held</th></tr></thead>
            <tbody>\(rows.joined())</tbody></table></div>

            """
    }

    /// Mean errors around zero with their intervals, one chart of counts, one of days, one of shares.
    private static func charts(_ lines: [ScoreLine], _ scope: Scope) -> [Figure] {
        FitWords.Scale.allCases.compactMap { scale -> Figure? in
            let own = lines.filter { FitWords.Scale(unit: $0.measure.unit) == scale && $0.record.outcomes.count > 1 }
            guard !own.isEmpty else { return nil }
            let rows = own.map { line -> (head: String, cells: [String]) in
                let factor = scale.factor(line.record.meanActual)
                let interval = ConfidenceInterval.student(line.record.outcomes.map { $0.error * factor })
                let numbers = [interval.estimate, interval.lowerBound, interval.upperBound]
                return (line.measure.title, numbers.map(NumberText.dense))
            }
            return Figure(
                scope: scope, kind: .difference, title: scale.title, unit: scale.unitOfWhatCame, rowHead: "Figure",
                columns: [
                    Figure.Column(key: "mean", head: "Too high by"), Figure.Column(key: "low", head: "from"),
                    Figure.Column(key: "high", head: "to"),
                ], rows: rows)
        }
    }

    /// What a reader must know, and of what nothing can be said.
    static func trust(_ report: ScoreReport) -> Section? {
        func part(_ title: String, _ sentences: [String]) -> String {
            guard !sentences.isEmpty else { return "" }
            return "<div><h3>\(title)</h3>\n<ul class=\"prose\">\n"
                + sentences.map { "<li>\(HTMLText.escape($0))</li>\n" }.joined() + "</ul></div>\n"
        }
        let body = part("To know", report.notes) + part("Nothing can be said yet", ScoreWords.unsaid(report))
        guard !body.isEmpty else { return nil }
        return Section(
            key: "trust", title: "How far can you trust it?", body: "<div class=\"pair\">\n\(body)</div>\n")
    }
}
