import CareModel
public import ServiceSimulation

extension ExperimentResult {
    /// Every measure week by week: for the service, for each team, by cause and by role.
    public func weekly(of scenario: ServiceScenario) -> [WeeklyValues] {
        var all: [WeeklyValues] = []
        eachWeekly(of: scenario) { all.append($0) }
        return all
    }

    /// The measures of ``weekly(of:)``, one after the other: a country's need not be in memory together.
    public func eachWeekly(of scenario: ServiceScenario, _ take: (WeeklyValues) -> Void) {
        let teams = Array(scenario.teams.indices)
        let rows = Measure.all(scenario.standards)
        for measure in rows where measure.isOfTeams && measure.isWeekly {
            take(weekly(measure, measure.count, teams, ResultGroup(), scenario))
            for team in teams { take(weekly(measure, measure.count, [team], ResultGroup(team: team), scenario)) }
        }
        for team in teams {
            for measure in rows {
                guard case .ofTeams(let count) = measure.weekly else { continue }
                take(weekly(measure, count, [team], ResultGroup(team: team), scenario))
            }
            for measure in rows where measure.splits.contains(.causes) {
                for cause in BreachCause.allCases {
                    let group = ResultGroup(team: team, cause: cause)
                    take(weekly(measure, .total(cause.counter), [team], group, scenario))
                }
            }
            for measure in roleMeasures(rows.filter(\.isWeekly), team, scenario) { take(measure) }
        }
    }

    private var weeks: Int { records.first?.weeks ?? 0 }

    /// A value of each week and record. All weeks of a record before the next: they lie together.
    private func byWeek(_ week: (Int) -> (ReplicationRecord) -> Double?) -> [[Double?]] {
        let each = (0..<weeks).map(week)
        var values = each.map { _ in [Double?](repeating: nil, count: records.count) }
        for (place, record) in records.enumerated() {
            for week in each.indices { values[week][place] = each[week](record) }
        }
        return values
    }

    private func weekly(
        _ measure: Measure, _ count: Measure.Count, _ teams: [Int], _ group: ResultGroup, _ scenario: ServiceScenario
    ) -> WeeklyValues {
        WeeklyValues(
            measure: measure, name: measure.name(scenario.standards), group: group,
            weeks: byWeek { week in
                let part = MeasuredPart(teams, week..<(week + 1), scenario)
                return { part.value(count, of: $0) }
            })
    }

    private func roleMeasures(_ rows: [Measure], _ team: Int, _ scenario: ServiceScenario) -> [WeeklyValues] {
        Role.allCases.flatMap { role in
            rows.compactMap { measure in
                guard case .role(let count) = measure.count else { return nil }
                let values = byWeek { week in { $0.value(count, team: team, role: role, weeks: week..<(week + 1)) } }
                guard values.contains(where: { $0.contains { $0 != nil } }) else { return nil }
                return WeeklyValues(
                    measure: measure, name: measure.name(scenario.standards),
                    group: ResultGroup(team: team, role: role), weeks: values)
            }
        }
    }
}
