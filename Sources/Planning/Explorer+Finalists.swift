// SPDX-License-Identifier: GPL-3.0-or-later

extension Explorer {
    /// The plans that are to meet in fresh runs, the best first.
    /// - Parameters:
    ///   - round: from 0; the later, the more cautious.
    ///   - refused: those that have been there.
    func finalists(round: Int, refused: [[Int]]) throws(SearchEnd) -> [[Int]] {
        let isFree = { (point: [Int]) in !refused.contains(point) }
        let keepers = ledger.points.filter { isFree($0) && standing($0) == .keeps }
        if let plan = incumbent ?? refused.last, !goal.targets.isEmpty, goal.knownCost(plan) != nil {
            let near = try ([plan] + between(plan, keepers)).filter(isFree)
            if near.count > 1 || round == 0 && !near.isEmpty { return Array(near.prefix(settings.finalists)) }
        }
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

    /// Cheaper plans a step or two from one that was accepted which the search's runs do not clearly hold to break a
    /// target: the likeliest of them, the cheapest first.
    func cheaperNeighbours(of plan: [Int], refused: [[Int]]) -> [[Int]] {
        precision = Self.precisions.last ?? precision
        let most = cost(plan) - 1e-9 * max(1, abs(cost(plan)))
        let responses = fit(near: plan)
        let near = hopeful(plan, responses).filter { point in
            guard cost(point) < most, !refused.contains(point) else { return false }
            if case .misses = standing(point) { return false }
            return true
        }
        let search = SurrogateSearch(responses, goal: goal, caution: 0)
        let likely = near.enumerated().map {
            (lack: search.merit($0.element).lack, place: $0.offset, point: $0.element)
        }
        .sorted { ($0.lack, $0.place) < ($1.lack, $1.place) }.prefix(settings.finalists)
        return likely.sorted { (cost($0.point), $0.place) < (cost($1.point), $1.place) }.map(\.point)
    }

    /// Plans between one that may be a little too cheap and the next that keeps its targets without doubt: a third of
    /// the way, two thirds, and all of it. Much safer ones are much too dear.
    private func between(_ plan: [Int], _ keepers: [[Int]]) throws(SearchEnd) -> [[Int]] {
        let dearer = keepers.filter { cost($0) > cost(plan) && clears($0) }
        guard var high = dearer.min(by: { cost($0) < cost($1) }) else { return [] }
        var low = plan
        do {
            for _ in 0..<8 {
                guard let point = try part(0.5, of: low, high), point != low, point != high else { break }
                _ = try settle(point)
                if clears(point) { high = point } else { low = point }
            }
        } catch {
            guard case .budget = error else { throw error }
        }
        var found: [[Int]] = []
        for share in [1.0 / 3, 2.0 / 3] {
            guard let point = try part(share, of: plan, high), point != plan, point != high else { continue }
            if !found.contains(point) { found.append(point) }
        }
        return found + [high]
    }

    /// The plan that is a part of the way from one to another.
    private func part(_ share: Double, of low: [Int], _ high: [Int]) throws(SearchEnd) -> [Int]? {
        let wanted = zip(low, high).map { Double($0) + share * Double($1 - $0) }
        return try guarded { () throws(PlanningError) in try lattice.nearest(to: wanted) }
    }

    /// Whether the search's runs put every target of a plan above its zone.
    private func clears(_ point: [Int]) -> Bool {
        ledger.count(point) > 1
            && goal.targets.indices.allSatisfy { goal.isAboveZone($0, ledger.values($0, of: point)) }
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
