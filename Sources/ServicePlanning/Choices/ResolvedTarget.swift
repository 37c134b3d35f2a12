public import CareModel
import Experiments
import ServiceSimulation
import Statistics

/// A target of a plan as it is measured: of which teams, in which weeks, against what.
public struct ResolvedTarget: Sendable {
    /// Why it is held.
    public enum Reason: Sendable, Hashable {
        /// Somebody asked for it.
        case asked
        /// It holds what is not to get worse meanwhile.
        case guarding
    }

    /// As it was asked.
    public private(set) var target: ServiceTarget
    /// How it follows from what is counted.
    let count: Measure.Count
    /// What its numbers count.
    public let unit: MeasureUnit
    /// What it is called in sentences.
    public let title: String
    /// Indices of the teams, in the order of their names.
    let teams: [Int]
    /// The weeks of the forecast over which it is measured.
    public let weeks: Range<Int>
    /// The weeks in which today is measured, where it is held against today.
    let weeksOfToday: Range<Int>
    /// Whether the days were chosen by the plan.
    public let isSpanChosen: Bool
    /// Whether it was asked for.
    public let reason: Reason
    /// The chance with which a run must keep it; nil if the mean of runs must.
    public let chance: Double?
    /// How far beyond it a plan is good without doubt, in its unit; nil: as a search has it.
    private(set) var tolerance: Double?
    /// How much longer than today's a wait may be that is held; 0 for what was asked for.
    private(set) var allowance = 0.0

    /// Whether its values lie in 0 … 1.
    var isShare: Bool {
        switch count {
        case .ratio: unit == .share
        case .total, .stock, .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost, .perClinician, .role,
            .ends:
            false
        }
    }

    /// The value of a run, with nothing changed beside it where it is held against today: larger is better.
    /// - Parameters:
    ///   - sums: of the plan's run.
    ///   - today: of the same run with nothing changed.
    func value(_ sums: MeasureSums, today: MeasureSums) -> Double {
        let own = oriented(sums, weeks)
        switch target.level {
        case .value: return own
        case .today: return own - oriented(today, weeksOfToday)
        }
    }

    private func oriented(_ sums: MeasureSums, _ weeks: Range<Int>) -> Double {
        guard let value = sums.value(count, weeks: weeks.count) else { return worst }
        return target.side == .atLeast ? value : -value
    }

    /// What stands for a run in which nobody was there to be measured.
    private var worst: Double {
        guard target.side == .atMost else { return 0 }
        guard case .value(let value) = target.level else { return -1 }
        return isShare ? -1 : -max(1, 2 * value)
    }

    /// The least value with which it is kept.
    var atLeast: Double {
        switch target.level {
        case .value(let value): target.side == .atLeast ? value : -value
        case .today(let plus): target.side == .atLeast ? plus : -plus
        }
    }

    /// A value of a run as a number of the measure, or as its difference from today.
    func shown(_ value: Double) -> Double { target.side == .atLeast ? value : -value }

    /// The same, with a wait held against today's as nearly as matters and as runs can tell: to a twentieth of it, to
    /// two days where that is more, and to a quarter of what luck makes of it from run to run where that is more still.
    /// To tell less would take many hundreds of runs, and nobody would feel it.
    /// - Parameter records: with nothing changed.
    func held(against records: [ReplicationRecord], of scenario: ServiceScenario) -> ResolvedTarget {
        func wait(_ record: ReplicationRecord, _ weeks: Range<Int>) -> Double? {
            record.sums(count, teams: teams, weeks: weeks, of: scenario)?.value(count, weeks: weeks.count)
        }
        let today = Summary(records.compactMap { wait($0, weeksOfToday) }).mean
        let moved = records.compactMap { record in
            wait(record, weeks).flatMap { later in wait(record, weeksOfToday).map { later - $0 } }
        }
        let luck = moved.count > 1 ? Summary(moved).standardDeviation : 0
        let most = max(Self.allowedShare * (today.isFinite ? today : 0), Self.allowedLuck * luck)
        let allowance = max(Self.leastAllowance, (most * 10).rounded() / 10)
        var held = self
        held.hold(to: allowance)
        return held
    }

    /// One that is as today's or shorter is good without doubt, one that is longer by twice the allowance is not kept,
    /// and what lies in between is told apart at the allowance.
    fileprivate mutating func hold(to allowance: Double) {
        self.allowance = allowance
        target.level = .today(plus: 2 * allowance)
        tolerance = 2 * allowance
    }

    /// How much longer a wait may be that is not to get longer, weeks at least: two days.
    static let leastAllowance = 0.3
    /// The same as a share of today's.
    static let allowedShare = 0.05
    /// The same as a share of a standard deviation of runs: a test is decided within 300 of them.
    static let allowedLuck = 0.25

    /// What a value cannot leave.
    var limits: ClosedRange<Double>? {
        guard isShare, case .value = target.level else { return nil }
        return target.side == .atLeast ? 0...1 : -1...0
    }
}

/// Finds out what targets are measured by in a service.
struct TargetResolver {
    let scenario: ServiceScenario
    let weeks: Int

    /// The last year, or the second half of a shorter time: hiring and lists take months to move.
    var usualWeeks: Range<Int> { (weeks > 78 ? weeks - 52 : weeks / 2)..<weeks }

