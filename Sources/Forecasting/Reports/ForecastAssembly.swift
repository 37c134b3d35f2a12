public import CareModel
import Experiments
public import Reporting
public import ScenarioFiles
import ServiceSimulation
import Statistics

extension ForecastOutcome {
    /// The forecast as tables, words, charts and files are made of it: measures with intervals and verdicts, week by
    /// week and by group, with its manifest.
    /// - Parameter command: the command that makes it again; empty if no command made it.
    public func report(command: String = "") -> Forecast {
        ForecastAssembly(outcome: self, command: command).forecast()
    }
}

/// Turns what an experiment found into what a report is made of.
struct ForecastAssembly {
    let outcome: ForecastOutcome
    /// The command that makes it again.
    let command: String

    private var loaded: LoadedScenario { outcome.loaded }
    private var result: ExperimentResult { outcome.result }
    private var scenario: ServiceScenario { loaded.scenario }

    func forecast() -> Forecast {
        var forecast = Forecast(
            manifest: manifest(), standards: scenario.standards,
            teams: scenario.teams.map { TeamName(name: $0.name, title: $0.title) })
        let threads = outcome.settings.threads
        forecast.measures = result.measures(of: scenario, threads: threads) { summary($0).map(withYearBefore) }
        forecast.weekly = result.weekly(of: scenario, threads: threads) { bands($0) }
        forecast.distributions = distributions()
        forecast.waitingAtStart = waitingRows()
        forecast.assessmentWeeks = assessmentWeeks()
        forecast.trusted = TrustedAssembly(outcome: outcome).figures()
        forecast.yearBefore = yearBefore(forecast.trusted)
        forecast.assumptions = loaded.assumptions.map { assumption in
            AssumptionRow(
                key: assumption.key, value: assumption.valueText, unit: assumption.unit,
                source: assumption.source.rawValue, rules: assumption.rules.joined(separator: " "),
                meaning: assumption.meaning, note: assumption.note, isDefault: assumption.isDefault)
        }
        return forecast
    }

    func manifest() -> Manifest {
        Manifest(
            scenario: scenario.name, title: scenario.title, scenarioSHA256: loaded.sha256, seed: outcome.settings.seed,
            replications: outcome.replications, weeks: outcome.weeks, starts: scenario.starts,
            version: ProgramVersion.text, events: result.events, start: startSentence(),
            changes: outcome.changes.map(RunChange.init), command: command,
            warnings: loaded.warnings.map(RunWarning.init))
    }

    private func startSentence() -> String {
        if case .database(let minute) = result.start.origin {
            return
                "Who waits, who works when and who is booked with whom is the service's own list of "
                + "\(minute.day.longText)."
        }
        guard case .warmUp(let weeks, let fromLists, let settled, let growth) = result.start.origin else {
            return "The waiting lists and caseloads of the first day are the scenario's own."
        }
        let days = result.start.days.count
        let made =
            "Nobody has told us who waits on the first day. Running the service for \(weeks) weeks from "
            + "\(fromLists ? "the lists that the scenario begins with" : "empty") made its lists"
            + (days == 1 ? "; every run starts from there." : ", \(days) times; runs start from each in turn.")
        if let settled { return made + " It had settled after \(settled) weeks." }
        guard let growth else { return made + " Whether it had settled cannot be told from so few weeks." }
        let percent = (growth * 1000).rounded() / 10
        return made + " It had not quite settled: in the last year people in it "
            + (percent >= 0 ? "grew" : "shrank") + " by \(abs(percent))% beside referrals."
    }

    private func group(_ group: ResultGroup) -> MeasureGroup {
        MeasureGroup(
            team: group.team.map { scenario.teams[$0].name }, role: group.role?.name, step: group.step?.name,
            cause: group.cause?.name, reason: group.reason?.name,
            people: group.people.map { PeopleGroup(characteristic: $0.characteristic.name, value: $0.name) })
    }

    private func yearBefore(_ figures: TrustedFigures) -> YearBefore {
        if let own = outcome.yearBefore { return own.isKnown ? .records(own.days) : .tooYoung(own.firstDay) }
        return figures.rows.contains { $0.yearBefore != nil } ? .published : .unknown
    }

    /// The row beside the service's own records of a year before.
    private func withYearBefore(_ row: MeasureSummary) -> MeasureSummary {
        guard row.group == MeasureGroup(team: row.group.team) else { return row }
        var row = row
        row.yearBefore = outcome.yearBefore?.value(row.measure, team: row.group.team)
        return row
    }

    private func summary(_ measure: MeasureValues) -> MeasureSummary? {
        let sample = sample(measure.runs)
        let sorted = sample.known.sorted()
        guard !sorted.isEmpty else { return nil }
        // Counts of a group of people are shared in fives (EQ-1).
        let isRounded = measure.group.people != nil && measure.measure.isSharedInFives
        func shown(_ number: Double) -> Double { isRounded ? SmallNumbers.rounded(number) : number }
        return MeasureSummary(
            measure: measure.name, unit: measure.unit, group: group(measure.group),
            mean: shown(Summary(sample.known).mean),
            ci95: sample.interval(within: measure.limits).map { shown($0.lowerBound)...shown($0.upperBound) },
            p05: shown(centile(0.05, sorted)), p50: shown(quantile(0.5, ofAscending: sorted)),
            p95: shown(centile(0.95, sorted)), sample: sample)
    }

    /// Runs from the same first day have its luck in common.
    private func sample(_ runs: [Double?]) -> RunSample {
        RunSample(runs, firstDays: result.start.days.count)
    }

    /// A centile of the runs; a single run has none.
    private func centile(_ probability: Double, _ ascending: [Double]) -> Double {
        ascending.count > 1 ? quantile(probability, ofAscending: ascending) : .nan
    }

