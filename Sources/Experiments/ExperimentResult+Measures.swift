import CareModel
public import ServiceSimulation
import Statistics

extension ExperimentResult {
    /// Every measure over the horizon: for the service, then for each team, then by role, step cause and reason.
    public func measures(of scenario: ServiceScenario) -> [MeasureValues] {
        var all: [MeasureValues] = []
        let teams = Array(scenario.teams.indices)
        for definition in MeasureDefinition.all(scenario.standards) {
            all.append(values(definition, teams, ResultGroup(), scenario))
            for team in teams { all.append(values(definition, [team], ResultGroup(team: team), scenario)) }
        }
        for team in teams {
            for cause in BreachCause.allCases {
                let definition = MeasureDefinition.breaches(from: cause, scenario.standards)
                all.append(values(definition, [team], ResultGroup(team: team, cause: cause), scenario))
            }
            all += roleMeasures(team: team)
            for reason in EndReason.allCases {
                let counts = records.map { Double($0.ends(reason, team: team)) }
                guard counts.contains(where: { $0 > 0 }) else { continue }
                all.append(
                    MeasureValues(
                        name: "ended", unit: "people", group: ResultGroup(team: team, reason: reason), runs: counts,
                        limits: 0...(.infinity)))
            }
            all += stepMeasures(team: team)
        }
        return all + groupMeasures(scenario.standards)
    }

    private func values(
        _ definition: MeasureDefinition, _ teams: [Int], _ group: ResultGroup, _ scenario: ServiceScenario
    ) -> MeasureValues {
        MeasureValues(
            name: definition.name, unit: definition.unit, group: group,
            runs: values(definition, teams, scenario), limits: definition.limits)
    }

    /// A measure replication by replication; nil where nobody was there to be measured.
    func values(_ definition: MeasureDefinition, _ teams: [Int], _ scenario: ServiceScenario) -> [Double?] {
        // Sums are taken in the order of names: the order of writing does not show in the last digit.
        let teams = teams.sorted { scenario.teams[$0].name < scenario.teams[$1].name }
        return records.map { value(definition.rule, $0, teams, 0..<$0.weeks, scenario) }
    }

    /// A measure of one record; nil if nobody is there to be measured.
    private func value(
        _ rule: MeasureDefinition.Rule, _ record: ReplicationRecord, _ teams: [Int], _ weeks: Range<Int>,
        _ scenario: ServiceScenario
    ) -> Double? {
        func sum(_ counters: [Counter]) -> Double {
            var total = 0
            for counter in counters {
                for team in teams { for week in weeks { total += record.count(counter, week: week, team: team) } }
            }
            return Double(total)
        }
        switch rule {
        case .total(let counter): return sum([counter])
        case .stock(let counter): return sum([counter]) / Double(weeks.count)
        case .ratio(let part, let whole):
            let denominator = sum(whole)
            return denominator > 0 ? sum(part) / denominator : nil
        case .complement(let part, let whole):
            let denominator = sum([whole])
            return denominator > 0 ? 1 - sum([part]) / denominator : nil
        case .atStart(let counter):
            return Double(teams.reduce(0) { $0 + record.countAtStart(counter, team: $1) })
        case .atEnd(let counter):
            guard let last = weeks.last else { return nil }
            return Double(teams.reduce(0) { $0 + record.count(counter, week: last, team: $1) })
        case .centile(let kind, let probability): return centile(kind, probability, record, teams)
        case .centileWithWaiting(let kind, let probability):
            let curve = record.survival(kind, teams: teams)
            return (curve.quantile(probability) ?? curve.lastObserved).map { Double($0) }
        case .access:
            let need = teams.reduce(0) { $0 + scenario.teams[$1].population.need }
            return need > 0 ? sum([.enteredTreatment]) * 52.18 / Double(weeks.count) / need : nil
        case .cost(let counter):
            let cost = staffCost(record, teams, weeks, scenario.pay)
            guard let counter else { return cost }
            let count = sum([counter])
            return count > 0 ? cost / count : nil
        case .perClinician(let counter):
            let wteWeeks = wteWeeks(record, teams, weeks)
            return wteWeeks > 0 ? sum([counter]) * 52.18 / wteWeeks : nil
        }
    }

