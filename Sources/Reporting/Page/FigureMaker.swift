import CareModel

/// Makes the figures of one scope from the forecast.
struct FigureMaker {
    let scope: Scope
    let index: ForecastIndex

    /// A fan chart of a weekly measure; nil without numbers.
    func fan(_ measure: String, title: String, unit: String) -> Figure? {
        let bands = index.weekly(measure, scope.group)
        guard bands.contains(where: \.mean.isFinite) else { return nil }
        return Figure(
            scope: scope, kind: .fan, title: title, note: change(bands, unit: unit), unit: unit,
            columns: Figure.Column.fan,
            rows: bands.map { band in
                let values = [band.p05, band.p25, band.p50, band.p75, band.p95]
                return (TextTools.tableDay(band.starts), values.map(NumberText.dense))
            })
    }

    /// `From about 240 to about 290 at the end (9 in 10 runs: 210 to 380).`
    private func change(_ bands: [WeeklyBand], unit: String) -> String {
        let known = bands.filter(\.mean.isFinite)
        guard let first = known.first, let last = known.last, known.count > 1 else { return "" }
        let ends = "9 in 10 runs end between \(NumberText.rough(last.p05)) and \(NumberText.rough(last.p95))."
        if abs(last.p50 - first.p50) <= max(1, 0.05 * first.p50) {
            return "About \(NumberText.rough(first.p50)) \(unit), much the same at the end; \(ends)"
        }
        return
            "From about \(NumberText.rough(first.p50)) to about \(NumberText.rough(last.p50)) \(unit) "
            + "at the end; \(ends)"
    }

    /// Breaches a week with their chance; nil without numbers or if no run has one.
    func breaches(days: Int) -> Figure? {
        let bands = index.weekly("first-appointment-breaches-\(days)", scope.group)
        guard let picture = BreachPicture(bands), !picture.isNever else { return nil }
        let worst = picture.worst
        return Figure(
            scope: scope, kind: .breach, title: "Passing \(days) days without a first appointment",
            note:
                "Worst in the week of \(TextTools.tableDay(worst.starts)): about \(NumberText.rough(worst.mean)) "
                + "people, \(ChanceText.about(worst.probabilityAny)) that there is any.",
            unit: "people a week", columns: Figure.Column.breach,
            rows: bands.map { band in
                let counts = [band.mean, band.p05, band.p95].map(NumberText.dense)
                return (TextTools.tableDay(band.starts), counts + [NumberText.percent(band.probabilityAny)])
            })
    }

    /// Weekly means of several measures, each scaled; nil if none has numbers.
    func lines(
        _ series: [(head: String, bands: [WeeklyBand], scale: Double)], title: String, unit: String,
        note: String = "", limits: [Figure.Limit] = []
    ) -> Figure? {
        let known = series.filter { $0.bands.contains { $0.mean.isFinite } }
        guard let weeks = known.map({ $0.bands }).max(by: { $0.count < $1.count }) else { return nil }
        let columns = known.map { Figure.Column(key: "line", head: $0.head) }
        let byWeek = known.map { series in
            Dictionary(series.bands.map { ($0.week, $0.mean * series.scale) }) { first, _ in first }
        }
        return Figure(
            scope: scope, kind: .lines, title: title, note: note, unit: unit, columns: columns,
            rows: weeks.map { week in
                let cells = byWeek.map { $0[week.week].map(NumberText.dense) ?? NumberText.unknown }
                return (TextTools.tableDay(week.starts), cells)
            }, limits: limits)
    }

    /// A weekly measure of the scope, for ``lines(_:title:unit:note:limits:)``.
    func series(_ head: String, _ measure: String, scale: Double = 1) -> (
        head: String, bands: [WeeklyBand], scale: Double
    ) {
        (head, index.weekly(measure, scope.group), scale)
    }
}
