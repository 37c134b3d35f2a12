import CareModel

/// A forecast's headline measures for a terminal.
public enum ForecastTable {
    /// The table: the service, then each team, at most 100 columns wide.
    ///
    /// A value stands with its unit and the 95% confidence interval of its mean; then the range in which 9 of 10 runs
    /// lie, the standard, and whether the standard is met.
    public static func text(_ forecast: Forecast) -> String {
        let index = ForecastIndex(forecast)
        var table = TableLayout(alignsRight: [false, true, true, false, false])
        let manifest = forecast.manifest
        table.lines = [
            .heading(manifest.title.isEmpty ? manifest.scenario : manifest.title)
        ]
        table.lines += manifest.changes.map { .heading("  with \($0.text)") }
        table.lines += [
            .heading(
                "\(manifest.weeks) weeks from \(manifest.starts.longText); \(manifest.replications) runs, "
                    + "seed \(manifest.seed), version \(manifest.version)")
        ]
        for scope in index.scopes {
            table.lines += [.blank, .heading(scope.title.uppercased())]
            table.lines.append(.cells(["", "mean (95% interval)", "9 in 10 runs", "standard", ""]))
            let before = table.lines.count
            for section in Headline.sections {
                add(section.title, rows(section, scope: scope, index: index), to: &table)
                if section.title.hasPrefix("Promises") {
                    add("Breaches in the worst week", breaches(scope, index), to: &table)
                }
                if section.title.hasPrefix("People") { add("Queues", queues(scope, index), to: &table) }
            }
            add("Staff, per WTE", staff(scope, index), to: &table)
            if table.lines.count == before { table.lines.append(.heading("  nothing was measured")) }
        }
        table.lines += [.blank, .heading(key)]
        return table.text
    }

    private static let key =
        "meets, misses: at least 19 in 20 runs agree; either way: they do not. DNA: did not attend."

    private static func add(_ title: String, _ rows: [[String]], to table: inout TableLayout) {
        guard !rows.isEmpty else { return }
        table.lines.append(.heading(title))
        table.lines += rows.map { .cells(["  " + TableLayout.cut($0[0], to: 30)] + $0.dropFirst()) }
    }

    private static func rows(_ section: Headline.Section, scope: Scope, index: ForecastIndex) -> [[String]] {
        section.lines.filter(\.isBrief).compactMap { line in
            guard let row = index.summary(line.measure, scope.group) else { return nil }
            let promise = Promise.of(line.measure, standards: index.forecast.standards)
            return cells(line.label, row, promise, bare: section.title.hasPrefix("People"))
        }
    }

    private static func cells(
        _ label: String, _ row: MeasureSummary, _ promise: Promise?, bare: Bool = false
    ) -> [String] {
        [
            label, ValueText.interval(row, bare: bare), ValueText.range(row.p05, row.p95, unit: row.unit),
            promise?.words ?? "", promise?.verdict(row)?.rawValue ?? "",
        ]
    }

    /// Breaches in the worst week, and their chance.
    private static func breaches(_ scope: Scope, _ index: ForecastIndex) -> [[String]] {
        [28, 42, 126].compactMap { days in
            let bands = index.weekly("first-appointment-breaches-\(days)", scope.group)
            guard let picture = BreachPicture(bands) else { return nil }
            let worst = picture.worst
            if picture.isNever { return ["Over \(days) days", "nobody, in any run", "", "", ""] }
            return [
                "Over \(days) days: \(TextTools.tableDay(worst.starts))",
                ValueText.number(worst.mean, unit: "people", beside: worst.p95) + " people",
                ValueText.range(worst.p05, worst.p95, unit: "people"), "chance of any",
                ChanceText.brief(worst.probabilityAny),
            ]
        }
    }

    /// How many wait in the first week and in the last.
    private static func queues(_ scope: Scope, _ index: ForecastIndex) -> [[String]] {
        Headline.queues.compactMap { queue in
            let bands = index.weekly(queue.measure, scope.group).filter(\.mean.isFinite)
            guard let first = bands.first, let last = bands.last else { return nil }
            let from = ValueText.number(first.mean, unit: "people", beside: max(first.mean, last.mean))
            let to = ValueText.number(last.mean, unit: "people", beside: max(first.mean, last.mean))
            return [
                TextTools.capitalised(queue.label), "\(from) → \(to) people",
                ValueText.range(last.p05, last.p95, unit: "people"), "at the end", "",
            ]
        }
    }

    /// A line for caseload and one for hours a role; the unused slots stand beside the hours.
    private static func staff(_ scope: Scope, _ index: ForecastIndex) -> [[String]] {
        index.roles(team: scope.team).flatMap { role -> [[String]] in
            let group = MeasureGroup(team: scope.team, role: role)
            return [StaffMeasure.caseload, .hours].compactMap { staff in
                guard let row = staff.summary(group, index) else { return nil }
                return cells("\(RoleWords.brief(role)): \(staff.brief)", row, staff.promise(group, index), bare: true)
            }
        }
    }
}
