// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Statistics

/// A sequential test of whether a target is kept, with errors below a stated chance on both sides of its zone.
enum FeasibilityTest {
    /// What runs say so far.
    /// - Parameters:
    ///   - target: by its number.
    ///   - wrongAcceptance: how often a plan at or below the zone may be accepted.
    ///   - wrongRefusal: how often one at or above it may be refused.
    static func verdict(
        _ target: Int, of goal: Goal, runs: [Double], wrongAcceptance: Double, wrongRefusal: Double
    ) -> PlanVerdict {
        guard let chance = goal.targets[target].chance else {
            return meanVerdict(target, of: goal, runs: runs, error: min(wrongAcceptance, wrongRefusal))
        }
        let half = goal.halfZone(target, standardDeviation: 0)
        let (low, high) = (chance - half, chance + half)
        let hits = Double(runs.count { $0 >= goal.targets[target].level })
        let misses = Double(runs.count) - hits
        // Wald's likelihood ratio. By Ville's inequality it passes 1/error on the wrong side no more often than that,
        // whenever one looks, and for every chance beyond the end of the zone too.
        let ratio = hits * log(high / low) + misses * log((1 - high) / (1 - low))
        if ratio >= -log(wrongAcceptance) { return .accepted }
        if ratio <= log(wrongRefusal) { return .refused }
        return .undecided
    }

    /// Runs before a mean is first judged: they tell its variance.
    static let firstRuns = 20

    /// Batur and Kim's triangle (2010), doi 10.1145/1842713.1842716, with the variance of the first runs.
    private static func meanVerdict(_ target: Int, of goal: Goal, runs: [Double], error: Double) -> PlanVerdict {
        guard runs.count >= firstRuns else { return .undecided }
        let first = Summary(Array(runs.prefix(firstRuns)))
        let half = goal.halfZone(target, standardDeviation: first.standardDeviation)
        let level = goal.level(target, standardDeviation: first.standardDeviation)
        let sum = runs.reduce(0) { $0 + ($1 - level) }
        let degrees = Double(firstRuns - 1)
        let eta = (pow(2 * error, -2 / degrees) - 1) / 2
        let reach = max(0, eta * degrees * first.variance / half - half * Double(runs.count) / 2)
        if sum >= reach { return .accepted }
        return sum <= -reach ? .refused : .undecided
    }
}
