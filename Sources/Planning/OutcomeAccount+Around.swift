// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics

/// What lies around the chosen plan.
extension OutcomeAccount {
    /// What a step of one does, as fitted.
    func marginal(_ responses: Responses, at point: [Int]) -> [PlanMarginal] {
        let lattice = explorer.lattice
        let objective = goal.targets.count
        let here = (0..<ledger.width).map { responses.mean($0, at: point) }
        return lattice.variables.enumerated().flatMap { index, variable in
            [-1, 1].compactMap { step in
                let moved = lattice.moved(point, index, by: step)
                guard variable.range.contains(moved[index]) else { return nil }
                let there = (0..<ledger.width).map { responses.mean($0, at: moved) }
                let known = goal.knownCost(moved).flatMap { cost in goal.knownCost(point).map { cost - $0 } }
                return PlanMarginal(
                    variable: variable.name, step: step, cost: known ?? there[objective] - here[objective],
                    values: goal.targets.indices.map { there[$0] - here[$0] }, isAllowed: lattice.contains(moved))
            }
        }
    }

    /// Of the better plans that the search or the finals refused, the one with the fewest steps between, then the least
    /// that it misses.
    func refusedNearby(_ chosen: PlanFinalist, _ simulated: [PlanSimulation]) -> PlanRefused? {
        let price = goal.sign * chosen.cost
        var nearest: (steps: Int, lack: Double, plan: PlanRefused)?
        for plan in simulated where goal.sign * plan.cost < price && plan.point != chosen.point {
            let final = finals.candidates.last { $0.point == plan.point }
            var missed = final?.verdicts.firstIndex(of: .refused)
            if missed == nil, case .misses(let target) = explorer.standing(plan.point) { missed = target }
            guard let missed else { continue }
            let steps = zip(plan.point, chosen.point).reduce(0) { $0 + abs($1.0 - $1.1) }
            let target = explorer.problem.targets[missed]
            // A test has more runs than the search had, and is what refused it.
            let said = reading(missed, at: plan.point, from: final?.firstNumber ?? 0)
            let lack = target.atLeast - said.value
            let isNearer = nearest.map { (steps, lack) < ($0.steps, $0.lack) } ?? true
            guard isNearer else { continue }
            let refused = PlanRefused(
                point: plan.point, cost: plan.cost, target: target.name, value: said.value,
                standardError: said.standardError)
            nearest = (steps, lack, refused)
        }
        return nearest?.plan
    }

    /// The least cost at which the responses keep the first target at nine levels around its own, others as they are,
    /// each with the room that the plan has: it was chosen by runs, which ask for more than what is just believed. What
    /// keeps a level keeps all that ask for less: the most is asked first. What the plan reached in runs of its own is
    /// known better than by any response: no level up to it costs more than the plan.
    func frontier(_ responses: Responses, from chosen: PlanFinalist) -> [PlanFrontierPoint] {
        let point = chosen.point
        guard let target = explorer.problem.targets.first, let price = goal.knownCost(point) else { return [] }
        let reached = chosen.verdict == .refused ? -Double.infinity : chosen.targets.first?.value ?? .nan
        var found: [PlanFrontierPoint] = []
        var starts = [point]
        for step in (-4...4).reversed() {
            let atLeast = target.atLeast + Double(step) * responses.spreads[0] / 4
            if let limits = target.limits, !limits.contains(atLeast) { continue }
            var search = SurrogateSearch(responses, goal: goal, caution: 0)
            for place in search.levels.indices {
                search.levels[place] = max(search.levels[place], responses.mean(place, at: point))
            }
            search.levels[0] += atLeast - target.atLeast
            var best = found.last.map { (cost: $0.cost, point: $0.point) }
            if atLeast <= reached, best.map({ price < $0.cost }) ?? true { best = (price, point) }
            if let own = try? search.solve(from: starts), search.merit(own).lack <= 0,
                let cost = goal.knownCost(own), best.map({ cost < $0.cost }) ?? true
            {
                best = (cost, own)
            }
            guard let best else { continue }
            found.append(PlanFrontierPoint(atLeast: atLeast, cost: best.cost, point: best.point))
            starts = [point, best.point]
        }
        return found.reversed()
    }

    /// What can be said of the choice.
    func guarantee(_ chosen: PlanFinalist?) -> String {
        let sure = "\(Self.percent(1 - explorer.settings.alpha)) confidence"
        guard let chosen else {
            return ending == .decided
                ? "No plan was found that keeps every target; that there is none is not proved."
                : "No plan was chosen: the search was ended before it had found one."
        }
        guard chosen.verdict == .accepted, finals.isDecided else {
            return "Nothing is guaranteed of this plan: runs ended before its test was decided."
        }
        let zones = goal.targets.map { target in
            let above = explorer.settings.zone == .above
            switch target.halfZone {
            case .chance(let half):
                return "\(target.name): chance from \(Self.percent((target.chance ?? 0) - half)) to "
                    + Self.percent((target.chance ?? 0) + half)
            case .unit(let half):
                return "\(target.name): mean from \(above ? target.level : target.level - half) to "
                    + "\(above ? target.level + 2 * half : target.level + half)"
            case .standardDeviations(let share):
                return "\(target.name): mean \(above ? "up to" : "within") \(above ? 2 * share : share) standard "
                    + "deviations of a run \(above ? "above" : "of") \(target.level)"
            }
        }
        let tested =
            goal.targets.isEmpty
            ? "" : " it is below the zone of no target, and no better finalist above every zone was passed over"
        let zoned = zones.isEmpty ? "" : " (zones: \(zones.joined(separator: "; ")))"
        let best =
            goal.knownCost(chosen.point) != nil
            ? ""
            : (tested.isEmpty ? "" : "; and") + " of the finalists that were accepted it is the best, or within the "
                + "smallest difference that matters of it"
        return "With \(sure), in runs that the search never saw:\(tested)\(zoned)\(best). Of plans that were not "
            + "finalists, the search found none better within one step; that is not part of the guarantee."
    }

    private static func percent(_ share: Double) -> String {
        let tenths = (share * 1_000).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths))%" : "\(tenths)%"
    }
}
