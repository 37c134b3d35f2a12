import CareModel
import Experiments
import Forecasting
import Planning
public import Reporting
import ScenarioFiles
import ServiceSimulation
import Statistics

extension ServicePlanOutcome {
    /// The plan as tables, words, charts and files are made of it.
    /// - Parameters:
    ///   - command: the command that makes it again; empty if no command made it.
    ///   - beside: the service as it is and with the plan, side by side; nil leaves that out.
    public func report(command: String = "", beside: ComparisonReport? = nil) -> PlanReport {
        PlanAssembly(found: self, command: command, beside: beside).report()
    }
}

/// Turns what a search found into what its table, page and files are made of.
struct PlanAssembly {
    let found: ServicePlanOutcome
    let command: String
    let beside: ComparisonReport?

    private var prepared: PreparedPlan { found.prepared }
    private var request: PlanRequest { prepared.request }
    private var scenario: ServiceScenario { prepared.loaded.scenario }
    private var targets: [ResolvedTarget] { prepared.targets }

    func report() -> PlanReport {
        let loaded = prepared.loaded
        var report = PlanReport(
            scenario: ComparedScenario(loaded, changes: request.changes),
            seed: request.settings.seed, starts: scenario.starts, weeks: prepared.weeks, version: ProgramVersion.text,
            command: command, best: best)
        report.isFound = found.outcome.chosen != nil
        report.endedByBudget = found.outcome.ending == .budget
        report.targets = targets.indices.map(target)
        report.quarters = quarters
        report.choices = prepared.variables.indices.map(choice)
        report.poundsAYear = zip(prepared.variables, found.point ?? []).reduce(0) {
            $0 + $1.0.poundsAYear * Double($1.1)
        }
        report.poundsInAll = poundsInAll
        report.frontier = found.outcome.frontier.map { (targets[0].shown($0.atLeast), pounds($0.point)) }
        report.marginal = found.outcome.marginal.filter(\.isAllowed).compactMap(marginal)
        report.refused = found.outcome.refusedNearby.flatMap(refused)
        if let refusal = found.outcome.refusal {
            report.reachable = refusal.reachable.enumerated().map { place, best in
                PlanReport.Reachable(
                    target: place, value: targets[place].shown(best.value), isEnough: best.isEnough,
                    words: words(best.point))
            }
            report.inTheWay = place(refusal.inTheWay)
        }
        report.guarantee = PlanningWords.guarantee(of: found.outcome.chosen)
        report.nextCommand = nextCommand
        report.notes = PlanningWords(variables: prepared.variables, targets: targets)
            .notes(prepared, isAsked: !request.variations.isEmpty)
        report.runs = (found.outcome.runs, found.teamRuns, request.budget)
        report.firstDays = found.firstDays
        report.fluid = fluid
        report.tried = found.outcome.simulated.flatMap(tried)
        report.beside = beside
        return report
    }

    /// What asks which assumptions the plan hangs on: those that move the first target, with the plan as it is written
    /// beside the report. Empty without a plan.
    private var nextCommand: String {
        guard found.outcome.chosen != nil, let first = targets.first(where: { $0.reason == .asked }) else { return "" }
        let measure = (first.target.team.map { "\($0):" } ?? "") + first.target.measure
        return ShellText.line([
            "stepcare", "sensitivity", PlanFolder.scenario, "--measure", measure, "--weeks", String(prepared.weeks),
            "--seed", String(request.settings.seed),
        ])
    }

    private var best: String {
        switch request.best {
        case .cost: "cost"
        case .change: "change"
        case .measure(let name): name
        }
    }

    private func place(_ name: String) -> Int? { targets.indices.first { ServicePlanProblem.name($0) == name } }

    private func pounds(_ point: [Int]) -> Double {
        zip(prepared.variables, point).reduce(0) { $0 + $1.0.poundsAYear * Double($1.1) }
    }

