// SPDX-License-Identifier: GPL-3.0-or-later

extension Explorer {
    /// The plans that are to meet in fresh runs, the best first.
    /// - Parameters:
    ///   - round: from 0; the later, the more cautious.
    ///   - refused: those that have been there.
    func finalists(round: Int, refused: [[Int]]) throws(Interruption) -> [[Int]] {
        let responses = fit(near: incumbent ?? fitted)
        var safe: [[Int]] = []
        // Without targets nothing could be refused.
        if !goal.targets.isEmpty {
            for caution in [0.7, 1.5, 2.5] {
                guard let near = incumbent ?? fitted,
                    let point = try propose(responses, caution: caution + 2 * Double(round), near: near),
                    !safe.contains(point)
                else { continue }
                do {
                    if try settle(point) == .keeps { safe.append(point) }
                } catch {
                    guard case .budget = error else { throw error }
                }
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
}
