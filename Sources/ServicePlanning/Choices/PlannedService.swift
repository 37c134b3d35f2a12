import CareModel
import ScenarioFiles
import ServiceSimulation
import Synchronization

/// A service with the steps of a plan laid over it.
final class PlannedService: Sendable {
    private let loaded: LoadedScenario
    private let changes: [ScenarioChange]
    let variables: [PlannedVariable]
    private let hiresAQuarter: Int?
    /// The service by the steps of its keys: texts are read once for each.
    private let read = Mutex<[[Int]: ServiceScenario]>([:])  // lookup only

    init(_ loaded: LoadedScenario, changes: [ScenarioChange], variables: [PlannedVariable], hiresAQuarter: Int?) {
        self.loaded = loaded
        self.changes = changes
        self.variables = variables
        self.hiresAQuarter = hiresAQuarter
    }

    /// The service with nothing changed.
    var unchanged: ServiceScenario { loaded.scenario }

    /// The service with so many steps of each variable; nil if it cannot have these values together.
    func scenario(_ point: [Int]) -> ServiceScenario? {
        guard var scenario = withKeys(point) else { return nil }
        for (variable, steps) in zip(variables, point) { apply(variable, steps, to: &scenario) }
        return scenario.teams.allSatisfy(\.referrals.canGrowSo) ? scenario : nil
    }

    /// The keys of a point, as `--set` takes them.
    func keyChanges(_ point: [Int]) -> [ScenarioChange] {
        zip(variables, point).flatMap { variable, steps in variable.changes(steps) }
    }

    private func withKeys(_ point: [Int]) -> ServiceScenario? {
        let changed = keyChanges(point)
        guard !changed.isEmpty else { return loaded.scenario }
        let key = zip(variables, point).map { $0.changes($1).isEmpty ? 0 : $1 }
        if let known = read.withLock({ $0[key] }) { return known }
        guard let found = try? loaded.with(changes + changed).scenario else {
            return nil
        }
        read.withLock { $0[key] = found }
        return found
    }

    private func apply(_ variable: PlannedVariable, _ steps: Int, to scenario: inout ServiceScenario) {
        switch variable.kind {
        case .key, .screening: return
        case .referrals(let teams, let values, let weeks):
            for team in teams { scenario.teams[team].referrals.grow(by: values.value(Double(steps)), over: weeks) }
        case .posts(let team, let role, let from, let until):
            let starts = scenario.starts
            if steps > 0 {
                let pace = HiringPace(role, of: loaded.scenario.teams[team], starts: starts, told: hiresAQuarter)
                let days = (0..<steps).map { from ?? pace.day(of: $0) }
                add(role, days, until, to: &scenario.teams[team])
            } else if steps < 0 {
                takeAway(-steps, role, from ?? starts, in: &scenario.teams[team])
            }
        }
    }

    /// A group for each day on which some begin, like the largest group of the role that is there for good.
    private func add(_ role: Role, _ days: [CivilDay], _ until: CivilDay?, to team: inout TeamScenario) {
        let alike = team.staff.filter { $0.role == role && $0.until == nil && $0.count > 0 }
        let largest = alike.indices.max { (alike[$0].count, -$0) < (alike[$1].count, -$1) }
        var post = largest.map { alike[$0] } ?? StaffInput()
        post.role = role
        post.wte = 1
        post.changes = []
        post.venues = []
        post.until = until
        post.topUpFrom = nil
        var begun: [CivilDay] = []
        for day in days where !begun.contains(day) {
            begun.append(day)
            post.name = Self.name(role, day, in: team)
            post.from = day
            post.count = days.count { $0 == day }
            // A course takes a year (CL-3).
            post.qualifies = role.isTrainee ? day + 364 : nil
            team.staff.append(post)
        }
    }

    /// A name that no group of the team has: a plan may be made of a plan.
    private static func name(_ role: Role, _ day: CivilDay, in team: TeamScenario) -> String {
        let name = "planned-\(role.name)-\(day)"
        var number = 1
        while team.staff.contains(where: { $0.name == (number == 1 ? name : "\(name)-\(number)") }) { number += 1 }
        return number == 1 ? name : "\(name)-\(number)"
    }

    /// The last members of the largest group leave.
    private func takeAway(_ posts: Int, _ role: Role, _ day: CivilDay, in team: inout TeamScenario) {
        var left = posts
        let groups = team.staff.indices.filter { team.staff[$0].role == role && team.staff[$0].until == nil }
            .sorted { (-team.staff[$0].count, $0) < (-team.staff[$1].count, $1) }
        for group in groups where left > 0 {
            let gone = min(left, team.staff[group].count)
            let count = team.staff[group].count
            team.staff[group].changes += (count - gone..<count).map { StaffChange(member: $0, lastDay: day - 1) }
            left -= gone
        }
    }
}
