// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a problem cannot be searched.
public enum PlanningError: Error, Sendable, Hashable {
    /// There is nothing to choose.
    case noVariables
    /// A bound, or the objective if it has no name, has not one coefficient for each variable.
    case coefficients(of: String?, expected: Int, found: Int)
    /// The start has not one value for each variable, or one outside of its range.
    case badStart([Int])
    /// A chance that is not between 0 and 1.
    case badChance(target: String, chance: Double)
    /// A tolerance that is not above 0.
    case badTolerance(target: String, tolerance: Double)
    /// A number that is not one.
    case notFinite(name: String)
    /// A target beyond what its value can be.
    case impossibleTarget(name: String, atLeast: Double, most: Double)
    /// No whole point keeps these bounds together, and without any one of them there is one.
    case contradictoryBounds([String])
    /// Fewer runs than one look at the problem takes.
    case budget(Int, least: Int)
    /// A setting outside of what it may be.
    case setting(name: String, allowed: String)
    /// The state belongs to another problem or seed.
    case stateOfAnotherPlan
    /// A run gave another number of values than targets and objective ask for.
    case valuesOfRun(point: [Int], number: Int, expected: Int, found: Int)
    /// A run gave a value that is no number.
    case valueOfRun(point: [Int], number: Int, name: String)
    /// The solver of linear programs failed, which is a fault of ours.
    case solver(code: Int)
}
