import CareModel
import Experiments
import Planning
import ServiceSimulation

/// A service's plan as a problem of choices, costs and runs.
struct ServicePlanProblem: PlanningProblem {
    let variables: [PlanVariable]
    let bounds: [PlanBound]
    let targets: [PlanTarget]
    let objective: PlanObjective
    let start: [Int]?
    let identity: String

    private let planned: [ResolvedTarget]
    private let measured: ResolvedTarget?
    private let runs: TeamRuns
    private let fluid: FluidService?

    /// - Parameters:
    ///   - planned: the targets; those that somebody asked for come first.
    ///   - measured: what is made least or most, where that is no cost.
    ///   - identity: all else that runs hang on.
    init(
        _ planned: [ResolvedTarget], _ choices: [PlannedVariable], objective: PlanObjective, measured: ResolvedTarget?,
        bounds: [PlanBound], runs: TeamRuns, fluid: FluidService?, identity: String
    ) {
        self.identity = identity
        self.planned = planned
        self.measured = measured
        self.runs = runs
        self.fluid = fluid
        self.bounds = bounds
        self.objective = objective
        variables = choices.map { PlanVariable(name: $0.name, range: $0.range) }
        let nothing = choices.map { min(max(0, $0.range.lowerBound), $0.range.upperBound) }
        start = bounds.allSatisfy { $0.isKept(nothing) } ? nothing : nil
        targets = planned.enumerated().map { place, target in
            PlanTarget(
                name: Self.name(place), atLeast: target.atLeast, chance: target.chance, limits: target.limits,
                tolerance: target.tolerance)
        }
    }

    /// What a target is called in the search: its place.
    static func name(_ place: Int) -> String { "target \(place + 1)" }

    /// What each target's value is in a run, in order, and then what is made least or most.
    func run(_ point: [Int], _ number: Int) -> [Double] {
        let all = planned + (measured.map { [$0] } ?? [])
        guard let plan = runs.sums(point, number) else { return all.map(\.impossible) }
        let needsToday = all.contains { $0.isAgainstToday }
        let today = needsToday ? runs.today(number) : nil
        return all.indices.map { place in all[place].value(plan[place], today: today?[place] ?? plan[place]) }
    }

    func estimate(_ point: [Double]) -> [Double]? { fluid?.estimate(point) }
}

extension ResolvedTarget {
    /// Whether it is held against what is with nothing changed.
    var isAgainstToday: Bool {
        switch target.level {
        case .today: true
        case .value: false
        }
    }

    /// What stands for a run of a service that cannot be.
    var impossible: Double { -max(1, 10 * abs(atLeast)) }
}

extension PlanBound {
    /// Whether a point keeps it.
    fileprivate func isKept(_ point: [Int]) -> Bool {
        zip(coefficients, point).reduce(0) { $0 + $1.0 * Double($1.1) } <= most
    }
}
