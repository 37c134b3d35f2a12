import CareModel
import ServiceSimulation

/// What was counted of a team, mean of some runs.
struct CountedWeeks {
    let records: [ReplicationRecord]
    let team: Int

    private var runs: Double { Double(max(1, records.count)) }

    /// Weeks of each record.
    var weeks: Int { records.first?.weeks ?? 0 }

    /// A count by week.
    func weekly(_ counter: Counter) -> [Double] {
        (0..<weeks).map { week in
            records.reduce(0) { $0 + Double($1.count(counter, week: week, team: team)) } / runs
        }
    }

    /// A count over all weeks.
    func total(_ counter: Counter) -> Double { weekly(counter).reduce(0, +) }

    /// A count on the first day.
    func atStart(_ counter: Counter) -> Double {
        records.reduce(0) { $0 + Double($1.countAtStart(counter, team: team)) } / runs
    }

    /// A count of a role over all weeks.
    func total(_ counter: RoleCounter, _ role: Role) -> Double {
        (0..<weeks).reduce(0) { $0 + self.role(counter, role, $1) }
    }

    /// A count of a step by week.
    func weekly(_ counter: RoleCounter, _ step: Step) -> [Double] {
        let roles = Role.allCases.filter { $0.step == step }
        return (0..<weeks).map { week in roles.reduce(0) { $0 + role(counter, $1, week) } }
    }

    private func role(_ counter: RoleCounter, _ role: Role, _ week: Int) -> Double {
        records.reduce(0) { $0 + Double($1.count(counter, week: week, team: team, role: role)) } / runs
    }

    /// People who joined and left a queue.
    func queue(_ kind: QueueKind) -> (joined: Double, left: Double) {
        let tallies = records.map { $0.queue(kind, team: team) }
        return (
            tallies.reduce(0) { $0 + Double($1.joined) } / runs, tallies.reduce(0) { $0 + Double($1.left) } / runs
        )
    }

    /// A part of a whole, nought of nothing.
    static func share(_ part: Double, _ whole: Double) -> Double { whole > 0 ? max(0, part / whole) : 0 }
}
