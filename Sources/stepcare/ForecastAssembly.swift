import CareModel
import Experiments
import Reporting
import ScenarioFiles
import ServiceSimulation
import Statistics

/// Turns what an experiment found into what a report is made of.
struct ForecastAssembly {
    let loaded: LoadedScenario
    let result: ExperimentResult
    let seed: UInt64
    /// What was changed for this run, and the command that makes it again.
    var changes: [RunChange] = []
    var command = ""

    private var scenario: ServiceScenario { loaded.scenario }

    func forecast() -> Forecast {
        var forecast = Forecast(
            manifest: manifest(), standards: scenario.standards,
            teams: scenario.teams.map { TeamName(name: $0.name, title: $0.title) })
        forecast.measures = result.measures(of: scenario).compactMap(summary)
        forecast.weekly = result.weekly(of: scenario).flatMap(bands)
        forecast.distributions = distributions()
        forecast.waitingAtStart = waitingRows()
        forecast.assessmentWeeks = assessmentWeeks()
        forecast.assumptions = loaded.assumptions.map { assumption in
            AssumptionRow(
                key: assumption.key, value: assumption.valueText, unit: assumption.unit,
                source: assumption.source.rawValue, rules: assumption.rules.joined(separator: " "),
                meaning: assumption.meaning, note: assumption.note, isDefault: assumption.isDefault)
        }
        return forecast
    }

    private func manifest() -> Manifest {
        Manifest(
            scenario: scenario.name, title: scenario.title, scenarioSHA256: loaded.sha256, seed: seed,
            replications: result.records.count, weeks: result.records.first?.weeks ?? 0, starts: scenario.starts,
            version: Stepcare.version, events: result.events, start: startSentence(),
            changes: changes, command: command)
    }

    private func startSentence() -> String {
        if case .database(let minute) = result.start.origin {
            return
                "Who waits, who works when and who is booked with whom is the service's own list of "
                + "\(minute.day.longText)."
        }
        guard case .warmUp(let weeks, let settled, let growth) = result.start.origin else {
            return "The waiting lists and caseloads of the first day are the scenario's own."
        }
        let days = result.start.snapshots.count
        let made =
            "Nobody has told us who waits on the first day, so the waiting lists and caseloads come from running the "
            + "service for \(weeks) weeks from empty, \(days) time\(days == 1 ? "" : "s"); the runs start from each "
            + "in turn"
        if let settled { return made + "; it had settled after \(settled) weeks." }
        let percent = (growth * 1000).rounded() / 10
        return made + "; it had not quite settled: in the last year people in the service "
            + (percent >= 0 ? "grew" : "shrank") + " by \(abs(percent))% beside referrals."
    }

    private func group(_ group: ResultGroup) -> MeasureGroup {
        MeasureGroup(
            team: group.team.map { scenario.teams[$0].name }, role: group.role?.name, step: group.step?.name,
            cause: group.cause?.name, reason: group.reason?.name,
            people: group.people.map { PeopleGroup(characteristic: $0.characteristic.name, value: $0.name) })
    }

    private func summary(_ measure: MeasureValues) -> MeasureSummary? {
        guard !measure.values.isEmpty else { return nil }
        let sorted = measure.values.sorted()
        let mean = Summary(measure.values).mean
        var interval = mean...mean
        if let halfWidth = halfWidth(measure.values) { interval = (mean - halfWidth)...(mean + halfWidth) }
        // Counts of a group of people are shared in fives (EQ-1).
        let isRounded = measure.group.people != nil && !["share", "days", "sessions"].contains(measure.unit)
        func shown(_ number: Double) -> Double { isRounded ? SmallNumbers.rounded(number) : number }
        return MeasureSummary(
            measure: measure.name, unit: measure.unit, group: group(measure.group), mean: shown(mean),
            ci95: shown(interval.lowerBound)...shown(interval.upperBound),
            p05: shown(quantile(0.05, ofAscending: sorted)), p50: shown(quantile(0.5, ofAscending: sorted)),
            p95: shown(quantile(0.95, ofAscending: sorted)))
    }

    /// Half of the 95% interval of a mean; nil for a single run. Runs from the same first day have its luck in common,
    /// so where there are several days the interval is that of the days' means.
    private func halfWidth(_ values: [Double]) -> Double? {
        let days = result.start.snapshots.count
        guard values.count > 1 else { return nil }
        guard days > 1, values.count == result.records.count, values.count >= 2 * days else {
            return ConfidenceInterval.student(values).halfWidth
        }
        let means = (0..<days).map { day in
            Summary(stride(from: day, to: values.count, by: days).map { values[$0] }).mean
        }
        return ConfidenceInterval.student(means).halfWidth
    }

    private func bands(_ measure: WeeklyValues) -> [WeeklyBand] {
        let group = group(measure.group)
        return measure.weeks.enumerated().compactMap { week, values in
            guard !values.isEmpty else { return nil }
            let sorted = values.sorted()
            return WeeklyBand(
                week: week + 1, starts: scenario.starts + Int32(week * 7), measure: measure.name, group: group,
                mean: Summary(values).mean, p05: quantile(0.05, ofAscending: sorted),
                p25: quantile(0.25, ofAscending: sorted), p50: quantile(0.5, ofAscending: sorted),
                p75: quantile(0.75, ofAscending: sorted), p95: quantile(0.95, ofAscending: sorted),
                probabilityAny: Double(values.count { $0 > 0 }) / Double(values.count))
        }
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

    /// The list of the first day by team, queue, step and therapy (KT-8).
    private func waitingRows() -> [WaitingRow] {
        var rows: [WaitingRow] = []
        for team in scenario.teams.indices {
            for step in Step.allCases {
                let here = result.start.waiting.filter { $0.team == team && $0.step == step }
                append(&rows, here.filter { !$0.isForTreatment }, team, "first-appointment", step, nil)
                for modality in Modality.allCases {
                    let waiting = here.filter { $0.isForTreatment && $0.modality == modality }
                    append(&rows, waiting.filter { !$0.isStepUp }, team, "treatment", step, modality)
                    append(&rows, waiting.filter(\.isStepUp), team, "step-up", step, modality)
                }
            }
        }
        return rows
    }

    private func append(
        _ rows: inout [WaitingRow], _ people: [WaitingPerson], _ team: Int, _ queue: String, _ step: Step,
        _ modality: Modality?
    ) {
        guard !people.isEmpty else { return }
        let days = people.map(\.days)
        // Several first days together: the rows say what one of them holds on average.
        let firstDays = Double(result.start.snapshots.count)
        func average(_ count: Int) -> Int { Int((Double(count) / firstDays).rounded()) }
        rows.append(
            WaitingRow(
                team: scenario.teams[team].name, queue: queue, step: step.name, modality: modality?.name,
                people: average(days.count), meanDays: Double(days.reduce(0, +)) / Double(days.count),
                longestDays: days.max() ?? 0, over28: average(days.count { $0 > 28 }),
                over42: average(days.count { $0 > 42 }), over126: average(days.count { $0 > 126 })))
    }

    private func assessmentWeeks() -> [AssessmentWeekChance] {
        let weeks = result.records.first?.weeks ?? 0
        return scenario.teams.indices.flatMap { team in
            (0..<weeks).compactMap { week in
                let held = result.records.count { $0.count(.assessmentWeeks, week: week, team: team) > 0 }
                guard held > 0 else { return nil }
                return AssessmentWeekChance(
                    team: scenario.teams[team].name, starts: scenario.starts + Int32(week * 7),
                    probability: Double(held) / Double(result.records.count))
            }
        }
    }
}