    func resolve(_ target: ServiceTarget, reason: ResolvedTarget.Reason = .asked) throws(PlanFault) -> ResolvedTarget {
        func fault(_ reason: String) -> PlanFault { PlanFault("target", target.text, reason) }
        guard
            let measure = Measure.all(scenario.standards).first(where: { $0.name(scenario.standards) == target.measure }
            )
        else { throw fault("no measure is called \(target.measure)\(near(target.measure))") }
        guard MeasureSums.makes(measure.count) else {
            throw fault(
                "\(target.measure) cannot be a target: it is read off a whole distribution or told of roles and "
                    + "reasons; hold a share, a mean, a number or a cost instead")
        }
        var teams = Array(scenario.teams.indices)
        if let name = target.team {
            guard let team = scenario.teams.firstIndex(where: { $0.name == name }) else {
                throw fault(
                    "the service has no team \(name); its teams are "
                        + scenario.teams.map(\.name).joined(separator: ", "))
            }
            teams = [team]
        }
        if measure.limits == 0...1, case .value(let value) = target.level, !(0...1).contains(value) {
            throw fault("\(target.measure) is a share, 0 to 1 or 0% to 100%, not \(value)")
        }
        if case .access = measure.count, teams.contains(where: { scenario.teams[$0].population.need <= 0 }) {
            throw fault("the scenario does not say how many people are in need")
        }
        let weeks = try span(target)
        return ResolvedTarget(
            target: target, count: measure.count, unit: measure.unit, title: title(measure, target),
            teams: named(teams),
            weeks: weeks, weeksOfToday: weeks, isSpanChosen: target.span == nil, reason: reason, chance: target.chance,
            tolerance: nil)
    }

    /// What is not to get worse while the targets are reached, for the teams that they speak of: the wait for a first
    /// appointment and those for treatment at each step, each by how many weeks the list takes at the pace at which it
    /// is served: over both steps together a long wait could hide behind a short one. The last quarter is held against
    /// the first quarter as it would be with nothing changed. A search looks for those that are no longer, and the test
    /// of its finalists refuses those that are longer by more than the allowance.
    func guards(_ targets: [ResolvedTarget]) -> [ResolvedTarget] {
        let quarter = min(HiringPace.quarterWeeks, weeks)
        let teams = named(scenario.teams.indices.filter { team in targets.contains { $0.teams.contains(team) } })
        let waits: [(name: String, title: String, lists: [Counter], served: [Counter])] = [
            (
                "weeks-to-first-appointment", "Weeks from list to first appointment",
                [.waitingFirstAppointment, .firstAppointmentBooked], [.firstAppointments]
            ),
            (
                "weeks-to-low-intensity", "Weeks from list to low-intensity treatment", [.waitingLow],
                [.assessmentToLow]
            ),
            (
                "weeks-to-high-intensity", "Weeks from list to high-intensity treatment",
                [.waitingHigh, .waitingStepUp], [.assessmentToHigh, .stepUpWaits]
            ),
        ]
        return waits.map { wait in
            var held = ResolvedTarget(
                target: ServiceTarget(
                    team: nil, measure: wait.name, .atMost, .today(plus: 0), span: nil,
                    chance: ServiceTarget.usualChance),
                count: .ratio(wait.lists, wait.served), unit: .weeks, title: wait.title, teams: teams,
                weeks: weeks - quarter..<weeks, weeksOfToday: 0..<quarter, isSpanChosen: true, reason: .guarding,
                chance: nil, tolerance: nil)
            held.hold(to: ResolvedTarget.leastAllowance)
            return held
        }
    }

    private func named(_ teams: [Int]) -> [Int] {
        teams.sorted { scenario.teams[$0].name < scenario.teams[$1].name }
    }

    private func title(_ measure: Measure, _ target: ServiceTarget) -> String {
        let title = measure.title.isEmpty ? target.measure : measure.title(scenario.standards)
        guard let name = target.team, let team = scenario.teams.first(where: { $0.name == name }) else { return title }
        return "\(title), \(team.title)"
    }

    private func span(_ target: ServiceTarget) throws(PlanFault) -> Range<Int> {
        guard let span = target.span else { return usualWeeks }
        guard let found = span.weeks(of: scenario.starts, weeks) else {
            let last = scenario.starts + Int32(weeks * 7 - 1)
            throw PlanFault(
                "target", target.text,
                "\(span) is not within the forecast, \(scenario.starts) to \(last); --weeks makes it longer")
        }
        return found
    }

    /// Names that look alike.
    private func near(_ name: String) -> String {
        let words = Set(name.split(separator: "-"))  // lookup only
        let all = Measure.all(scenario.standards).filter { MeasureSums.makes($0.count) }.map {
            $0.name(scenario.standards)
        }
        let scored = all.map { other in (name: other, alike: other.split(separator: "-").count { words.contains($0) }) }
        let most = scored.map(\.alike).max() ?? 0
        guard most > 0 else { return "; `stepcare check` lists none, a forecast's measures.csv all" }
        let found = scored.filter { $0.alike == most }.prefix(4).map(\.name)
        return "; near it: \(found.joined(separator: ", "))"
    }
}
