// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics

extension Explorer {
    /// Errors of standings in halves of a zone, from coarse to fine: moves are cheap first.
    static let precisions = [4.0, 1.5, 0.6]
    /// The error of standings where runs are cheap, and the share of them that has to be left for that.
    private static let (finest, finestShare) = (0.3, 0.5)

    /// Steps of one from the best plan that keeps its targets, until none is better; then what the responses propose
    /// anywhere, and again.
    func polish() throws(SearchEnd) {
        ledger.stage = .polish
        for precision in Self.precisions + [Self.finest] {
            let left = 1 - Double(ledger.runs) / Double(max(1, ledger.limit))
            if precision == Self.finest, left < Self.finestShare { return }
            self.precision = precision
            if let plan = incumbent, try settle(plan) != .keeps { incumbent = nil }
            if incumbent == nil { incumbent = try firstKeeper() }
            // A search without end would be a fault: each move is to a better plan by more than luck.
            for _ in 0..<200 {
                guard let plan = incumbent, let better = try improved(plan) else { break }
                incumbent = better
            }
        }
    }

    private func improved(_ plan: [Int]) throws(SearchEnd) -> [Int]? {
        fitted = plan
        return goal.knownCost(plan) == nil
            ? try better(than: plan, fit(near: plan)) : try cheaper(than: plan)
    }

    /// The best of what was simulated or is proposed that keeps its targets; nil if twelve tries find none.
    private func firstKeeper() throws(SearchEnd) -> [Int]? {
        var missed: [[Int]] = []
        for attempt in 0..<12 {
            let responses = fit(near: fitted)
            let caution = Double(attempt) * 0.5
            let search = SurrogateSearch(responses, goal: goal, caution: caution)
            let known = ledger.points.filter { !missed.contains($0) }.map { ($0, search.merit($0)) }
                .min { $0.1 < $1.1 }
            guard let best = best(responses) else { return nil }
            fitted = best
            var candidate = known?.0
            if let proposal = try propose(responses, caution: caution, near: best), !missed.contains(proposal) {
                if known.map({ search.merit(proposal) < $0.1 }) ?? true { candidate = proposal }
            }
            guard let candidate else { return nil }
            if try settle(candidate) == .keeps { return candidate }
            missed.append(candidate)
        }
        return nil
    }

    /// Standard deviations of belief beyond which a pair of steps is not tried.
    private static let hopeless = 3.0

    /// Neighbours to be looked at: every single step, and pairs that the responses do not hold to be in vain.
    func hopeful(_ plan: [Int], _ responses: Responses) -> [[Int]] {
        let singles = lattice.neighbours(of: plan, withPairs: false)
        let pairs = lattice.neighbours(of: plan).dropFirst(singles.count)
        let hope = SurrogateSearch(responses, goal: goal, caution: -Self.hopeless)
        let reach = goal.knownCost(plan) ?? cost(plan)
        return singles
            + pairs.filter {
                let merit = hope.merit($0)
                return merit.lack <= 0 && merit.cost < reach
            }
    }

    /// What the responses propose, from what is likely to what may be; where all of that is in vain, every step of one,
    /// and what the responses propose then.
    private func cheaper(than plan: [Int]) throws(SearchEnd) -> [Int]? {
        if let found = try cheaperProposal(than: plan, cautions: [0.5, 0, -1, -2]) { return found }
        if let found = try cheaperStride(from: plan) { return found }
        let most = cost(plan) - 1e-9 * max(1, abs(cost(plan)))
        let tried = hopeful(plan, fit(near: plan)).filter { cost($0) < most }
        try ledger.take(tried.map { ($0, settings.firstRuns) })
        let ranked = tried.enumerated().sorted { (cost($0.element), $0.offset) < (cost($1.element), $1.offset) }
        for (_, point) in ranked where try settle(point) == .keeps { return point }
        // Dearer neighbours tell the slopes.
        try ledger.take(lattice.neighbours(of: plan, withPairs: false).map { ($0, settings.firstRuns) })
        return try cheaperProposal(than: plan, cautions: [0, -1, -2, -3])
    }

    private func cheaperProposal(than plan: [Int], cautions: [Double]) throws(SearchEnd) -> [Int]? {
        let most = cost(plan) - 1e-9 * max(1, abs(cost(plan)))
        for caution in cautions {
            // What was learned of one proposal makes the next.
            for _ in 0..<3 {
                let responses = fit(near: plan)
                guard let proposal = try propose(responses, caution: caution, near: plan), cost(proposal) < most,
                    SurrogateSearch(responses, goal: goal, caution: caution).merit(proposal).lack <= 0
                else { break }
                if case .misses = standing(proposal) { break }
                if try settle(proposal) == .keeps { return proposal }
            }
        }
        return nil
    }

    /// The smallest difference of a measured objective that matters.
    func objectiveTolerance(at plan: [Int]) -> Double {
        settings.objectiveTolerance
            ?? settings.meanTolerance * Summary(ledger.values(goal.targets.count, of: plan)).standardDeviation
    }

    /// How much better than a plan another is, in the runs that they share.
    func lead(of point: [Int], over plan: [Int]) -> Summary {
        let (one, other) = (
            ledger.values(goal.targets.count, of: point), ledger.values(goal.targets.count, of: plan)
        )
        return Summary(zip(one, other).map { goal.sign * ($1 - $0) })
    }

    private func better(than plan: [Int], _ responses: Responses) throws(SearchEnd) -> [Int]? {
        var contenders = hopeful(plan, responses)
        for caution in [0.0, -1] {
            guard let proposal = try propose(responses, caution: caution, near: plan), proposal != plan else {
                continue
            }
            if !contenders.contains(proposal) { contenders.append(proposal) }
        }
        let precise = 0.3 * objectiveTolerance(at: plan)
        var count = settings.firstRuns
        while !contenders.isEmpty {
            try ledger.take((contenders + [plan]).map { ($0, count) })
            let leads = contenders.map { lead(of: $0, over: plan) }
            var left: [[Int]] = []
            let ranked = contenders.indices.sorted { (-leads[$0].mean, $0) < (-leads[$1].mean, $1) }
            for index in ranked {
                let lead = leads[index]
                let isKnown = abs(lead.mean) >= Self.clearLead * lead.standardError || lead.standardError <= precise
                if isKnown && lead.mean > 0, try settle(contenders[index]) == .keeps { return contenders[index] }
                if case .misses = standing(contenders[index]) { continue }
                if !isKnown { left.append(contenders[index]) }
            }
            contenders = left
            count += max(settings.firstRuns, count / 2)
        }
        return nil
    }

    private static let clearLead = 3.0
}
