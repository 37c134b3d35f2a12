// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the range of a variable is long, or the best plan lies between those that steps of one reach.
extension Explorer {
    /// Variables up to which everything around a plan is looked at: their number grows with the cube.
    private static let closerUpTo = 10
    /// The share of the runs that a closer look may take.
    private static let closerShare = 0.15
    /// Standard deviations of belief by which a plan around the best may be better than believed.
    private static let doubt = 2.0

    /// A cheaper plan a stride away that keeps its targets, the longest stride first: with ranges of hundreds, steps of
    /// one would never arrive.
    func cheaperStride(from plan: [Int]) throws(SearchEnd) -> [Int]? {
        let longest = (lattice.variables.map { $0.range.count - 1 }.max() ?? 0) / 8
        var size = 1
        while size * 2 <= longest { size *= 2 }
        while size > 1 {
            let responses = fit(near: plan)
            let hope = SurrogateSearch(responses, goal: goal, caution: -Self.doubt)
            let reach = below(plan)
            let tried = lattice.strides(of: plan, size: size).filter { point in
                cost(point) < reach && !isMissed(point) && hope.merit(point).lack <= 0
            }
            let likely = SurrogateSearch(responses, goal: goal, caution: 0)
            let ranked = ranked(tried, likely)
            for candidate in ranked.prefix(lattice.dimensions + 1) where try settle(candidate) == .keeps {
                return candidate
            }
            size /= 2
        }
        return nil
    }

    /// Looks at every cheaper plan around the best that may keep its targets, the likeliest first, while a share of the
    /// runs lasts.
    func lookCloser() throws(SearchEnd) {
        guard lattice.dimensions <= Self.closerUpTo, let first = incumbent, goal.knownCost(first) != nil,
            !goal.targets.isEmpty
        else { return }
        let limit = ledger.limit
        ledger.limit = min(limit, ledger.runs + Int(Double(limit) * Self.closerShare))
        defer { ledger.limit = limit }
        do throws(SearchEnd) {
            while let plan = incumbent, let better = try cheaperAround(plan) { incumbent = better }
        } catch {
            // What was found before the share ended stays.
            guard case .budget = error else { throw error }
        }
    }

    private func cheaperAround(_ plan: [Int]) throws(SearchEnd) -> [Int]? {
        let around = lattice.around(plan)
        while true {
            let responses = fit(near: plan)
            let hope = SurrogateSearch(responses, goal: goal, caution: -Self.doubt)
            let likely = SurrogateSearch(responses, goal: goal, caution: 0)
            let reach = below(plan)
            let open = around.filter { point in
                cost(point) < reach && !isMissed(point) && hope.merit(point).lack <= 0
            }
            guard !open.isEmpty else { return nil }
            let ranked = ranked(open, likely)
            for candidate in ranked.prefix(lattice.dimensions) where try settle(candidate) == .keeps {
                return candidate
            }
        }
    }

    /// What is likely to keep its targets first, and of that the cheapest; as they stand where nothing tells.
    private func ranked(_ points: [[Int]], _ likely: SurrogateSearch) -> [[Int]] {
        let known = points.map { likely.merit($0) }
        let order = points.indices.sorted { one, other in
            if known[one] < known[other] { return true }
            return !(known[other] < known[one]) && one < other
        }
        return order.map { points[$0] }
    }

    /// A cost that is less than a plan's by more than rounding.
    private func below(_ plan: [Int]) -> Double { cost(plan) - 1e-9 * max(1, abs(cost(plan))) }

    private func isMissed(_ point: [Int]) -> Bool {
        if case .misses = standing(point) { return true }
        return false
    }
}
