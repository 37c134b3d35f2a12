// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// How often something happened in the runs of a simulation, and what that shows of its chance.
///
/// Three of three runs are compatible with a chance of 37%: what is said of a chance rests on ``atLeast`` and
/// ``atMost``, never on the share alone.
public struct Chance: Hashable, Sendable {
    /// Runs in which it happened.
    public let happened: Int
    /// Runs that could tell, at least 1.
    public let runs: Int
    /// As many independent runs as would tell as much, at most ``runs``.
    public let independentRuns: Double

    /// A count of runs.
    /// - Parameter independentRuns: above 0 and at most `runs`; nil if all runs are independent.
    public init(happened: Int, runs: Int, independentRuns: Double? = nil) {
        precondition(runs >= 1 && happened >= 0 && happened <= runs, "it happened in 0 ... all of the runs")
        self.happened = happened
        self.runs = runs
        self.independentRuns = min(max(independentRuns ?? Double(runs), 1), Double(runs))
    }

    /// The share of the runs.
    public var share: Double { Double(happened) / Double(runs) }

    /// The same of its contrary.
    public var contrary: Chance {
        Chance(happened: runs - happened, runs: runs, independentRuns: independentRuns)
    }

    /// The chance that the runs show it to have at least: the lower bound of Clopper and Pearson, wrong at most once in
    /// twenty (Biometrika 26, 1934, doi 10.1093/biomet/26.4.404).
    public var atLeast: Double {
        let hits = share * independentRuns
        return happened == 0 ? 0 : cgsl_beta_lower_quantile(0.05, hits, independentRuns - hits + 1)
    }

    /// The chance that the runs show it to have at most, wrong at most once in twenty.
    public var atMost: Double { 1 - contrary.atLeast }
}