    private func bands(_ measure: WeeklyValues) -> [WeeklyBand] {
        let group = group(measure.group)
        return measure.weeks.enumerated().compactMap { week, runs in
            let sample = sample(runs)
            let sorted = sample.known.sorted()
            guard !sorted.isEmpty else { return nil }
            return WeeklyBand(
                week: week + 1, starts: scenario.starts + Int32(week * 7), measure: measure.name, group: group,
                mean: Summary(sample.known).mean, p05: centile(0.05, sorted), p25: centile(0.25, sorted),
                p50: quantile(0.5, ofAscending: sorted), p75: centile(0.75, sorted), p95: centile(0.95, sorted),
                any: sample.chance { $0 > 0 }, standsOut: standsOut(week, among: measure.weeks))
        }
    }

    /// Whether a week is above the mean of up to four weeks before and four after, run by run, by more than 999 times
    /// in 1,000 by chance: the highest of many weeks is high by luck, which 95% would not see through.
    private func standsOut(_ week: Int, among weeks: [[Double?]]) -> Bool {
        let near = (max(0, week - 4)...min(weeks.count - 1, week + 4)).filter { $0 != week }
        guard !near.isEmpty else { return false }
        let differences = weeks[week].indices.map { run -> Double? in
            guard let value = weeks[week][run] else { return nil }
            var others = 0.0
            for week in near {
                guard let other = weeks[week][run] else { return nil }
                others += other
            }
            return value - others / Double(near.count)
        }
        let interval = sample(differences).interval(within: -.infinity ... .infinity, level: 0.999)
        return interval.map { $0.lowerBound > 0 } ?? false
    }

    private func distributions() -> [WaitDistribution] {
        let kinds: [(WaitKind, String)] = [
            (.firstAppointment, "first-appointment-wait"), (.firstTreatment, "first-treatment-wait"),
            (.secondTreatment, "second-treatment-wait"), (.stepUp, "step-up-wait"),
            (.assessmentToLow, "assessment-to-low-wait"), (.assessmentToHigh, "assessment-to-high-wait"),
            (.sessionsPerFinished, "sessions-per-finished"),
        ]
        return kinds.flatMap { kind, name in
            scenario.teams.indices.map { team in
                var people = [Double](repeating: 0, count: ReplicationRecord.longestWaitDays + 1)
                for record in result.records {
                    for (day, count) in record.waits(kind, team: team).enumerated() { people[day] += Double(count) }
                }
                let runs = Double(max(1, result.records.count))
                return WaitDistribution(
                    measure: name, group: MeasureGroup(team: scenario.teams[team].name),
                    people: people.map { $0 / runs })
            }
        }
    }

    /// The list of the first day by team, queue, step and therapy (KT-8), as the weekly queues count it: a step-up is
    /// to high intensity.
    private func waitingRows() -> [WaitingRow] {
        var rows: [WaitingRow] = []
        for team in scenario.teams.indices {
            for step in Step.allCases {
                let here = result.start.waiting.filter { $0.team == team && $0.step == step }
                append(&rows, [(nil, here.filter { !$0.isForTreatment })], team, "first-appointment", step)
                let waiting = here.filter(\.isForTreatment)
                func byTherapy(_ people: [WaitingPerson]) -> [(Modality?, [WaitingPerson])] {
                    Modality.allCases.map { modality in (modality, people.filter { $0.modality == modality }) }
                }
                append(&rows, byTherapy(waiting.filter { !$0.isStepUp || step == .low }), team, "treatment", step)
                append(&rows, byTherapy(waiting.filter { $0.isStepUp && step == .high }), team, "step-up", step)
            }
        }
        return rows
    }

    /// A row for each therapy of one queue. Several first days together: a row says what one of them holds on average,
    /// in whole people that add up to the average of the queue, so that every sum of rows is the same number.
    private func append(
        _ rows: inout [WaitingRow], _ parts: [(Modality?, [WaitingPerson])], _ team: Int, _ queue: String, _ step: Step
    ) {
        let firstDays = Double(result.start.days.count)
        func average(_ count: Int) -> Int { Int((Double(count) / firstDays).rounded()) }
        var before = 0
        for (modality, waiting) in parts where !waiting.isEmpty {
            let days = waiting.map(\.days)
            let people = average(before + days.count) - average(before)
            before += days.count
            guard people > 0 else { continue }
            rows.append(
                WaitingRow(
                    team: scenario.teams[team].name, queue: queue, step: step.name, modality: modality?.name,
                    people: people, meanDays: Double(days.reduce(0, +)) / Double(days.count),
                    longestDays: days.max() ?? 0,
                    over: scenario.standards.breachDays.map { limit in
                        min(people, average(days.count { $0 > limit }))
                    }))
        }
    }

    private func assessmentWeeks() -> [AssessmentWeekChance] {
        let weeks = result.records.first?.weeks ?? 0
        return scenario.teams.indices.flatMap { team in
            (0..<weeks).compactMap { week in
                let held = sample(
                    result.records.map { Double($0.count(.assessmentWeeks, week: week, team: team)) })
                guard let chance = held.chance(where: { $0 > 0 }), chance.happened > 0 else { return nil }
                return AssessmentWeekChance(
                    team: scenario.teams[team].name, starts: scenario.starts + Int32(week * 7), chance: chance)
            }
        }
    }
}

extension RunWarning {
    /// A warning without the place in a file, which a report goes without.
    public init(_ warning: FileFault) {
        self.init(key: warning.key, words: warning.message, advice: warning.allowed)
    }
}

extension RunChange {
    /// A change as a report says it.
    public init(_ change: ScenarioChange) { self.init(key: change.key, value: change.value) }
}