    /// Whole-time clinicians in filled posts, summed over some weeks.
    private func wteWeeks(_ record: ReplicationRecord, _ teams: [Int], _ weeks: Range<Int>) -> Double {
        var thousandths = 0
        for team in teams {
            for role in Role.allCases {
                for week in weeks { thousandths += record.count(.wteThousandths, week: week, team: team, role: role) }
            }
        }
        return Double(thousandths) / 1000
    }

    /// What the filled posts cost in some weeks, pounds (KP-9).
    private func staffCost(
        _ record: ReplicationRecord, _ teams: [Int], _ weeks: Range<Int>, _ pay: PayInput
    ) -> Double {
        var cost = 0.0
        for team in teams {
            for role in Role.allCases {
                let wteWeeks = weeks.reduce(0) { $0 + record.count(.wteThousandths, week: $1, team: team, role: role) }
                cost += Double(wteWeeks) / 1000 * pay.yearly(role) / 52.18
            }
        }
        return cost
    }

    /// A centile of whole days: the least number that at least that share of people do not exceed.
    private func centile(
        _ kind: WaitKind, _ probability: Double, _ record: ReplicationRecord, _ teams: [Int]
    ) -> Double? {
        var people = [Int](repeating: 0, count: ReplicationRecord.longestWaitDays + 1)
        for team in teams {
            for (day, count) in record.waits(kind, team: team).enumerated() { people[day] += Int(count) }
        }
        let total = people.reduce(0, +)
        guard total > 0 else { return nil }
        var left = Int((Double(total) * probability).rounded(.up))
        for (day, count) in people.enumerated() {
            left -= count
            if left <= 0 { return Double(day) }
        }
        return Double(ReplicationRecord.longestWaitDays)
    }

    private func stepMeasures(team: Int) -> [MeasureValues] {
        [
            (Step.low, Counter.finishedLowSessions, Counter.finishedWithLow),
            (Step.high, .finishedHighSessions, .finishedWithHigh),
        ].map { step, sessions, people in
            MeasureValues(
                name: "sessions-per-finished-mean", unit: "sessions", group: ResultGroup(team: team, step: step),
                runs: records.map { record in
                    let count = record.total(people, team: team)
                    return count > 0 ? Double(record.total(sessions, team: team)) / Double(count) : nil
                }, limits: 0...(.infinity))
        }
    }

    /// Caseload, hours and unused time by role (KP-8, CL-12).
    private func roleMeasures(team: Int) -> [MeasureValues] {
        Role.allCases.flatMap { role in
            RoleMeasure.allCases.compactMap { measure in
                let runs = records.map { measure.value($0, team: team, role: role, weeks: 0..<$0.weeks) }
                guard runs.contains(where: { $0 != nil }) else { return nil }
                return MeasureValues(
                    name: measure.name, unit: measure.unit, group: ResultGroup(team: team, role: role), runs: runs,
                    limits: measure.limits)
            }
        }
    }

    /// Every measure week by week: for the service, for each team, by cause and by role.
    public func weekly(of scenario: ServiceScenario) -> [WeeklyValues] {
        var all: [WeeklyValues] = []
        let teams = Array(scenario.teams.indices)
        for definition in MeasureDefinition.weekly(scenario.standards) {
            all.append(weekly(definition, teams, ResultGroup(), scenario))
            for team in teams { all.append(weekly(definition, [team], ResultGroup(team: team), scenario)) }
        }
        for team in teams {
            for definition in MeasureDefinition.weeklyByTeam {
                all.append(weekly(definition, [team], ResultGroup(team: team), scenario))
            }
            for cause in BreachCause.allCases {
                let definition = MeasureDefinition.breaches(from: cause, scenario.standards)
                all.append(weekly(definition, [team], ResultGroup(team: team, cause: cause), scenario))
            }
            all += weeklyRoleMeasures(team: team)
        }
        return all
    }

    private func weekly(
        _ definition: MeasureDefinition, _ teams: [Int], _ group: ResultGroup, _ scenario: ServiceScenario
    ) -> WeeklyValues {
        let weeks = records.first?.weeks ?? 0
        return WeeklyValues(
            name: definition.name, group: group,
            weeks: (0..<weeks).map { week in
                records.map { value(definition.rule, $0, teams, week..<(week + 1), scenario) }
            }, limits: definition.limits)
    }

