// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Statistics

/// The last few plans in runs that the search never saw.
///
/// If the cost is known they are tested from the cheapest up, and the first that is accepted is chosen; then cheaper
/// plans a step from it, as long as one of them is accepted. If it is measured, those that are accepted are compared by
/// Kim and Nelson's procedure.
final class Finals {
    /// A plan in its final.
    struct Candidate {
        let point: [Int]
        let firstNumber: Int
        var verdicts: [PlanVerdict]

        var verdict: PlanVerdict {
            if verdicts.contains(.refused) { return .refused }
            return verdicts.contains(.undecided) ? .undecided : .accepted
        }
    }

    let explorer: Explorer
    let goal: Goal
    let ledger: RunLedger
    let settings: PlanSettings
    private(set) var candidates: [Candidate] = []
    private(set) var chosen: [Int]?
    /// Whether a measured objective was decided, and not by the end of the budget.
    private(set) var isDecided = false
    /// Whether a plan was left undecided so that the next could be tested.
    private(set) var isShort = false

    init(_ explorer: Explorer) {
        self.explorer = explorer
        goal = explorer.goal
        ledger = explorer.ledger
        settings = explorer.settings
    }

    func run() throws(SearchEnd) {
        ledger.stage = .finalists
        // Each round has half of the error that is left.
        for round in 0..<RunNumbers.rounds {
            let points = try finalists(round)
            guard !points.isEmpty else { return }
            ledger.stage = .finalists
            let error = settings.alpha / Double(2 << round)
            try test(points, from: RunNumbers.round(round), error: error)
            if chosen != nil { return try stepDown() }
        }
    }

    /// The share of the budget that is for tests: to look for whom to test may not take it.
    private static let testShare = 0.25

    private func finalists(_ round: Int) throws(SearchEnd) -> [[Int]] {
        ledger.limit = max(ledger.runs, settings.budget - Int(Double(settings.budget) * Self.testShare))
        defer { ledger.limit = settings.budget }
        let refused = candidates.filter { $0.verdict != .accepted }.map(\.point)
        do throws(SearchEnd) {
            return try explorer.finalists(round: round, refused: refused)
        } catch {
            guard case .budget = error, let plan = explorer.incumbent, !refused.contains(plan) else { throw error }
            return [plan]
        }
    }

    /// Tests cheaper plans a step or two from the chosen one, as long as one of them is accepted, with what the rounds
    /// have left of the error: the search may have passed over a plan for the bad luck of its few runs.
    private func stepDown() throws(SearchEnd) {
        var error = settings.alpha / Double(2 << RunNumbers.rounds)
        for step in 0..<RunNumbers.steps {
            guard let plan = chosen, goal.knownCost(plan) != nil else { return }
            let refused = candidates.filter { $0.verdict != .accepted }.map(\.point)
            let points = explorer.cheaperNeighbours(of: plan, refused: refused)
            guard !points.isEmpty else { return }
            chosen = nil
            defer { chosen = chosen ?? plan }
            do throws(SearchEnd) {
                try test(points, from: RunNumbers.step(step), error: error)
            } catch let end {
                // The numbers of a step can end before the budget does: then nothing cheaper was shown to be as good.
                if case .budget = end, ledger.runs < settings.budget { return }
                throw end
            }
            if chosen == nil { return }
            error /= 2
        }
    }

    private func test(_ points: [[Int]], from firstNumber: Int, error: Double) throws(SearchEnd) {
        let base = candidates.count
        candidates += points.map {
            Candidate(
                point: $0, firstNumber: firstNumber, verdicts: goal.targets.map { _ in PlanVerdict.undecided })
        }
        let isMeasured = goal.sign < 0 || goal.objective == .measured(.least)
        // A measured objective needs half of the error for its own comparison.
        let share = isMeasured && !goal.targets.isEmpty ? error / 2 : error
        for index in base..<candidates.count {
            try decide(index, among: points.count, error: share, isLast: index == candidates.count - 1)
            if !isMeasured, candidates[index].verdict == .accepted {
                chosen = candidates[index].point
                isDecided = true
                try show(after: index)
                return
            }
        }
        guard isMeasured else { return }
        let accepted = candidates[base...].filter { $0.verdict == .accepted }
        guard !accepted.isEmpty else { return }
        try compare(accepted, error: share)
    }