    /// What a point has that is not as it is, in words.
    private func words(_ point: [Int]) -> String {
        let parts = zip(prepared.variables, point).compactMap { variable, steps -> String? in
            guard !variable.isAsItIs(steps) else { return nil }
            return variable.words(steps) + variable.place(in: scenario)
        }
        return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
    }

    private func target(_ place: Int) -> PlanReport.Target {
        let own = targets[place]
        let (level, isAgainstToday): (Double, Bool) =
            switch own.target.level {
            case .value(let value): (value, false)
            case .today(let plus): (own.reason == .guarding ? own.allowance : plus, true)
            }
        let first = scenario.starts + Int32(own.weeks.lowerBound * 7)
        let last = scenario.starts + Int32(own.weeks.upperBound * 7 - 1)
        var target = PlanReport.Target(
            text: own.target.text, title: own.title, measure: own.target.measure, unit: own.unit.rawValue,
            isAtLeast: own.target.side == .atLeast, level: level, isAgainstToday: isAgainstToday, days: first...last,
            chance: own.chance, isAsked: own.reason == .asked)
        target.allowance = own.allowance
        target.today = today(own, place)
        target.planned = found.outcome.chosen.flatMap { chosen in
            // A budget may end before the plan has met fresh runs: then nothing is known of it but from the search.
            guard chosen.runs > 0 else { return nil }
            let result = chosen.targets[place]
            let chance = own.chance.map { _ in
                (result.interval.estimate, result.interval.lowerBound, result.interval.upperBound)
            }
            let isKept: Bool? =
                switch result.verdict {
                case .accepted: true
                case .refused: false
                case .undecided: nil
                }
            return PlanReport.Target.Planned(value: own.shown(result.value), chance: chance, isKept: isKept)
        }
        return target
    }

    /// With nothing changed: what the search's runs say, as they say it of a plan, or else the pilot's; and the share
    /// of the pilot's that keep the target.
    private func today(_ target: ResolvedTarget, _ place: Int) -> (value: Double, kept: Double)? {
        let values = found.records.compactMap { record -> Double? in
            guard let own = record.sums(target.count, teams: target.teams, weeks: target.weeks, of: scenario),
                let then = record.sums(target.count, teams: target.teams, weeks: target.weeksOfToday, of: scenario)
            else { return nil }
            return target.value(own, today: then)
        }
        guard !values.isEmpty else { return nil }
        let asItIs = found.outcome.simulated.first { plan in
            zip(prepared.variables, plan.point).allSatisfy { $0.isAsItIs($1) }
        }
        let piloted =
            target.chance.map { quantile(1 - $0, ofAscending: values.sorted()) }
            ?? values.reduce(0, +) / Double(values.count)
        return (
            target.shown(asItIs?.values[place] ?? piloted),
            Double(values.count { $0 >= target.atLeast }) / Double(values.count)
        )
    }

    /// Quarters from the first day at which a post can begin.
    private var quarters: [CivilDay] {
        let count = (prepared.weeks + HiringPace.quarterWeeks - 1) / HiringPace.quarterWeeks
        return (0..<count).map { scenario.starts + Int32($0 * HiringPace.quarterWeeks * 7) }
    }

    private func choice(_ place: Int) -> PlanReport.Choice {
        let variable = prepared.variables[place]
        let steps = found.point.map { $0[place] }
        var (posts, pace): ([Int], Int?) = ([], nil)
        if case .posts(let team, let role, let from, _) = variable.kind {
            let hiring = HiringPace(
                role, of: scenario.teams[team], starts: scenario.starts, told: request.hiresAQuarter)
            pace = from == nil ? hiring.postsAQuarter : nil
            posts = quarters.map { variable.posts(steps ?? 0, before: $0 + Int32(HiringPace.quarterWeeks * 7), hiring) }
        }
        return PlanReport.Choice(
            name: variable.name, title: variable.title, range: variable.range, steps: steps,
            words: steps.map { variable.isAsItIs($0) ? "as it is" : variable.words($0) } ?? "",
            poundsAYear: variable.poundsAYear, isPosts: variable.isPosts, posts: posts, pace: pace,
            one: variable.one)
    }

