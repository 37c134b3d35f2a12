import CareModel
import Statistics

/// What has happened since, beside what was forecast, in sentences.
public enum ScoreWords {
    /// The sentences as one text: a paragraph for each subject, a line for each sentence.
    public static func summary(_ report: ScoreReport) -> String {
        paragraphs(report).map { paragraph in
            "\(paragraph.title)\n" + paragraph.sentences.map { "  " + $0 }.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// The sentences by what they speak of, the most important first.
    static func paragraphs(_ report: ScoreReport) -> [(title: String, sentences: [String])] {
        let lines = report.lines.filter { $0.forecast == nil }
        var paragraphs = [("All together", together(report))]
        for scope in report.scopes {
            let own = lines.filter { $0.team == scope.team }
            let span = own.contains { $0.span == .month } ? ForecastSpan.month : .week
            let sentences = own.filter { $0.span == span }.map { sentence($0) }
            if !sentences.isEmpty { paragraphs.append((scope.title, sentences)) }
        }
        let left = unsaid(report)
        if !left.isEmpty { paragraphs.append(("Nothing can be said yet", left)) }
        if !report.notes.isEmpty { paragraphs.append(("To know", report.notes)) }
        return paragraphs
    }

    /// The rows that are told together: those of the service, else of the teams.
    static func together(of report: ScoreReport) -> [ScoredRow] {
        let service = report.scored.filter { $0.row.team == nil }
        return service.isEmpty ? report.scored : service
    }

    /// What nothing can be said of.
    static func unsaid(_ report: ScoreReport) -> [String] { notYet(report) + unknown(report) }

    /// What the ranges have held over all measures, by length of span, and each forecast by itself.
    public static func together(_ report: ScoreReport) -> [String] {
        let rows = together(of: report)
        var sentences = ForecastSpan.allCases.compactMap { span -> String? in
            let own = rows.filter { $0.row.span == span }
            guard !own.isEmpty else { return nil }
            let measures = Set(own.map(\.row.measure)).count
            return "Of \(TextTools.count(own.count, span.rawValue, span.plural))"
                + (measures > 1 ? " of \(measures) measures" : "") + ", " + held(RangeRecord(own.map(\.outcome)))
                + "."
        }
        guard report.forecasts.count > 1 else { return sentences }
        for (index, forecast) in report.forecasts.enumerated() {
            let own = rows.filter { $0.forecast == index && $0.row.span == .month }
            guard !own.isEmpty else { continue }
            let record = RangeRecord(own.map(\.outcome))
            sentences.append(
                "Of the forecast \(forecast.words), \(record.within) of "
                    + "\(TextTools.count(own.count, "month", "months")) lay within.")
        }
        return sentences
    }

    /// `11 lay within the 90% range (92%; 65 to 99% by chance alone), about what it claims`.
    private static func held(_ record: RangeRecord) -> String {
        let coverage = record.coverage
        let claimed = NumberText.percent(record.claimed)
        let verdict =
            coverage.contains(record.claimed)
            ? "which is within chance of what it claims"
            : coverage.estimate < record.claimed
                ? "fewer than it claims: the ranges are too narrow, or the level is off"
                : "more than it claims: the ranges are too wide"
        return "\(record.within) lay within the \(claimed)% range (\(NumberText.percent(coverage.estimate))%, "
            + "by chance \(NumberText.percent(coverage.lowerBound)) to "
            + "\(NumberText.percent(coverage.upperBound))%), \(verdict)"
    }

    /// The same above its chart: `11 of 12 months within the range`.
    static func held(_ line: ScoreLine) -> String {
        let record = line.record
        return "\(record.within) of \(TextTools.count(record.outcomes.count, line.span.rawValue, line.span.plural)) "
            + "within the range"
    }

    /// A measure over one length of span.
    static func sentence(_ line: ScoreLine) -> String {
        let record = line.record
        let spans = TextTools.count(record.outcomes.count, line.span.rawValue, line.span.plural)
        let (error, bias, none) = (
            distance(record.medianError, line), distance(abs(record.bias), line), distance(0, line)
        )
        let side = record.bias > 0 ? "too high" : "too low"
        let opening =
            "\(line.measure.title): of \(spans) \(record.within) lay within the "
            + "\(NumberText.percent(record.claimed))% range"
        if record.outcomes.count == 1 {
            return "\(opening); the level was \(bias == none ? "right" : "\(bias) \(side)")."
        }
        return "\(opening); half of the levels were within \(error) of what came, and on average they were "
            + (bias == none ? "neither too high nor too low." : "\(bias) \(side).")
    }

    /// A distance: of counts as a part of what came, of all else in its own unit.
    static func distance(_ distance: Double, _ line: ScoreLine) -> String {
        let unit = line.measure.unit
        let isCount = unit == MeasureUnit.people.rawValue || unit == MeasureUnit.appointments.rawValue
        if isCount, line.record.meanActual > 0 {
            return NumberText.percent(distance / line.record.meanActual, decimals: 1) + "%"
        }
        return plain(distance, unit)
    }

    /// A distance in its own unit; of shares in points.
    static func plain(_ distance: Double, _ unit: String) -> String {
        if unit == MeasureUnit.share.rawValue { return NumberText.percent(distance, decimals: 1) + " points" }
        return ValueText.number(distance, unit: unit) + ValueText.suffix(unit)
    }

    /// What has not happened yet.
    private static func notYet(_ report: ScoreReport) -> [String] {
        let rows = report.left.filter { $0.reason == .notYet }
        guard let first = rows.map(\.row.first).min() else { return [] }
        let counts = ForecastSpan.allCases.compactMap { span -> String? in
            let spans = Set(rows.filter { $0.row.span == span }.map(\.row.first)).count
            return spans == 0 ? nil : TextTools.count(spans, span.rawValue, span.plural)
        }
        return [
            "\(TextTools.capitalised(TextTools.list(counts))) that begin from \(TextTools.tableDay(first)) on have not "
                + "passed, or are not published yet; they are not counted."
        ]
    }

    /// What the figures do not tell at all, by why.
    private static func unknown(_ report: ScoreReport) -> [String] {
        let titles = report.measures
        return UnscoredRow.Reason.allCases.filter { $0 != .notYet && $0 != .noWholeMonths }.compactMap { reason in
            let rows = report.left.filter { $0.reason == reason }
            guard !rows.isEmpty else { return nil }
            let named = titles.filter { measure in rows.contains { $0.row.measure == measure.name } }
            let words = named.map { TextTools.lowercasedWord($0.title) }
            switch reason {
            case .otherTeam:
                let teams = Set(rows.compactMap(\.row.team)).count
                return "Of \(TextTools.count(teams, "team", "teams")) by itself nothing: \(reason.words)."
            case .notKnownOf: return "Not among the figures: \(TextTools.list(words))."
            case .suppressed, .nobody, .beforeRecords:
                return "Of \(TextTools.count(rows.count, "number", "numbers")) of \(TextTools.list(words)) nothing: "
                    + "\(reason.words)."
            case .notYet, .noWholeMonths: return nil
            }
        }
    }
}
