// SPDX-License-Identifier: GPL-3.0-or-later

extension Explorer {
    /// The plans that are to meet in fresh runs, the best first.
    /// - Parameters:
    ///   - round: from 0; the later, the more cautious.
    ///   - refused: those that have been there.
    func finalists(round: Int, refused: [[Int]]) throws(SearchEnd) -> [[Int]] {
        var safe: [[Int]] = []
        // Without targets nothing could be refused.
        for caution in goal.targets.isEmpty ? [] : [0.7, 1.5, 2.5] {
            do {
                let point = try safeProposal(caution: caution + 2 * Double(round))
                if let point, !safe.contains(point) { safe.append(point) }
            } catch {
                guard case .budget = error else { throw error }
            }
        }
        let isFree = { (point: [Int]) in !refused.contains(point) }
        let keepers = ledger.points.filter { isFree($0) && standing($0) == .keeps }
        var chosen: [[Int]] = incumbent.map { [$0] }?.filter(isFree) ?? []
        for point in safe where chosen.count < settings.finalists && isFree(point) && !chosen.contains(point) {
            chosen.append(point)
        }
        let ranked = keepers.enumerated().sorted { (cost($0.element), $0.offset) < (cost($1.element), $1.offset) }
        // Where the objective is measured the best are not known by their cost.
        let most =
            goal.targets.isEmpty || goal.knownCost(lattice.variables.map { _ in 0 }) == nil
            ? settings.finalists : (settings.finalists + 1) / 2
        for (_, point) in ranked where chosen.count < most && !chosen.contains(point) { chosen.append(point) }
        return chosen.enumerated().sorted { (cost($0.element), $0.offset) < (cost($1.element), $1.offset) }
            .map(\.element)
    }

    /// A proposal as cautious as asked that keeps its targets in the search's own runs; what those say of one makes the
    /// next, four times at most.
    private func safeProposal(caution: Double) throws(SearchEnd) -> [Int]? {
        for _ in 0..<4 {
            guard let near = incumbent ?? fitted else { return nil }
            let point = try propose(fit(near: near), caution: caution, near: near)
            guard let point else { return nil }
            switch try settle(point) {
            case .keeps: return point
            case .misses, .open: continue
            }
        }
        return nil
    }
}