    /// Runs until each target is decided. A plan that misses a target is accepted only if that target's test errs, one
    /// that keeps them all is refused if any errs: hence the second error is shared by targets, the first is not. One
    /// that is at the line could take all runs: while others wait it has half of those that are left.
    private func decide(_ index: Int, among count: Int, error: Double, isLast: Bool) throws(SearchEnd) {
        let plan = candidates[index]
        let most =
            isLast ? Int.max : ledger.count(plan.point, from: plan.firstNumber) + (settings.budget - ledger.runs) / 2
        let wrongAcceptance = error / Double(count)
        let wrongRefusal = wrongAcceptance / Double(max(1, goal.targets.count))
        var wanted = max(FeasibilityTest.firstRuns, settings.firstRuns)
        while candidates[index].verdict == .undecided || ledger.count(plan.point, from: plan.firstNumber) == 0 {
            var ended: SearchEnd?
            do { try ledger.take([(plan.point, wanted)], from: plan.firstNumber) } catch { ended = error }
            for target in goal.targets.indices where candidates[index].verdicts[target] == .undecided {
                candidates[index].verdicts[target] = FeasibilityTest.verdict(
                    target, of: goal, runs: ledger.values(target, of: plan.point, from: plan.firstNumber),
                    wrongAcceptance: wrongAcceptance, wrongRefusal: wrongRefusal)
            }
            if let ended { throw ended }
            if candidates[index].verdict == .refused { return }
            if candidates[index].verdict == .undecided, wanted >= most {
                isShort = true
                return
            }
            wanted = min(most, wanted + max(10, wanted / 4))
        }
    }

    /// Fresh runs of those that did not need to be tested, so that they can be shown beside the chosen one.
    private func show(after index: Int) throws(SearchEnd) {
        let rest = candidates[(index + 1)...]
        do {
            try ledger.take(rest.map { ($0.point, 4 * settings.firstRuns) }, from: candidates[index].firstNumber)
        } catch {
            // The choice is made without them.
            guard case .budget = error else { throw error }
        }
    }

    /// Kim and Nelson's fully sequential procedure with common random numbers (2001), doi 10.1145/502109.502111, c = 1.
    private func compare(_ accepted: [Candidate], error: Double) throws(SearchEnd) {
        let objective = goal.targets.count
        let first = max(FeasibilityTest.firstRuns, settings.firstRuns)
        var left = accepted
        chosen = accepted.first?.point
        try ledger.take(left.map { ($0.point, first) }, from: left[0].firstNumber)
        let tolerance = explorer.objectiveTolerance(at: left[0].point)
        let degrees = Double(first - 1)
        let eta = (pow(2 * error / Double(max(1, left.count - 1)), -2 / degrees) - 1) / 2
        var count = first
        while left.count > 1 {
            var ended: SearchEnd?
            do { try ledger.take(left.map { ($0.point, count) }, from: left[0].firstNumber) } catch { ended = error }
            let values = left.map { ledger.values(objective, of: $0.point, from: $0.firstNumber) }
            let shared = values.map(\.count).min() ?? 0
            let means = values.map { goal.sign * Summary(Array($0.prefix(shared))).mean }
            chosen = means.indices.min { means[$0] < means[$1] }.map { left[$0].point }
            if let ended { throw ended }
            let survivors = left.indices.filter { one in
                left.indices.allSatisfy { other in
                    guard other != one else { return true }
                    let variance = Summary(zip(values[one].prefix(first), values[other].prefix(first)).map { $0 - $1 })
                        .variance
                    let reach = max(0, eta * degrees * variance / tolerance - tolerance * Double(shared) / 2)
                    let behind = Double(shared) * (means[one] - means[other])
                    return reach > 0 ? behind <= reach : behind < 0 || (behind == 0 && one < other)
                }
            }
            if !survivors.isEmpty { left = survivors.map { left[$0] } }
            count += max(5, count / 5)
        }
        chosen = left[0].point
        isDecided = true
    }
}
