// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that can be planned: whole-numbered choices, what they cost, and runs that say what they lead to.
///
/// The search knows nothing else of it. A run's values are one for each target, in their order, and then the
/// objective's if it is measured.
public protocol PlanningProblem: Sendable {
    /// What can be chosen, at least one.
    var variables: [PlanVariable] { get }
    /// What choices must keep together, exactly.
    var bounds: [PlanBound] { get }
    /// What runs must show.
    var targets: [PlanTarget] { get }
    /// What makes one plan better than another.
    var objective: PlanObjective { get }
    /// Where the user is today, if anywhere; a value for each variable.
    var start: [Int]? { get }
    /// Everything else that the values of its runs hang on, in words that differ where they may: what was simulated of
    /// one problem is never taken for another's.
    var identity: String { get }

    /// The values of one run: one for each target, then the objective's if it is measured.
    ///
    /// Pure: the same point and number give the same values, from any thread. Numbers are common random numbers: a
    /// number has the same luck at every point, and different numbers are independent.
    /// - Parameters:
    ///   - point: a value for each variable, within ranges and bounds.
    ///   - number: from 0, below 2²⁰.
    func run(_ point: [Int], _ number: Int) -> [Double]

    /// What a cheap model says of each value of a run at a point that need not be whole; nil if there is none, and then
    /// there is none anywhere. It need not be right: runs correct its level and its slopes.
    func estimate(_ point: [Double]) -> [Double]?
}

extension PlanningProblem {
    /// No bounds.
    public var bounds: [PlanBound] { [] }

    /// Nowhere.
    public var start: [Int]? { nil }

    /// No cheap model.
    public func estimate(_ point: [Double]) -> [Double]? { nil }

    /// How many values a run has.
    var valueCount: Int {
        if case .measured = objective { targets.count + 1 } else { targets.count }
    }
}