    /// What the posts cost from their first days on, in the weeks of the forecast.
    private var poundsInAll: Double {
        let days = (0..<prepared.weeks).map { scenario.starts + Int32($0 * 7) }
        return zip(prepared.variables, found.point ?? []).reduce(0) { sum, step in
            let (variable, steps) = step
            guard case .posts(let team, let role, _, _) = variable.kind else {
                return sum + variable.poundsAYear * Double(steps) * Double(prepared.weeks) / 52.18
            }
            let hiring = HiringPace(
                role, of: scenario.teams[team], starts: scenario.starts, told: request.hiresAQuarter)
            let weeks = days.reduce(0) { $0 + variable.posts(steps, before: $1 + 1, hiring) }
            return sum + Double(weeks) * variable.poundsAYear / 52.18
        }
    }

    private func marginal(_ marginal: PlanMarginal) -> PlanReport.Marginal? {
        guard let point = found.point,
            let place = prepared.variables.firstIndex(where: { $0.name == marginal.variable })
        else { return nil }
        let variable = prepared.variables[place]
        let steps = point[place] + marginal.step
        return PlanReport.Marginal(
            title: variable.title, step: marginal.step, pounds: variable.poundsAYear * Double(marginal.step),
            changes: zip(targets, marginal.values).map { $0.shown($1) }, one: variable.one,
            words: variable.isAsItIs(steps)
                ? "\(variable.title) as it is"
                : variable.words(steps) + variable.place(in: scenario))
    }

    private func refused(_ refused: PlanRefused) -> PlanReport.Refused? {
        place(refused.target).map { place in
            PlanReport.Refused(
                words: words(refused.point), pounds: pounds(refused.point), target: place,
                value: targets[place].shown(refused.value))
        }
    }

    private func tried(_ simulated: PlanSimulation) -> [PlanReport.Tried] {
        let estimate = found.fluid?.estimate(simulated.point.map(Double.init))
        return targets.indices.map { place in
            PlanReport.Tried(
                words: words(simulated.point), pounds: pounds(simulated.point), runs: simulated.runs, target: place,
                value: targets[place].shown(simulated.values[place]), standardError: simulated.standardErrors[place],
                fluid: estimate.map { targets[place].shown($0[place]) })
        }
    }

    /// What the fluid model says at the plan, less what fresh runs say.
    private var fluid: [Double?] {
        guard let chosen = found.outcome.chosen, let fluid = found.fluid,
            let estimate = fluid.estimate(chosen.point.map(Double.init))
        else { return targets.map { _ in nil } }
        return zip(targets, zip(estimate, chosen.targets)).map { target, values in
            target.shown(values.0) - target.shown(values.1.value)
        }
    }
}

extension PlannedVariable {
    /// Whether it is posts.
    var isPosts: Bool {
        if case .posts = kind { true } else { false }
    }

    /// Whether so many steps leave it as it is, as far as the choice knows.
    func isAsItIs(_ steps: Int) -> Bool {
        switch kind {
        case .posts, .screening: steps == 0
        case .referrals(_, let values, _): values.value(Double(steps)) == 0
        case .key: false
        }
    }

    /// ` in Mid Essex` for what is of one team of several.
    func place(in scenario: ServiceScenario) -> String {
        guard scenario.teams.count > 1 else { return "" }
        switch kind {
        case .posts(let team, _, _, _), .screening(let team, _): return " in \(scenario.teams[team].title)"
        case .referrals(let teams, _, _): return teams.count == 1 ? " to \(scenario.teams[teams[0]].title)" : ""
        case .key: return ""
        }
    }

    /// How many posts more or fewer are there on the day before a day.
    func posts(_ steps: Int, before day: CivilDay, _ pace: HiringPace) -> Int {
        guard case .posts(_, _, let from, let until) = kind else { return 0 }
        if let until, day - 1 > until { return 0 }
        if let from { return from < day ? steps : 0 }
        return steps < 0 ? steps : min(steps, pace.most(before: day))
    }
}
