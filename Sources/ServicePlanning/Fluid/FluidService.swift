import CareModel
import Experiments
import ServiceSimulation

/// A service as water: what a plan does to the measures of its targets, in a fraction of a millisecond. It is exact
/// with nothing changed, where its rates are measured, and moves from there by what flows.
struct FluidService: Sendable {
    private let scenario: ServiceScenario
    private let teams: [FluidTeam]
    private let variables: [PlannedVariable]
    /// Of each variable that is posts, how many more can be there in each week, nil where its posts are not there at
    /// all: an estimate is asked for thousands of times.
    private let room: [[Double?]]
    private let targets: [ResolvedTarget]
    /// What each measure follows from with nothing changed: as simulated, mean of the runs, and as the model has it.
    private let today: [Today]
    private let weeks: Int

    /// A measure with nothing changed.
    private struct Today: Sendable {
        /// In the weeks of the target.
        var simulated: MeasureSums
        /// In the weeks in which today is measured.
        var heldAgainst: MeasureSums
        var unchanged: [FluidWeeks]
    }

    /// How far apart waits of people who come at one time are.
    private static let spread = 0.6

    init?(
        _ records: [ReplicationRecord], of scenario: ServiceScenario, _ variables: [PlannedVariable],
        _ targets: [ResolvedTarget], hiresAQuarter: Int?
    ) {
        guard let first = records.first else { return nil }
        self.scenario = scenario
        self.variables = variables
        self.targets = targets
        weeks = first.weeks
        room = variables.map { Self.room($0, in: scenario, weeks: first.weeks, hiresAQuarter) }
        teams = scenario.teams.indices.map { FluidTeam(rates: FluidRates(records, team: $0, of: scenario)) }
        let nothing = FluidChange(weeks: weeks)
        let unchanged = teams.map { $0.run(nothing) }
        today = targets.map { target in
            func mean(_ weeks: Range<Int>) -> MeasureSums {
                let sums = records.compactMap {
                    $0.sums(target.count, teams: target.teams, weeks: weeks, of: scenario)
                }
                let all = sums.reduce(MeasureSums(part: 0), +)
                let runs = Double(max(1, sums.count))
                return MeasureSums(part: all.part / runs, whole: all.whole / runs)
            }
            return Today(
                simulated: mean(target.weeks), heldAgainst: mean(target.weeksOfToday), unchanged: unchanged)
        }
    }

    /// What each target's value is at a point, which need not be whole; nil where the model says nothing of one.
    func estimate(_ point: [Double]) -> [Double]? {
        let changed = teams.indices.map { teams[$0].run(change(point, team: $0)) }
        var values: [Double] = []
        for (target, today) in zip(targets, today) {
            guard let sums = sums(target, today, changed, point) else { return nil }
            values.append(target.value(sums, today: today.heldAgainst))
        }
        return values
    }

    /// The weeks of a team at a point.
    func weeks(_ point: [Double], team: Int) -> FluidWeeks { teams[team].run(change(point, team: team)) }

    private func sums(
        _ target: ResolvedTarget, _ today: Today, _ changed: [FluidWeeks], _ point: [Double]
    ) -> MeasureSums? {
        let simulated = today.simulated
        func moved(_ counters: [Counter], _ simulated: Double) -> Double? {
            self.moved(counters, simulated, target, today.unchanged, changed)
        }
        switch target.count {
        case .total(let counter), .stock(let counter), .atEnd(let counter):
            return moved([counter], simulated.part).map { MeasureSums(part: $0) }
        case .ratio(let part, let whole, _):
            guard let part = moved(part, simulated.part), let whole = moved(whole, simulated.whole) else { return nil }
            return MeasureSums(part: part, whole: whole)
        case .access:
            return moved([.enteredTreatment], simulated.part).map { MeasureSums(part: $0, whole: simulated.whole) }
        case .cost(let counter):
            let cost = simulated.part + cost(point, target)
            guard let counter else { return MeasureSums(part: cost) }
            return moved([counter], simulated.whole).map { MeasureSums(part: cost, whole: $0) }
        case .atStart: return simulated
        case .perClinician, .centile, .centileWithWaiting, .role, .ends: return nil
        }
    }

    /// Counts as they are simulated, moved by what drives them: flows grow by a factor, lists by so many people, since
    /// of a list that is nearly empty a factor says nothing.
    private func moved(
        _ counters: [Counter], _ simulated: Double, _ target: ResolvedTarget, _ unchanged: [FluidWeeks],
        _ changed: [FluidWeeks]
    ) -> Double? {
        let weeks: Range<Int> =
            if case .atEnd = target.count { target.weeks.upperBound - 1..<target.weeks.upperBound } else {
                target.weeks
            }
        var (before, after, lists) = (0.0, 0.0, 0.0)
        var met: [FluidDriver] = []
        for counter in counters {
            guard let driver = FluidDriver(counter, scenario.standards) else { return nil }
            // Two counts of one list are one list.
            if met.contains(driver) { continue }
            met.append(driver)
            for team in target.teams {
                let values = (
                    before: driver.sum(unchanged[team], weeks, spread: Self.spread),
                    after: driver.sum(changed[team], weeks, spread: Self.spread)
                )
                if driver.isList {
                    lists += values.after - values.before
                } else {
                    before += values.before
                    after += values.after
                }
            }
        }
        return max(0, simulated * (before > 1e-9 ? after / before : 1) + lists)
    }

    /// What posts cost more in the weeks of a target, pounds.
    private func cost(_ point: [Double], _ target: ResolvedTarget) -> Double {
        zip(variables, point).reduce(0) { sum, step in
            guard case .posts(let team, _, _, _) = step.0.kind, target.teams.contains(team) else { return sum }
            return sum + step.0.poundsAYear * step.1 * Double(target.weeks.count) / 52.18
        }
    }

    private func change(_ point: [Double], team: Int) -> FluidChange {
        var change = FluidChange(weeks: weeks)
        for (place, steps) in point.enumerated() where variables[place].acts(on: team) {
            switch variables[place].kind {
            case .referrals(_, let values, let overWeeks):
                let own = scenario.teams[team].referrals
                var grown = own
                grown.grow(by: values.value(steps), over: overWeeks)
                for week in 0..<weeks {
                    let day = scenario.starts + Int32(week * 7)
                    change.referrals[week] *=
                        grown.growth(on: day, from: scenario.starts) / own.growth(on: day, from: scenario.starts)
                }
            case .posts(_, let role, _, _):
                let posts = teams[team].rates.posts
                for week in 0..<weeks {
                    guard let most = room[place][week] else { continue }
                    let more = posts.minutes(role, week: week) * min(steps, most)
                    if role.step == .low { change.minutes.low[week] += more } else { change.minutes.high[week] += more }
                }
            case .screening: change.screening *= ScreeningTime.factor(steps)
            case .key: break
            }
        }
        return change
    }

    /// How many posts more can be there in each week; nothing for what is no post. To give up posts takes no time.
    private static func room(
        _ variable: PlannedVariable, in scenario: ServiceScenario, weeks: Int, _ hiresAQuarter: Int?
    ) -> [Double?] {
        guard case .posts(let team, let role, let from, let until) = variable.kind else { return [] }
        let pace = HiringPace(role, of: scenario.teams[team], starts: scenario.starts, told: hiresAQuarter)
        return (0..<weeks).map { week in
            let day = scenario.starts + Int32(week * 7)
            if let until, day > until { return nil }
            if let from { return day >= from ? .infinity : nil }
            return Double(pace.most(before: day + 1))
        }
    }
}
