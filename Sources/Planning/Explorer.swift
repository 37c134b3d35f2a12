// SPDX-License-Identifier: GPL-3.0-or-later

import RandomStreams
import Statistics

/// A search at work: its runs, what is believed, and the best point so far.
final class Explorer {
    let problem: any PlanningProblem
    let settings: PlanSettings
    let seed: UInt64
    let lattice: Lattice
    let goal: Goal
    let ledger: RunLedger
    let estimates: Estimates
    private var kernels: [GaussianProcess.Kernel] = []
    /// The point around which responses were last fitted.
    var fitted: [Int]?
    /// The best point that is known to keep its targets.
    var incumbent: [Int]?
    /// How well standings are to be known, in halves of a zone: the search begins coarsely.
    var precision = 4.0

    init(
        _ problem: any PlanningProblem, settings: PlanSettings, seed: UInt64, lattice: Lattice, goal: Goal,
        ledger: RunLedger
    ) {
        self.problem = problem
        self.settings = settings
        self.seed = seed
        self.lattice = lattice
        self.goal = goal
        self.ledger = ledger
        estimates = Estimates(problem)
    }

    /// The cost of a point: known, or what its runs say of it, less being better.
    func cost(_ point: [Int]) -> Double {
        if let cost = goal.knownCost(point) { return cost }
        return goal.sign * Summary(ledger.values(goal.targets.count, of: point)).mean
    }

    /// What the search's runs say of a point; open if there are none.
    func standing(_ point: [Int]) -> PlanStanding {
        guard ledger.count(point) > 1 else { return .open }
        return goal.standing(goal.targets.indices.map { ledger.values($0, of: point) }, precision: precision)
    }

    /// Runs at a point until its standing is known.
    func settle(_ point: [Int]) throws(SearchEnd) -> PlanStanding {
        try ledger.take([(point, settings.firstRuns)])
        var standing = standing(point)
        while standing == .open {
            let count = ledger.count(point)
            try ledger.take([(point, count + max(settings.firstRuns, count / 2))])
            standing = self.standing(point)
        }
        return standing
    }

    /// The sum of what a point lacks of its targets, in spreads, as its own runs say.
    func lack(_ point: [Int], _ responses: Responses) -> Double {
        goal.targets.indices.reduce(0) { sum, target in
            let reading = goal.reading(target, of: ledger.values(target, of: point))
            return sum + max(0, responses.levels[target] - reading.value) / responses.spreads[target]
        }
    }

    /// The responses fitted to the first design, which is everywhere, and to the points that are nearest to some point.
    func fit(near centre: [Int]?) -> Responses {
        let all = ledger.points
        let most = max(60, 10 * lattice.dimensions)
        let first = min(all.count, most / 3)
        var kept = Array(all.indices.prefix(most))
        if let centre, all.count > most {
            let middle = lattice.unit(centre)
            let ranked = (first..<all.count).map { index in
                let distance = zip(lattice.unit(all[index]), middle).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
                return (distance: distance, index: index)
            }
            let near = ranked.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(most - first)
            kept = Array(0..<first) + near.map(\.index).sorted()
        }
        let points = kept.map { all[$0] }
        let responses = Responses(
            ledger, estimates, lattice: lattice, goal: goal, points: points, kernels: kernels)
        kernels = responses.kernels
        return responses
    }

    /// The best simulated point as it is believed: what it lacks, then what it costs.
    func best(_ responses: Responses) -> [Int]? {
        let search = SurrogateSearch(responses, goal: goal, caution: 0)
        return ledger.points.map { ($0, search.merit($0)) }.min { $0.1 < $1.1 }?.0
    }
}

extension Explorer {
    /// When runs have ended before a plan was found: the best that is believed to keep its targets.
    func takeBestGuess() {
        guard incumbent == nil, !ledger.points.isEmpty else { return }
        let responses = fit(near: fitted)
        let search = SurrogateSearch(responses, goal: goal, caution: 0)
        if let best = best(responses), search.merit(best).lack <= 0 { incumbent = best }
    }
}
