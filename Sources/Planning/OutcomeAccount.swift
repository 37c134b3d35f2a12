// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics

/// What a search found, put together from its runs.
struct OutcomeAccount {
    let explorer: Explorer
    let finals: Finals
    let ending: PlanEnding
    var goal: Goal { explorer.goal }
    var ledger: RunLedger { explorer.ledger }

    init(_ explorer: Explorer, _ finals: Finals, ending: PlanEnding) {
        self.explorer = explorer
        self.finals = finals
        self.ending = ending
    }

    func outcome() -> PlanOutcome {
        let finalists = finals.candidates.map(finalist)
        // A plan that the budget left undecided is shown as the choice, and the guarantee says that there is none.
        let undecided = finals.candidates.filter { $0.verdict == .undecided }
        let tested = undecided.last { ledger.count($0.point, from: $0.firstNumber) > 0 }
        let point = finals.chosen ?? (tested ?? undecided.last)?.point
        let chosen = point.flatMap { point in finalists.last { $0.point == point } }
        let responses = ledger.points.isEmpty ? nil : explorer.fit(near: point ?? explorer.fitted)
        let simulated = ledger.points.map(simulation)
        return PlanOutcome(
            chosen: chosen, refusal: chosen == nil ? responses.flatMap { refusal($0, simulated) } : nil,
            ending: ending, finalists: finalists, guarantee: guarantee(chosen), simulated: simulated,
            marginal: chosen.flatMap { chosen in responses.map { marginal($0, at: chosen.point) } } ?? [],
            refusedNearby: chosen.flatMap { refusedNearby($0, simulated) },
            frontier: chosen.flatMap { chosen in responses.map { frontier($0, from: chosen) } } ?? [],
            runs: ledger.runs, state: ledger.state)
    }

    private func finalist(_ candidate: Finals.Candidate) -> PlanFinalist {
        let (point, first) = (candidate.point, candidate.firstNumber)
        let runs = ledger.count(point, from: first)
        let targets = goal.targets.indices.map { index in
            let values = ledger.values(index, of: point, from: first)
            return result(index, values, candidate.verdicts[index])
        }
        let known = goal.knownCost(point)
        let measured = known == nil ? ledger.values(goal.targets.count, of: point, from: first) : []
        let interval = measured.isEmpty ? nil : ConfidenceInterval.student(measured)
        return PlanFinalist(
            point: point, cost: known ?? interval?.estimate ?? goal.sign * explorer.cost(point),
            costInterval: interval, targets: targets, runs: runs, verdict: candidate.verdict)
    }

    private func result(_ target: Int, _ values: [Double], _ verdict: PlanVerdict) -> PlanTargetResult {
        let (name, level) = (goal.targets[target].name, goal.targets[target].level)
        guard !values.isEmpty else {
            let whole = ConfidenceInterval(estimate: 0.5, lowerBound: 0, upperBound: 1, level: 0.95)
            return PlanTargetResult(name: name, interval: whole, value: .nan, verdict: verdict)
        }
        guard let chance = explorer.problem.targets[target].chance else {
            let interval = ConfidenceInterval.student(values)
            return PlanTargetResult(name: name, interval: interval, value: interval.estimate, verdict: verdict)
        }
        let interval = ConfidenceInterval.clopperPearson(
            successes: values.count { $0 >= level }, trials: values.count)
        return PlanTargetResult(
            name: name, interval: interval, value: quantile(1 - chance, of: values), verdict: verdict)
    }

    /// What runs say of a target at a point: the search's own, or those of a test.
    func reading(_ target: Int, at point: [Int], from firstNumber: Int = 0) -> PointReading {
        let values = ledger.values(target, of: point, from: firstNumber)
        guard let chance = explorer.problem.targets[target].chance else { return PointReading(meanOf: values) }
        return PointReading(exceededWithChance: chance, of: values)
    }

    private func simulation(_ point: [Int]) -> PlanSimulation {
        let readings = goal.targets.indices.map { reading($0, at: point) }
        return PlanSimulation(
            point: point, runs: ledger.count(point),
            cost: goal.knownCost(point) ?? goal.sign * explorer.cost(point),
            values: readings.map(\.value), standardErrors: readings.map(\.standardError))
    }

    private func refusal(_ responses: Responses, _ simulated: [PlanSimulation]) -> PlanRefusal? {
        guard !goal.targets.isEmpty, let first = simulated.first else { return nil }
        let targets = explorer.problem.targets
        let reachable = targets.indices.map { target in
            let best = simulated.max { $0.values[target] < $1.values[target] } ?? first
            return PlanRefusal.Reachable(
                name: targets[target].name, value: best.values[target],
                isEnough: best.values[target] >= targets[target].atLeast, point: best.point)
        }
        let lacks = { (plan: PlanSimulation) in
            targets.indices.map { max(0, responses.levels[$0] - plan.values[$0]) / responses.spreads[$0] }
        }
        let nearest = simulated.min { lacks($0).reduce(0, +) < lacks($1).reduce(0, +) } ?? first
        // What cannot be reached by itself stands in the way before what the others keep from being reached.
        let alone = targets.indices.filter { !reachable[$0].isEnough }
        let missed = alone.isEmpty ? Array(targets.indices) : alone
        let inTheWay = missed.max { lacks(nearest)[$0] < lacks(nearest)[$1] } ?? 0
        return PlanRefusal(reachable: reachable, inTheWay: targets[inTheWay].name, nearest: nearest.point)
    }
}
