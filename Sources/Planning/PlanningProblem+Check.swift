// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
    /// Throws what is wrong with a problem before anything is simulated.
    func check() throws(PlanningError) {
        guard !variables.isEmpty else { throw .noVariables }
        for bound in bounds {
            try check(coefficients: bound.coefficients, of: bound.name)
            guard bound.most.isFinite else { throw .notFinite(name: bound.name) }
        }
        if case .known(let costs) = objective { try check(coefficients: costs, of: nil) }
        for target in targets { try check(target) }
        if let start {
            let isWithin = start.count == variables.count && zip(variables, start).allSatisfy { $0.range.contains($1) }
            guard isWithin else { throw .badStart(start) }
        }
        if let estimate = estimate(variables.map { Double($0.range.lowerBound) }), estimate.count != valueCount {
            throw .setting(name: "estimate", allowed: "\(valueCount) values")
        }
        let lattice = Lattice(variables: variables, bounds: bounds)
        if let names = try lattice.contradiction() { throw .contradictoryBounds(names) }
    }

    private func check(coefficients: [Double], of name: String?) throws(PlanningError) {
        guard coefficients.count == variables.count else {
            throw .coefficients(of: name, expected: variables.count, found: coefficients.count)
        }
        guard coefficients.allSatisfy(\.isFinite) else { throw .notFinite(name: name ?? "objective") }
    }

    private func check(_ target: PlanTarget) throws(PlanningError) {
        guard target.atLeast.isFinite else { throw .notFinite(name: target.name) }
        if let chance = target.chance, !(chance > 0 && chance < 1) {
            throw .badChance(target: target.name, chance: chance)
        }
        if let tolerance = target.tolerance, !(tolerance > 0 && tolerance.isFinite) {
            throw .badTolerance(target: target.name, tolerance: tolerance)
        }
        if let limits = target.limits, target.atLeast > limits.upperBound {
            throw .impossibleTarget(name: target.name, atLeast: target.atLeast, most: limits.upperBound)
        }
    }
}

extension PlanSettings {
    /// The fewest runs with which anything can be said: a look at four points, and one final.
    var leastBudget: Int { 4 * firstRuns + FeasibilityTest.firstRuns }

    func check() throws(PlanningError) {
        guard threads >= 1 else { throw .setting(name: "threads", allowed: "1 or more") }
        guard alpha > 0 && alpha < 0.5 else { throw .setting(name: "alpha", allowed: "between 0 and 0.5") }
        guard chanceTolerance > 0 && chanceTolerance < 0.5 else {
            throw .setting(name: "chanceTolerance", allowed: "between 0 and 0.5")
        }
        guard meanTolerance > 0 else { throw .setting(name: "meanTolerance", allowed: "above 0") }
        if let objectiveTolerance, !(objectiveTolerance > 0) {
            throw .setting(name: "objectiveTolerance", allowed: "above 0")
        }
        guard finalists >= 1 && finalists <= 20 else { throw .setting(name: "finalists", allowed: "1 to 20") }
        guard firstRuns >= 4 else { throw .setting(name: "firstRuns", allowed: "4 or more") }
        guard designPoints >= 4 else { throw .setting(name: "designPoints", allowed: "4 or more") }
        guard budget >= leastBudget else { throw .budget(budget, least: leastBudget) }
    }
}
