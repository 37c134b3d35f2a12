import CareModel
import Experiments
import Replications
import Reporting
import ScenarioFiles
import ServiceSimulation
import Statistics

/// Tries changes of a service beside its forecast: each kind a few times, then those that move it most as often as an
/// interval takes. Every run begins with the first day of a run of the forecast and has its luck, so that what differs
/// is the change (common random numbers); the forecast's own runs are what each is laid beside.
struct LeverTrials {
    /// What the forecast was of.
    private let scenario: ServiceScenario
    private let settings: RunSettings
    private let plan: LeverPlan
    private let watch: RunWatch
    /// First days that the forecast's runs begin with in turn.
    private let firstDays: Int
    /// The service with changes, and the first days as it begins with them; nil if it cannot have them.
    private let changed: ([ScenarioChange]) -> (scenario: ServiceScenario, days: [FirstDay])?

    /// A run that is to be made.
    private struct Task: Sendable {
        var scenario: ServiceScenario
        var days: [FirstDay]
        var replications: Range<Int>
        /// Teams of the run, each read alone; nil reads all together.
        var scopes: [Int?]
    }

    /// What a choice came to.
    private struct Tried {
        var candidate: LeverCandidate
        var samples: [LeverSample]
        var score: Double
    }

    /// The forecast's own runs, of the whole service and of each team.
    private let service: [LeverSample]
    private let teams: [[LeverSample]]

    /// Trials beside a forecast.
    init(
        _ result: ExperimentResult, of scenario: ServiceScenario, _ settings: RunSettings, _ plan: LeverPlan,
        _ watch: RunWatch,
        changed: @escaping ([ScenarioChange]) -> (scenario: ServiceScenario, days: [FirstDay])?
    ) {
        self.scenario = scenario
        self.settings = settings
        self.plan = plan
        self.changed = changed
        self.watch = watch
        firstDays = result.start.days.count
        func base(_ teams: [Int]) -> [LeverSample] {
            result.records.prefix(plan.runs).map { LeverSample($0, teams: teams, weeks: plan.weeks, of: scenario) }
        }
        service = base(Array(scenario.teams.indices))
        teams = scenario.teams.indices.map { plan.teams.contains($0) ? base([$0]) : [] }
    }

    /// What was found; nil if it was cancelled.
    func run(_ candidates: [LeverCandidates.Everywhere]) -> (levers: [TriedLever], others: [String])? {
        let looked = candidates.compactMap { everywhere in
            changed(everywhere.changes).map { (everywhere: everywhere, changed: $0) }
        }
        let looks = run(looked.map { task($0.changed, plan.teams, 0..<plan.looks, $0.everywhere.choices) }, after: 0)
        guard let looks else { return nil }
        let found = zip(looked, looks).compactMap { best($0.everywhere.choices, $1) }
        let ranked = ranked(found)
        guard let finals = finals(chosen(ranked), after: looked.count * plan.looks) else { return nil }
        let tried = self.ranked(finals).map(lever)
        // What cannot be told from chance comes last, and only where little can.
        let those = tried.filter(\.helps)
        let levers = those + tried.filter { !$0.helps }.prefix(max(0, LeverPlan.least - those.count))
        let titles = levers.map(\.title)
        return (levers, ranked.map(\.candidate.title).filter { !titles.contains($0) })
    }

    /// Those that move most, without what changes nothing at all. What a post would buy is asked first of all: the best
    /// is among them if it helps.
    private func chosen(_ ranked: [Tried]) -> [Tried] {
        let moving = ranked.filter { $0.score != 0 }
        let best = Array(moving.prefix(LeverPlan.most))
        guard !best.contains(where: \.candidate.kind.isPost),
            let post = moving.first(where: { $0.candidate.kind.isPost && $0.score > 0 })
        else { return best }
        return best.prefix(LeverPlan.most - 1) + [post]
    }

    /// The chosen, run as often as planned. The looks at what all teams do are the first of its runs.
    private func finals(_ chosen: [Tried], after done: Int) -> [Tried]? {
        let again = chosen.map { tried -> (tried: Tried, first: Int, changed: (ServiceScenario, [FirstDay]))? in
            guard let changed = changed(tried.candidate.changes) else { return nil }
            return (tried, tried.candidate.team == nil ? plan.looks : 0, changed)
        }.compactMap { $0 }
        let tasks = again.map { tried, first, changed in
            task(changed, tried.candidate.team.map { [$0] } ?? plan.teams, first..<plan.runs, [tried.candidate])
        }
        guard let samples = run(tasks, after: done) else { return nil }
        return zip(again, samples).map { again, samples in
            let all = again.tried.samples.prefix(again.first) + samples.flatMap { $0 }
            return scored(again.tried.candidate, Array(all))
        }
    }

