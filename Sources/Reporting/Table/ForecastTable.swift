import CareModel

/// A forecast for a terminal, in the order of its report: how long, which promises, when, why, how far to trust it.
public enum ForecastTable {
    /// The table, at most 100 columns wide: the service, and a line for each team where teams stand beside one another;
    /// of many teams those in which most people pass the service's own promise.
    ///
    /// A wait stands with its unit, the 95% confidence interval of its mean and the range of the runs; a promise with
    /// what the runs show of it.
    public static func text(_ forecast: Forecast) -> String {
        let index = ForecastIndex(forecast)
        let manifest = forecast.manifest
        var heading = TableLayout(alignsRight: [false])
        heading.lines = [.heading(manifest.title.isEmpty ? manifest.scenario : manifest.title)]
        heading.lines += manifest.changes.map { .heading("  with \($0.text)") }
        heading.lines.append(
            .heading(
                "\(TextTools.count(manifest.weeks, "week", "weeks")) from \(manifest.starts.longText); "
                    + "\(TextTools.count(manifest.replications, "run", "runs")), seed \(manifest.seed), version "
                    + manifest.version))
        let parts = [howLong(index), promises(index), when(index), why(index)].filter { !$0.isEmpty }
        let nothing = parts.isEmpty ? ["\nnothing was measured\n"] : []
        return heading.text + (parts + nothing).joined() + key(index) + TrustedTable.text(forecast)
    }

    /// The three waits of the service, then the first wait of each team.
    private static func howLong(_ index: ForecastIndex) -> String {
        let runs = ChanceText.range(runs: index.forecast.manifest.replications)
        var table = TableLayout(alignsRight: [false, true, true, false])
        table.lines = [.blank, .cells(["HOW LONG", "mean (95% interval)", runs, ""])]
        let rows = index.shownScopes.enumerated().flatMap { place, scope -> [[String]] in
            let waits = place == 0 ? WaitWords.all : Array(WaitWords.all.prefix(1))
            return waits.compactMap { wait in
                guard let row = index.summary(wait.measure, scope.group) else { return nil }
                let words = WaitWords(scope: scope, index: index)
                let label = place == 0 ? wait.title : scope.title
                return [
                    label, ValueText.interval(row), ValueText.range(row.p05, row.p95, unit: row.unit),
                    words.trend(wait)?.brief ?? "",
                ]
            }
        }
        return rows.isEmpty ? "" : text(&table, rows, cut: 24)
    }

    /// A line for each team, a column for each promise; the service's own aims stand apart.
    private static func promises(_ index: ForecastIndex) -> String {
        let columns = PromiseColumn.all(index)
        return promises("WHICH PROMISES", columns.filter(\.isHeld), index)
            + promises("OWN AIMS, NOBODY IS HELD TO THEM", columns.filter { !$0.isHeld }, index)
    }

    private static func promises(_ title: String, _ columns: [PromiseColumn], _ index: ForecastIndex) -> String {
        guard !columns.isEmpty else { return "" }
        var table = TableLayout(alignsRight: [false] + columns.map { _ in false })
        let heads = columns.map { brief($0, index) }
        let rows = index.shownScopes.map { scope in
            columns.map { column -> String in
                guard let cell = column.cell(scope, index) else { return NumberText.unknown }
                let word = cell.isOfSeenOnly ? SeenOnly.brief : cell.verdict?.brief ?? ""
                return cell.row.shown(.mean).text + (word.isEmpty ? "%" : "% \(word)")
            }
        }
        let limits = columns.map { $0.isHeld ? $0.promise.words : "" }
        let isHeld = limits.contains { !$0.isEmpty }
        let widths = columns.indices.map { place in
            ([heads[place], limits[place]] + rows.map { $0[place] }).map(\.count).max() ?? 0
        }
        let left = table.widest - widths.reduce(0) { $0 + $1 + 2 } - 2
        table.lines = [.blank, .cells([TableLayout.cut(title, to: max(8, left + 2))] + heads)]
        if isHeld { table.lines.append(.cells([""] + limits)) }
        for (scope, cells) in zip(index.shownScopes, rows) {
            table.lines.append(.cells(["  " + TableLayout.cut(scope.title, to: max(6, min(30, left)))] + cells))
        }
        return table.text
    }

    /// A promise in a heading.
    private static func brief(_ column: PromiseColumn, _ index: ForecastIndex) -> String {
        guard let promise = column.measure.promise else { return column.heading }
        let days = index.forecast.standards.days(promise)
        switch promise {
        case .firstTreatmentNationalFirst, .firstTreatmentNationalSecond: return "treated \(days) d"
        case .secondTreatmentLimit: return "2nd > \(days) d"
        case .secondTreatment, .secondTreatmentBeforeLimit: return "2nd in \(days) d"
        case .firstAppointment, .firstAppointmentNationalFirst, .firstAppointmentNationalSecond:
            return "1st in \(days) d"
        case .treatmentLow, .treatmentHigh, .stepUp, .perinatalAssessed, .perinatalTreated, .breaches,
            .breachesNationalFirst, .breachesNationalSecond, .secondBreaches, .secondBreachesLimit:
            return "\(days) d"
        }
    }

