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
            table.lines.append(
                .cells(["", "mean (95% interval)", ChanceText.range(runs: manifest.replications), "standard", ""]))
            let before = table.lines.count
            for section in HeadlineSection.all(forecast.standards) {
                add(section.title, rows(section, scope: scope, index: index), to: &table)
                if section.section == .promises {
                    add("Breaches a week, when most", breaches(scope, index), to: &table)
                }
                if section.section == .people { add("Queues", queues(scope, index), to: &table) }
            }
            add("Staff, per WTE", staff(scope, index), to: &table)
            if table.lines.count == before { table.lines.append(.heading("  nothing was measured")) }
        }
        table.lines += [.blank, .heading(Verdict.key), .heading("DNA: did not attend.")]
        let isOfSeen = table.lines.contains { line in
            if case .cells(let cells) = line { cells.last == SeenOnly.brief } else { false }
        }
        if isOfSeen { table.lines.append(.heading(SeenOnly.key)) }
        table.lines += LongWaitWords.sentences(
            forecast.measures.map { ($0.measure, $0.unit, $0.p95.isFinite ? $0.p95 : $0.mean) }
        ).map { .heading($0) }
        return table.text + TrustedTable.text(forecast)
    }

    private static func add(_ title: String, _ rows: [[String]], to table: inout TableLayout) {
        guard !rows.isEmpty else { return }
        table.lines.append(.heading(title))
        table.lines += rows.map { .cells(["  " + TableLayout.cut($0[0], to: 30)] + $0.dropFirst()) }
    }

    private static func rows(_ section: HeadlineSection, scope: Scope, index: ForecastIndex) -> [[String]] {
        section.lines.filter(\.isBrief).compactMap { line in
            guard let row = index.summary(line.measure, scope.group) else { return nil }
            let promise =
                index.forecast.isAssumed(line) ? nil : Promise.of(line, standards: index.forecast.standards)
            var cells = cells(line.label, row, promise, bare: section.section == .people)
            let seen = SeenOnly(group: scope.group, index: index)
            if let promise, let promised = line.promised, seen.contradicts(promise.verdict(row), promised, promise) {
                cells[cells.count - 1] = SeenOnly.brief
            }
            return cells
        }
    }

    private static func cells(
        _ label: String, _ row: MeasureSummary, _ promise: Promise?, bare: Bool = false
    ) -> [String] {
        [
            label, ValueText.interval(row, bare: bare), ValueText.range(row.p05, row.p95, unit: row.unit),
            promise?.words ?? "", promise.map { $0.verdict(row)?.brief ?? NumberText.unknown } ?? "",
        ]
    }

    /// Breaches a week in the worst week, where one stands out, or in the worst time; and their chance.
    private static func breaches(_ scope: Scope, _ index: ForecastIndex) -> [[String]] {
        let standards = index.forecast.standards
        return standards.breaches.compactMap { measure in
            guard let picture = BreachPicture(index.weekly(standards.name(measure), scope.group)) else { return nil }
            let over = "Over \(standards.days(measure)) days"
            if picture.isNever {
                return [over, picture.runs < 2 ? "nobody, in one run" : "nobody, in any run", "", "", ""]
            }
            let largest = picture.highest.p95.isFinite ? picture.highest.p95 : nil
            let mean = ValueText.number(picture.mean, unit: "people", beside: largest) + " people"
            switch picture.peak {
            case .week(let worst):
                return [
                    "\(over): \(TextTools.tableDay(worst.starts))", mean,
                    ValueText.range(worst.p05, worst.p95, unit: "people"), "chance of any",
                    worst.any.map(ChanceText.brief) ?? "",
                ]
            case .season(let bands): return ["\(over): \(months(bands))", mean, "", "", ""]
            case .none: return ["\(over): no peak", mean, "", "", ""]
            }
        }
    }

    /// `Jan–Mar 2027`: the months that weeks lie in, with the year of the last.
    private static func months(_ bands: [WeeklyBand]) -> String {
        guard let first = bands.first?.starts.date, let last = bands.last.map({ ($0.starts + 6).date }) else {
            return ""
        }
        func month(_ number: Int) -> String { String(CivilDay.monthNames[number - 1].prefix(3)) }
        let from = first.month == last.month ? "" : month(first.month) + "–"
        return "\(from)\(month(last.month)) \(last.year)"
    }

    /// How many wait on the first day and at the end of the last week.
    private static func queues(_ scope: Scope, _ index: ForecastIndex) -> [[String]] {
        WaitingQueue.all.compactMap { queue in
            let bands = index.weekly(queue.name, scope.group).filter(\.mean.isFinite)
            guard let first = bands.first, let last = bands.last else { return nil }
            let start = index.waitingOnFirstDay(queue, scope).map(Double.init)
            let largest = max(start ?? first.mean, last.mean)
            let from =
                start.map { NumberText.fixed($0) } ?? ValueText.number(first.mean, unit: "people", beside: largest)
            let to = ValueText.number(last.mean, unit: "people", beside: largest)
            return [
                TextTools.capitalised(queue.words), "\(from) → \(to) people",
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
