import CareModel

/// A plan in sentences that a manager reads out.
public enum PlanWords {
    /// What was found: the plan and what it costs, or that there is none and why.
    public static func summary(_ report: PlanReport) -> String {
        let found = report.targets.compactMap { outcome($0) } + [hangsOn(report)].compactMap { $0 }
        let next = report.nextCommand.isEmpty ? [] : ["\(asksWhatItHangsOn): \(report.nextCommand)"]
        return (answer(report) + found + report.notes + next).joined(separator: "\n")
    }

    /// What stands before the command that asks it.
    static let asksWhatItHangsOn = "Where the plan's files are, this asks which assumptions it hangs on"

    /// What was found, in a sentence.
    public static func headline(_ report: PlanReport) -> String { answer(report)[0] }

    /// The plan and its cost in a sentence or two.
    static func answer(_ report: PlanReport) -> [String] {
        guard report.isFound else { return none(report) }
        let chosen = chosen(report)
        guard !chosen.isEmpty else { return ["Nothing need be changed: the targets are kept as it is."] }
        let name = report.best == "cost" ? "The cheapest plan" : "The best plan"
        let all = report.scenario.title.isEmpty ? report.scenario.name : report.scenario.title
        var sentences = ["\(name) for \(all): \(TextTools.list(chosen))."]
        sentences.append(
            "It costs \(pounds(report.poundsAYear)) a year once all of it is there, and \(pounds(report.poundsInAll)) "
                + "in the \(TextTools.count(report.weeks, "week", "weeks")) of the forecast.")
        if report.endedByBudget {
            sentences.append("The budget of runs ended before all was decided: with a larger one it may be cheaper.")
        }
        return sentences
    }

    /// What is chosen of each choice that is not left as it is.
    static func chosen(_ report: PlanReport) -> [String] {
        report.choices.filter { ($0.steps ?? 0) != 0 }.map { choice in
            choice.isPosts
                ? posts(choice.steps ?? 0, one: choice.one ?? choice.title, several: choice.title) : choice.words
        }
    }

    /// So many posts more or fewer: `+1 PWP in North`, `-2 PWPs in North`.
    static func posts(_ steps: Int, one: String, several: String) -> String {
        "\(steps < 0 ? "-" : "+")\(abs(steps)) \(abs(steps) == 1 ? one : several)"
    }

    /// A step of a choice: `+1 PWP in North`, or, of what is not counted, what it would be: `120% more referrals`.
    static func step(_ marginal: PlanReport.Marginal, title: (String) -> String = { $0 }) -> String {
        guard let one = marginal.one else { return title(marginal.words) }
        return posts(marginal.step, one: title(one), several: title(marginal.title))
    }

    private static func none(_ report: PlanReport) -> [String] {
        var sentences = ["There is no such plan among the choices that were given."]
        let missed = report.reachable.filter { !$0.isEnough }
        for best in missed {
            let target = report.targets[best.target]
            sentences.append(
                "\(target.title) can reach \(value(best.value, target)) at best, with \(best.words); asked is "
                    + "\(level(target)).")
        }
        if missed.isEmpty {
            sentences.append("Each target can be reached by itself, and not all of them together.")
        }
        if let place = report.inTheWay, missed.count != 1 {
            sentences.append("What stands in the way is \(report.targets[place].title).")
        }
        let bound = report.choices.filter { $0.isPosts && $0.pace != nil }
        let paces = bound.map { "\($0.title): \($0.pace ?? 0) a quarter" }
        if !missed.isEmpty, !bound.isEmpty {
            sentences.append(
                "Posts are filled at most so fast (\(paces.joined(separator: ", "))): "
                    + "--hires-per-quarter tells another pace, --weeks a longer time.")
        }
        return sentences
    }

    /// What a target comes to in fresh runs.
    static func outcome(_ target: PlanReport.Target) -> String? {
        guard let planned = target.planned else { return nil }
        let title = target.title + " (" + level(target) + ")"
        let today = target.today.map { ", with nothing changed \(value($0.value, target))" } ?? ""
        guard let chance = planned.chance else {
            return "\(title): \(value(planned.value, target)) on average\(today)."
        }
        return "\(title): kept in \(NumberText.percent(chance.share))% of runs that the search never saw "
            + "(\(NumberText.percent(chance.low))–\(NumberText.percent(chance.high))%); "
            + "\(value(planned.value, target)) with the chance that was asked\(today)."
    }

