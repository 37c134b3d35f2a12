import CareModel
import Replications
public import ServiceSimulation

extension ExperimentResult {
    /// Every measure week by week: for the service, for each team, by cause and by role.
    public func weekly(of scenario: ServiceScenario) -> [WeeklyValues] { weekly(of: scenario, threads: 1) { [$0] } }

    /// What is made of the measures of ``weekly(of:)``, in their order: a country's need not be in memory together.
    /// - Parameters:
    ///   - threads: measures that are taken side by side. It changes the time, never the result.
    ///   - make: what is made of one; called from any thread.
    public func weekly<Row: Sendable>(
        of scenario: ServiceScenario, threads: Int, _ make: @Sendable (WeeklyValues) -> [Row]
    ) -> [Row] {
        let all = eachWeekly(of: scenario)
        let block = 64 * max(1, threads)
        var rows: [Row] = []
        for first in stride(from: 0, to: all.count, by: block) {
            let made = Replications.run(min(block, all.count - first), threads: threads) {
                all[first + $0]().map(make) ?? []
            }
            // Room for all at once, so that no half of them is ever there twice.
            if first == 0 { rows.reserveCapacity(all.count * (made.map(\.count).max() ?? 0)) }
            for some in made { rows += some }
        }
        return rows
    }

    /// Each of them, to be taken; nil for a role that a team has not.
    private func eachWeekly(of scenario: ServiceScenario) -> [@Sendable () -> WeeklyValues?] {
        let teams = Array(scenario.teams.indices)
        let rows = Measure.all(scenario.standards)
        var all: [@Sendable () -> WeeklyValues?] = []
        func add(_ measure: Measure, _ count: Measure.Count, _ teams: [Int], _ group: ResultGroup) {
            all.append { weekly(measure, count, teams, group, scenario) }
        }
        for measure in rows where measure.isOfTeams && measure.isWeekly {
            add(measure, measure.count, teams, ResultGroup())
            for team in teams { add(measure, measure.count, [team], ResultGroup(team: team)) }
        }
        for team in teams {
            for measure in rows {
                guard case .ofTeams(let count) = measure.weekly else { continue }
                add(measure, count, [team], ResultGroup(team: team))
            }
            for measure in rows where measure.splits.contains(.causes) {
                for cause in BreachCause.allCases {
                    add(measure, .total(cause.counter), [team], ResultGroup(team: team, cause: cause))
                }
            }
            for role in Role.allCases {
                for measure in rows where measure.isWeekly {
                    guard case .role(let count) = measure.count else { continue }
                    all.append { weekly(measure, count, team, role, scenario) }
                }
            }
        }
        return all
    }

    private var weeks: Int { records.first?.weeks ?? 0 }

    /// A value of each week and record. All weeks of a record before the next: they lie together, and the record is
    /// taken once.
    private func byWeek(_ read: (ReplicationRecord, _ keep: (_ week: Int, Double?) -> Void) -> Void) -> [[Double?]] {
        var values = (0..<weeks).map { _ in [Double?](repeating: nil, count: records.count) }
        for place in records.indices {
            read(records[place]) { week, value in values[week][place] = value }
        }
        return values
    }

    private func weekly(
        _ measure: Measure, _ count: Measure.Count, _ teams: [Int], _ group: ResultGroup, _ scenario: ServiceScenario
    ) -> WeeklyValues {
        let parts = (0..<weeks).map { MeasuredPart(teams, $0..<$0 + 1, scenario) }
        return WeeklyValues(
            measure: measure, name: measure.name(scenario.standards), group: group,
            weeks: byWeek { record, keep in
                for week in parts.indices { keep(week, parts[week].value(count, of: record)) }
            })
    }

    /// A measure of a role's work; nil where nothing of it is known.
    private func weekly(
        _ measure: Measure, _ count: Measure.RoleCount, _ team: Int, _ role: Role, _ scenario: ServiceScenario
    ) -> WeeklyValues? {
        let values = byWeek { record, keep in
            for week in 0..<record.weeks {
                keep(week, record.value(count, team: team, role: role, weeks: week..<week + 1))
            }
        }
        guard values.contains(where: { $0.contains { $0 != nil } }) else { return nil }
        return WeeklyValues(
            measure: measure, name: measure.name(scenario.standards), group: ResultGroup(team: team, role: role),
            weeks: values)
    }
}