    /// How many a week pass each day, and when most do.
    private static func when(_ index: ForecastIndex) -> String {
        let standards = index.forecast.standards
        var table = TableLayout(alignsRight: [false, true, true, false])
        let runs = ChanceText.range(runs: index.forecast.manifest.replications)
        table.lines = [.blank, .cells(["WHEN: PEOPLE WHO PASS THE DAY", "people a week", runs, ""])]
        let rows = index.shownScopes.enumerated().flatMap { place, scope -> [[String]] in
            let measures = place == 0 ? standards.breaches : Array(standards.breaches.prefix(1))
            return measures.compactMap { measure in
                guard let picture = BreachPicture(index.weekly(standards.name(measure), scope.group)) else {
                    return nil
                }
                let who = place == 0 ? scope.title + ", \(standards.days(measure)) days" : scope.title
                return [who] + line(picture)
            }
        }
        return rows.isEmpty ? "" : text(&table, rows, cut: 28)
    }

    private static func line(_ picture: BreachPicture) -> [String] {
        if picture.isNever { return ["0", "", picture.runs < 2 ? "nobody, in one run" : "nobody, in any run"] }
        let told = picture.told
        let (low, high) = (told.shown(.mean, .least), told.shown(.mean, .most))
        let people = low.text == high.text ? high.text : "\(low.text) to \(high.text)"
        let isKnown = told.allSatisfy { $0.p05.isFinite && $0.p95.isFinite }
        let range = isKnown ? "\(told.shown(.p05, .least).text)–\(told.shown(.p95, .most).text)" : NumberText.unknown
        switch picture.peak {
        case .week(let worst): return [people, range, "week of \(TextTools.tableDay(worst.starts))"]
        case .season(let bands): return [people, range, bands.months]
        case .none: return [people, range, "all the time"]
        }
    }

    /// The queues of the service with the weeks of work in them, and the tightest of each team.
    private static func why(_ index: ForecastIndex) -> String {
        guard let service = index.scopes.first else { return "" }
        var table = TableLayout(alignsRight: [false, true, true, true])
        let runs = ChanceText.range(runs: index.forecast.manifest.replications)
        table.lines = [.blank, .cells(["WHY: WHO WAITS", "at start → end", runs, "weeks of work"])]
        let all = Bottleneck.all(service, index)
        var rows = all.map { row($0, TextTools.capitalised($0.queue.words), service, index) }
        for scope in index.shownScopes.dropFirst() {
            guard let tight = Bottleneck.tightest(scope, index) else { continue }
            rows.append(row(tight, "\(TableLayout.cut(scope.title, to: 20)): \(tight.queue.words)", scope, index))
        }
        return rows.isEmpty ? "" : text(&table, rows)
    }

    private static func row(
        _ queue: Bottleneck, _ label: String, _ scope: Scope, _ index: ForecastIndex
    ) -> [String] {
        let start = index.waitingOnFirstDay(queue.queue, scope).map(String.init) ?? NumberText.rough(queue.atStart)
        let last = queue.bandsAtEnd.last
        let range = last.map { ValueText.range($0.p05, $0.p95, unit: MeasureUnit.people.rawValue) } ?? ""
        return [
            label, "\(start) → \(NumberText.fixed(last?.mean ?? queue.atEnd)) people", range,
            NumberText.dense(queue.weeksOfWork),
        ]
    }

    /// What the words of the table mean.
    private static func key(_ index: ForecastIndex) -> String {
        var table = TableLayout(alignsRight: [false])
        table.lines = [.blank, .heading(Verdict.key)]
        let columns = PromiseColumn.all(index)
        let isOfSeen = index.shownScopes.contains { scope in
            columns.contains { $0.cell(scope, index)?.isOfSeenOnly == true }
        }
        if isOfSeen { table.lines.append(.heading(SeenOnly.key)) }
        let others = index.otherScopes.count
        if others > 0 {
            table.lines.append(
                .heading(
                    "\(TextTools.count(others, "more team is", "more teams are")) in the report and in measures.csv."))
        }
        return table.text
    }

    private static func text(_ table: inout TableLayout, _ rows: [[String]], cut: Int = 44) -> String {
        table.lines += rows.map { .cells(["  " + TableLayout.cut($0[0], to: cut)] + $0.dropFirst()) }
        return table.text
    }
}
