import CareModel
import Statistics

/// Makes the figures of one scope from the forecast.
struct FigureMaker {
    let scope: Scope
    let index: ForecastIndex

    /// A fan chart of a weekly measure; nil without numbers, and where hardly anybody is ever counted: an axis of less
    /// than one person tells nothing.
    func fan(_ measure: Measure, title: String, note: String? = nil, limits: [Figure.Limit] = []) -> Figure? {
        let standards = index.forecast.standards
        return fan(
            measure.name(standards), index.weekly(measure, scope.group), unit: measure.unit, title: title,
            note: note ?? change(measure, index.weekly(measure, scope.group), unit: measure.unit.rawValue),
            limits: limits)
    }

    private func fan(
        _ name: String, _ bands: [WeeklyBand], unit: MeasureUnit, title: String, note: String, limits: [Figure.Limit]
    ) -> Figure? {
        let tops = bands.map { $0.p95.isFinite ? max($0.p95, $0.p50) : $0.p50 }.filter(\.isFinite)
        guard let top = tops.max(), unit != .people || top >= 1 else { return nil }
        return Figure(
            scope: scope, kind: .fan, title: title, note: note,
            unit: unit == .people ? "people" : unit.rawValue, columns: Figure.Column.fan(name, scope.group),
            rows: bands.map { band in
                let values = [band.p05, band.p25, band.p50, band.p75, band.p95]
                return (TextTools.tableDay(band.starts), values.map(NumberText.dense))
            }, limits: limits)
    }

    /// A fan chart for each measure that a page has one of.
    func fans(_ page: Measure.Chart.Page) -> [Figure] {
        Measure.rows.flatMap { measure in measure.titles(page).compactMap { fan(measure, title: $0) } }
    }

    /// `From about 240 to about 290 at the end (9 in 10 runs: 210 to 380).`
    private func change(_ measure: Measure, _ bands: [WeeklyBand], unit: String) -> String {
        let known = bands.filter(\.mean.isFinite)
        guard let first = known.first, let last = known.last, known.count > 1 else { return "" }
        let queue = WaitingQueue.all.first { measure.label == .plain($0.name) }
        let listed = queue.flatMap { index.waitingOnFirstDay($0, scope) }.map(Double.init)
        let start = listed ?? first.p50
        let from = listed.map { NumberText.fixed($0) } ?? "about \(NumberText.rough(first.p50))"
        let range = ChanceText.range(runs: last.any?.runs ?? 0)
        let ends =
            last.p05.isFinite
            ? "; \(range) end between \(NumberText.rough(last.p05)) and \(NumberText.rough(last.p95))." : "."
        let runs = index.forecast.manifest.replications
        let luck = runs < 2 ? 0 : [last].luck(runs: runs)
        if abs(last.p50 - start) <= max(1, 0.05 * start, luck) {
            let noun = from == "1" && unit == "people" ? "person" : unit
            let same = abs(last.p50 - start) <= max(1, 0.05 * start) ? "much the same" : "no clear change"
            return TextTools.capitalised("\(from) \(noun), \(same) at the end\(ends)")
        }
        if runs < 2 { return "In the one run from \(from) to \(NumberText.rough(last.p50)) \(unit) at the end." }
        return "From \(from) to about \(NumberText.rough(last.p50)) \(unit) at the end\(ends)"
    }

    /// Who passes the day week by week; nil without numbers, or if hardly anybody does.
    func breaches(_ measure: PromisedMeasure) -> Figure? {
        let standards = index.forecast.standards
        let bands = index.weekly(standards.name(measure), scope.group)
        guard let picture = BreachPicture(bands), !picture.isNever else { return nil }
        return fan(
            standards.name(measure), bands, unit: .people,
            title: "People a week who pass \(standards.days(measure)) days without a first appointment",
            note: worst(picture), limits: [])
    }

    /// The worst week, where one stands out, or the worst time.
    private func worst(_ picture: BreachPicture) -> String {
        if picture.runs < 2 { return "\(NumberText.rough(picture.total)) people in all, in a single run." }
        switch picture.peak {
        case .week(let worst):
            return "Worst in the week of \(TextTools.tableDay(worst.starts)): about \(NumberText.rough(worst.mean)) "
                + "people."
        case .season(let bands): return "Most from \(bands.briefMonths): \(BreachWords.people(picture.mean)) a week."
        case .none: return TextTools.capitalised("\(BreachWords.people(picture.mean)) a week; no time stands out.")
        }
    }

    /// Weekly means of several measures, each scaled; nil if none has numbers.
    func lines(
        _ series: [(head: String, bands: [WeeklyBand], scale: Double)], title: String, unit: String,
        note: String = "", limits: [Figure.Limit] = []
    ) -> Figure? {
        let known = series.filter { $0.bands.contains { $0.mean.isFinite } }
        let most = known.flatMap(\.bands).map(\.mean).filter(\.isFinite).max() ?? 0
        guard !unit.hasPrefix("people") || most >= 1 else { return nil }
        guard let weeks = known.map({ $0.bands }).max(by: { $0.count < $1.count }) else { return nil }
        let columns = known.map { series in
            let measured = series.bands.first { !$0.measure.isEmpty }
            return Figure.Column(
                key: "line", head: series.head,
                place: measured.map { .weekly($0.measure, $0.group, column: WeeklyBand.Column.mean.rawValue) },
                scale: series.scale)
        }
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
    func series(_ head: String, _ measure: Measure, scale: Double = 1) -> (
        head: String, bands: [WeeklyBand], scale: Double
    ) {
        (head, index.weekly(measure, scope.group), scale)
    }

    /// The measures that have a line on a page, shares as percentages.
    func series(_ page: Measure.Chart.Page) -> [(head: String, bands: [WeeklyBand], scale: Double)] {
        Measure.rows.flatMap { measure in
            measure.titles(page).map { series($0, measure, scale: measure.unit == .share ? 100 : 1) }
        }
    }
}