    /// The target that a cheaper plan would break.
    static func hangsOn(_ report: PlanReport) -> String? {
        guard let refused = report.refused, report.targets.indices.contains(refused.target) else { return nil }
        let target = report.targets[refused.target]
        let isMissed = target.isAtLeast ? refused.value < target.level : refused.value > target.level
        guard isMissed else {
            return
                "The nearest cheaper plan (\(refused.words), \(pounds(refused.pounds)) a year) could not be shown to "
                + "keep \(TextTools.lowercasedWord(target.title)) (\(value(refused.value, target)), asked is "
                + "\(level(target)))."
        }
        let said = value(refused.value, target)
        // Rounded it may be what is asked.
        let missed =
            said == value(target.level, target)
            ? "would just miss what is asked, \(level(target))." : "would be \(said), asked is \(level(target))."
        return "The nearest cheaper plan (\(refused.words), \(pounds(refused.pounds)) a year) is refused: "
            + "\(TextTools.lowercasedWord(target.title)) \(missed)"
    }

    /// What there is to say of a frontier that is level, so that there is nothing to draw; nil where it rises.
    static func levelFrontier(_ report: PlanReport) -> String? {
        let levels = report.frontier.map(\.level)
        guard let target = report.targets.first, let pounds = report.frontier.first?.pounds,
            report.frontier.allSatisfy({ abs($0.pounds - pounds) < 0.5 }), let low = levels.min(),
            let high = levels.max()
        else { return nil }
        let span = "from \(number(low, target)) to \(number(high, target))"
        if abs(pounds) >= 0.5 {
            return
                "Every level \(span) costs the same, \(Self.pounds(pounds)) a year: it is what the other targets ask."
        }
        let isKept =
            target.today.map { target.isAtLeast ? $0.value >= target.level : $0.value <= target.level } ?? false
        return isKept
            ? "\(target.title): kept already with nothing changed. No level \(span) costs anything."
            : "\(target.title): every level \(span) is reached by what costs nothing."
    }

    /// `at least 90% with 9 chances in 10`.
    static func level(_ target: PlanReport.Target) -> String {
        let side = target.isAtLeast ? "at least" : "at most"
        let chance = target.chance.map { ", in \(NumberText.percent($0))% of runs" } ?? ", on average"
        guard target.isAgainstToday else { return "\(side) \(number(target.level, target))\(chance)" }
        guard target.level != 0 else { return "no \(target.isAtLeast ? "less" : "more") than today\(chance)" }
        let more = target.level > 0 ? "more" : "less"
        return "\(side) \(number(abs(target.level), target)) \(more) than today\(chance)"
    }

    /// A value of a target; of one that is held against today, its difference.
    static func value(_ value: Double, _ target: PlanReport.Target) -> String {
        guard target.isAgainstToday else { return number(value, target) }
        let rounded = number(abs(value), target)
        return value < 0 ? "\(rounded) less than today" : "\(rounded) more than today"
    }

    /// The targets of which it is told what a step does: those that were asked for, and the waits that are held beside
    /// one, which may be what the plan hangs on.
    static func toldOfSteps(_ report: PlanReport) -> [PlanReport.Target] {
        let asked = report.targets.filter(\.isAsked)
        return asked.count > 1 ? asked : report.targets
    }

    /// What a step does to a target, with its sign. Shares have two decimals: a post of forty moves them little.
    static func change(_ change: Double, _ target: PlanReport.Target) -> String {
        let isShare = target.unit == MeasureUnit.share.rawValue
        func text(_ size: Double) -> String {
            isShare ? NumberText.percent(size, decimals: 2) + "%" : number(size, target)
        }
        let size = text(abs(change))
        return (size == text(0) ? "" : change < 0 ? "-" : "+") + size
    }

    static func number(_ value: Double, _ target: PlanReport.Target) -> String {
        ValueText.number(value, unit: target.unit) + ValueText.suffix(target.unit)
    }

    /// Pounds with thousands.
    static func pounds(_ value: Double) -> String {
        (value < 0 ? "-£" : "£") + NumberText.fixed(abs(value))
    }

    /// The span of days of a target.
    static func days(_ target: PlanReport.Target) -> String {
        "\(TextTools.tableDay(target.days.lowerBound)) to \(TextTools.tableDay(target.days.upperBound))"
    }
}
