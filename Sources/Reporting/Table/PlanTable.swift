import CareModel

/// A plan for a terminal.
public enum PlanTable {
    /// The table, at most 100 columns wide.
    public static func text(_ report: PlanReport) -> String {
        let foundation = report.notes + [report.guarantee].filter { !$0.isEmpty }
        let parts = [
            header(report, report.scenario), lines(PlanWords.answer(report)), targets(report),
            report.isFound ? posts(report) : "", report.isFound ? choices(report) : "",
            PlanWords.hangsOn(report).map { $0 + "\n" } ?? "", report.marginal.isEmpty ? "" : steps(report),
            report.frontier.count > 1 ? frontier(report) : "", lines(foundation),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func lines(_ sentences: [String]) -> String { sentences.map { $0 + "\n" }.joined() }

    private static func header(_ report: PlanReport, _ scenario: ComparedScenario) -> String {
        var table = TableLayout(alignsRight: [])
        table.lines = [
            .heading("Plan for \(scenario.fullTitle)"),
            .heading(
                "\(report.weeks) weeks from \(report.starts.longText); \(NumberText.grouped(report.runs.used)) of "
                    + "\(NumberText.grouped(report.runs.budget)) runs, seed \(report.seed), version \(report.version)"),
        ]
        return table.text
    }

    private static func targets(_ report: PlanReport) -> String {
        var table = TableLayout(alignsRight: [false, false, true, true, true])
        table.lines = [.cells(["TARGET", "asked", "as it is", "plan", "kept in runs"])]
        for target in report.targets {
            let planned = target.planned
            let chance = planned?.chance.map { chance in
                "\(NumberText.percent(chance.share))% "
                    + "(\(NumberText.percent(chance.low))–\(NumberText.percent(chance.high)))"
            }
            table.lines.append(
                .cells([
                    TableLayout.cut(target.title, to: 34), asked(target),
                    target.today.map { PlanWords.number($0.value, target) } ?? NumberText.unknown,
                    planned.map { PlanWords.number($0.value, target) } ?? NumberText.unknown,
                    chance ?? (planned == nil ? NumberText.unknown : "mean"),
                ]))
        }
        return table.text
    }

    private static func asked(_ target: PlanReport.Target) -> String {
        let sign = target.isAtLeast ? "≥" : "≤"
        guard target.isAgainstToday else { return "\(sign) \(PlanWords.number(target.level, target))" }
        let more =
            target.level == 0 ? "" : " \(target.level > 0 ? "+" : "-") \(PlanWords.number(abs(target.level), target))"
        return "\(sign) today\(more)"
    }

    /// Posts that are there at the end of each quarter in which they change; of more than fit, the last.
    private static func posts(_ report: PlanReport) -> String {
        let chosen = report.choices.filter { $0.isPosts && ($0.steps ?? 0) != 0 }
        guard !chosen.isEmpty else { return "" }
        let shown = report.quarters.indices.filter { quarter in
            chosen.contains { $0.posts.indices.contains(quarter) && $0.posts[quarter] != $0.before(quarter) }
        }.suffix(7)
        var table = TableLayout(alignsRight: [false] + shown.map { _ in true } + [true])
        table.lines = [
            .heading("POSTS MORE THAN NOW, at the end of the quarter that begins"),
            .cells([""] + shown.map { TextTools.axisDay(report.quarters[$0]) } + ["a year"]),
        ]
        for choice in chosen {
            let pounds = choice.poundsAYear * Double(choice.steps ?? 0)
            table.lines.append(
                .cells(
                    [short(choice.title)]
                        + shown.map { choice.posts.indices.contains($0) ? String(choice.posts[$0]) : "" }
                        + [PlanWords.pounds(pounds)]))
        }
        return table.text
    }

    /// `high-intensit… in North Somerset`: where of a name is kept, since whole rows differ in nothing else.
    private static func short(_ title: String, to width: Int = nameWidth) -> String {
        guard let place = title.firstRange(of: " in ") else { return TableLayout.cut(title, to: width) }
        let (what, whereItIs) = (String(title[..<place.lowerBound]), String(title[place.lowerBound...]))
        let room = max(5, width - whereItIs.count)
        return TableLayout.cut(TableLayout.cut(what, to: room) + whereItIs, to: width)
    }

    private static let nameWidth = 30

    private static func choices(_ report: PlanReport) -> String {
        let others = report.choices.filter { !$0.isPosts }
        guard !others.isEmpty else { return "" }
        var table = TableLayout(alignsRight: [false, false])
        table.lines = others.map { .cells([$0.title, $0.words]) }
        return table.text
    }

    private static func steps(_ report: PlanReport) -> String {
        let told = PlanWords.toldOfSteps(report)
        var table = TableLayout(alignsRight: [false, true] + told.map { _ in true })
        table.lines = [
            .heading("WHAT ONE MORE OR ONE LESS WOULD DO, as fitted to the runs"),
            .cells(["", "a year"] + told.map(head)),
        ]
        // Names have what the figures leave.
        let width = max(nameWidth, table.widest - 12 - told.count * 18)
        for marginal in report.marginal {
            table.lines.append(
                .cells(
                    [
                        PlanWords.step(marginal, title: { short($0, to: width) }),
                        PlanWords.pounds(marginal.pounds),
                    ]
                        + zip(told, marginal.changes).map { PlanWords.change($1, $0) }))
        }
        return table.text
    }

    /// A target at the head of a narrow column.
    private static func head(_ target: PlanReport.Target) -> String {
        switch target.measure {
        case "weeks-to-first-appointment": "first wait"
        case "weeks-to-low-intensity": "low wait"
        case "weeks-to-high-intensity": "high wait"
        default: TableLayout.cut(target.title, to: 16)
        }
    }

    private static func frontier(_ report: PlanReport) -> String {
        guard let target = report.targets.first else { return "" }
        if let words = PlanWords.levelFrontier(report) { return words + "\n" }
        var table = TableLayout(alignsRight: [true, true])
        table.lines = [
            .heading("COST AGAINST \(target.title.uppercased()), as fitted to the runs")
        ]
        table.lines += report.frontier.map {
            .cells([PlanWords.number($0.level, target), PlanWords.pounds($0.pounds)])
        }
        return table.text
    }
}

extension PlanReport.Choice {
    /// Posts at the end of the quarter before one; none before the first.
    fileprivate func before(_ quarter: Int) -> Int { quarter > 0 ? posts[quarter - 1] : 0 }
}
