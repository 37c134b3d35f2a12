import CareModel

/// A level with its range, week by week or month by month, and what came as dots over them.
struct OutcomeFigure {
    let forecast: KeptForecast
    let scope: Scope
    let span: ForecastSpan
    /// Rows whose span has passed, among others.
    let came: [ScoredRow]

    /// What the marks are, in HTML.
    static let keys = """
        <span class="keys"><span class="key"><i class="line"></i>level that was forecast</span> \
        <span class="key"><i class="most"></i>range</span> \
        <span class="key"><i class="dot"></i>what came; a cross outside the range</span></span>
        """

    /// The figure of a measure; nil if the forecast says nothing of it.
    func figure(_ measure: KeptForecast.KeptMeasure, title: String) -> Figure? {
        let rows = forecast.rows.filter { $0.measure == measure.name && $0.team == scope.team && $0.span == span }
            .sorted { $0.first < $1.first }
        guard !rows.isEmpty else { return nil }
        var actual: [CivilDay: Double] = [:]  // lookup only
        for row in came
        where row.row.span == span && row.row.measure == measure.name && row.row.team == scope.team {
            actual[row.row.first] = row.actual
        }
        let scale = measure.unit == MeasureUnit.share.rawValue ? 100.0 : 1
        return Figure(
            scope: scope, kind: .outcome, title: title, unit: ValueText.heading(measure.unit),
            rowHead: TextTools.capitalised(span.rawValue),
            columns: [
                Figure.Column(key: "level", head: "Level"), Figure.Column(key: "low", head: "Range from"),
                Figure.Column(key: "high", head: "to"), Figure.Column(key: "actual", head: "What came"),
            ],
            rows: rows.map { row in
                let numbers = [row.level, row.low, row.high].map { NumberText.dense($0 * scale) }
                let head = span == .week ? TextTools.tableDay(row.first) : span.words(row.first, row.last)
                return (head, numbers + [actual[row.first].map { NumberText.dense($0 * scale) } ?? NumberText.unknown])
            })
    }
}
