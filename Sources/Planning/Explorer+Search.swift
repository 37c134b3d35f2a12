// SPDX-License-Identifier: GPL-3.0-or-later

extension Explorer {
    /// How believing the points are that the responses propose: what is believed, what may be, what is all but sure.
    private static let cautions = [0.0, -1.0, 1.0]

    /// Rounds after which steps do better than more proposals.
    private static let rounds = 20

    /// Points that the fitted responses propose, and more runs of the best, which tell the level of all, until there
    /// are none that are not known.
    func search() throws(SearchEnd) {
        ledger.stage = .search
        for _ in 0..<Self.rounds {
            let responses = fit(near: fitted)
            guard let best = best(responses) else { return }
            fitted = best
            var wanted: [(point: [Int], count: Int)] = []
            if let count = moreRuns(best) { wanted.append((best, count)) }
            for caution in Self.cautions {
                let proposal = try propose(responses, caution: caution, near: best)
                guard let proposal, !wanted.contains(where: { $0.point == proposal }) else { continue }
                if let count = moreRuns(proposal) { wanted.append((proposal, count)) }
            }
            if wanted.isEmpty { return }
            try ledger.take(wanted)
        }
    }

    /// What the responses hold to be best, as cautious as asked.
    func propose(_ responses: Responses, caution: Double, near best: [Int]) throws(SearchEnd) -> [Int]? {
        let search = SurrogateSearch(responses, goal: goal, caution: caution)
        let others = ledger.points.map { ($0, search.merit($0)) }.sorted { $0.1 < $1.1 }.prefix(4).map(\.0)
        return try guarded { () throws(PlanningError) in try search.solve(from: [best] + others.filter { $0 != best }) }
    }

    /// Runs that a point is to have next; nil if it needs none.
    private func moreRuns(_ point: [Int]) -> Int? {
        let count = ledger.count(point)
        guard count > 0 else { return settings.firstRuns }
        if count >= 8 * settings.firstRuns { return nil }
        return standing(point) == .open || (goal.knownCost(point) == nil && count < 4 * settings.firstRuns)
            ? 2 * count : nil
    }
}
