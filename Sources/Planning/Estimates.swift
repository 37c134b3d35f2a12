// SPDX-License-Identifier: GPL-3.0-or-later

/// What a problem's cheap model says, each point asked once: a search looks at the same points for each value of a run
/// and after each fit.
final class Estimates {
    private let problem: any PlanningProblem
    /// Whether there is a model; nil until it was asked.
    private var isThere: Bool?
    private var known: [[Int]: [Double]] = [:]  // lookup only
    /// Points that are remembered at most: forgotten together, since the next ones lie elsewhere.
    private static let most = 1 << 17

    init(_ problem: any PlanningProblem) { self.problem = problem }

    /// What the model says of each value of a run at a point; nil if there is none.
    func callAsFunction(_ point: [Int]) -> [Double]? {
        if isThere == false { return nil }
        if let found = known[point] { return found }
        let found = problem.estimate(point.map(Double.init))
        isThere = found != nil
        if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
        known[point] = found
        return found
    }
}