    private func task(
        _ changed: (scenario: ServiceScenario, days: [FirstDay]), _ teams: [Int],
        _ replications: Range<Int>, _ choices: [LeverCandidate]
    ) -> Task {
        Task(
            scenario: teams.count == changed.scenario.teams.count ? changed.scenario : changed.scenario.only(teams),
            days: changed.days, replications: replications,
            scopes: choices.map { choice in choice.team.flatMap { teams.firstIndex(of: $0) } })
    }

    /// All runs of all tasks side by side: task by task, scope by scope, run by run.
    private func run(_ tasks: [Task], after done: Int) -> [[[LeverSample]]]? {
        let pieces = tasks.indices.flatMap { task in tasks[task].replications.map { (task, $0) } }
        let (plan, settings, watch) = (plan, settings, watch)
        let samples = Replications.run(
            0..<pieces.count, threads: settings.threads,
            progress: { watch.progress(.levers(done: done + $0, planned: done + pieces.count)) },
            isCancelled: watch.isCancelled,
            body: { piece in
                let (task, replication) = (tasks[pieces[piece].0], pieces[piece].1)
                return LeverTrials.samples(task, replication, plan, settings)
            })
        guard let samples else { return nil }
        return tasks.indices.map { task in
            let own = pieces.indices.filter { pieces[$0].0 == task }.map { samples[$0] }
            return tasks[task].scopes.indices.map { scope in own.map { $0[scope] } }
        }
    }

    private static func samples(
        _ task: Task, _ replication: Int, _ plan: LeverPlan, _ settings: RunSettings
    ) -> [LeverSample] {
        var experiment = Experiment(task.scenario, seed: settings.seed, replications: 1, threads: 1)
        experiment.runsPartsApart = settings.runsPartsApart
        experiment.weeks = plan.weeks
        let record = experiment.record(
            replication: replication, from: task.days[replication % task.days.count])
        return task.scopes.map { scope in
            let teams = scope.map { [$0] } ?? Array(task.scenario.teams.indices)
            return LeverSample(record, teams: teams, weeks: plan.weeks, of: task.scenario)
        }
    }

    /// The choice of a kind that helps most; of equals the first.
    private func best(_ choices: [LeverCandidate], _ samples: [[LeverSample]]) -> Tried? {
        let tried = zip(choices, samples).map { scored($0, $1) }
        return tried.reduce(nil as Tried?) { best, next in
            guard let best else { return next }
            return next.score > best.score ? next : best
        }
    }

    private func scored(_ candidate: LeverCandidate, _ samples: [LeverSample]) -> Tried {
        Tried(
            candidate: candidate, samples: samples,
            score: LeverScore.of(
                samples, base: base(candidate.team, samples.count), service: base(nil, samples.count)))
    }

    /// The first runs of the forecast, of a team or of all.
    private func base(_ team: Int?, _ runs: Int) -> [LeverSample] {
        Array((team.map { teams[$0] } ?? service).prefix(runs))
    }

    /// The best first; of equals as they came.
    private func ranked(_ tried: [Tried]) -> [Tried] {
        tried.enumerated().sorted { one, other in
            one.element.score == other.element.score
                ? one.offset < other.offset : one.element.score > other.element.score
        }.map(\.element)
    }

    private func lever(_ tried: Tried) -> TriedLever {
        let candidate = tried.candidate
        let base = base(candidate.team, tried.samples.count)
        return TriedLever(
            name: candidate.name, title: candidate.title, meaning: candidate.meaning,
            team: candidate.team.map { TeamName(name: scenario.teams[$0].name, title: scenario.teams[$0].title) },
            changes: candidate.changes.map { RunChange(key: $0.key, value: $0.value) }, runs: tried.samples.count,
            standards: scenario.standards,
            effects: TriedLever.measures(scenario.standards).enumerated().map { place, measure in
                effect(measure, base.map { $0.measures[place] }, tried.samples.map { $0.measures[place] })
            })
    }

    /// A measure without the change and with it; what grows with the weeks is told of a year.
    private func effect(_ measure: Measure, _ base: [Double?], _ changed: [Double?]) -> ComparisonRow {
        let scale = measure.growsWithWeeks ? Double(LeverPlan.mostWeeks) / Double(plan.weeks) : 1
        func mean(_ values: [Double?]) -> Double? {
            let known = values.compactMap { $0 }
            return known.isEmpty ? nil : Summary(known).mean * scale
        }
        let difference = PairedDifference(
            first: changed, second: base, firstDays: firstDays,
            within: measure.limits == 0...1 ? -1...1 : -.infinity ... .infinity)
        return ComparisonRow(
            measure: measure.name(scenario.standards), unit: measure.unit.rawValue, group: MeasureGroup(),
            means: [mean(base), mean(changed)],
            differences: [
                difference.map { difference in
                    let interval = difference.interval
                    return MeasureDifference(
                        mean: interval.estimate * scale,
                        ci95: interval.lowerBound * scale...interval.upperBound * scale,
                        correlation: difference.correlation)
                }
            ])
    }
}