    private func weeklyRoleMeasures(team: Int) -> [WeeklyValues] {
        let weeks = records.first?.weeks ?? 0
        return Role.allCases.flatMap { role in
            RoleMeasure.weekly.compactMap { measure in
                let values = (0..<weeks).map { week in
                    records.map { measure.value($0, team: team, role: role, weeks: week..<(week + 1)) }
                }
                guard values.contains(where: { $0.contains { $0 != nil } }) else { return nil }
                return WeeklyValues(
                    name: measure.name, group: ResultGroup(team: team, role: role), weeks: values,
                    limits: measure.limits)
            }
        }
    }
}

/// Measures of clinicians' work by role.
enum RoleMeasure: CaseIterable {
    case caseload, caseloadCap, completedHours, completedHoursAtWork, completedHoursTarget, unusedShare
    case vacancyShare, leavers, overCap, overTarget, overrunDays, overrunHours

    static let weekly: [RoleMeasure] = [.caseload, .completedHours, .completedHoursAtWork, .unusedShare]

    var name: String {
        switch self {
        case .caseload: "caseload-per-wte"
        case .caseloadCap: "caseload-cap-per-wte"
        case .completedHours: "completed-hours-per-wte"
        case .completedHoursAtWork: "completed-hours-per-wte-at-work"
        case .completedHoursTarget: "completed-hours-target-per-wte"
        case .unusedShare: "slots-unused-share"
        case .vacancyShare: "vacancy-share"
        case .leavers: "leavers-a-year-share"
        case .overCap: "caseload-over-cap-share"
        case .overTarget: "hours-over-target-share"
        case .overrunDays: "overrun-days-share"
        case .overrunHours: "overrun-hours-per-wte"
        }
    }

    var unit: String {
        switch self {
        case .caseload, .caseloadCap: "people"
        case .completedHours, .completedHoursAtWork, .completedHoursTarget, .overrunHours: "hours"
        case .unusedShare, .vacancyShare, .leavers, .overCap, .overTarget, .overrunDays: "share"
        }
    }

    /// What a value cannot leave; more clinicians than there are posts may leave them in a year.
    var limits: ClosedRange<Double> {
        switch self {
        case .unusedShare, .vacancyShare, .overCap, .overTarget, .overrunDays: 0...1
        case .caseload, .caseloadCap, .completedHours, .completedHoursAtWork, .completedHoursTarget, .leavers,
            .overrunHours:
            0...(.infinity)
        }
    }

    func value(_ record: ReplicationRecord, team: Int, role: Role, weeks: Range<Int>) -> Double? {
        func sum(_ counter: RoleCounter) -> Double {
            Double(weeks.reduce(0) { $0 + record.count(counter, week: $1, team: team, role: role) })
        }
        func share(_ part: RoleCounter, _ whole: RoleCounter) -> Double? {
            let all = sum(whole)
            return all > 0 ? sum(part) / all : nil
        }
        let wte = sum(.wteThousandths) / 1000
        guard wte > 0 else { return nil }
        switch self {
        case .caseload: return sum(.caseload) / wte
        case .caseloadCap: return sum(.caseloadCap) / wte
        case .completedHours: return sum(.completedMinutes) / 60 / wte
        case .completedHoursAtWork:
            let present = sum(.presentThousandths) / 1000
            return present > 0 ? sum(.completedMinutes) / 60 / present : nil
        case .completedHoursTarget: return sum(.targetMinutes) / 60 / wte
        case .unusedShare: return share(.unusedMinutes, .bookableMinutes)
        case .vacancyShare: return sum(.vacantThousandths) / (sum(.vacantThousandths) + sum(.wteThousandths))
        case .leavers: return share(.leavers, .filledPosts).map { $0 * 52.18 }
        case .overCap: return share(.postsOverCap, .filledPosts)
        case .overTarget: return share(.postsOverTarget, .filledPosts)
        case .overrunDays: return share(.overrunDays, .overbookedDays)
        case .overrunHours: return sum(.overbookedDays) > 0 ? sum(.overrunMinutes) / 60 / wte : nil
        }
    }
}
