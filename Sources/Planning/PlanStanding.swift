// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics

/// What the search's own runs say of a point's targets.
enum PlanStanding: Equatable {
    case keeps
    /// It misses this target.
    case misses(Int)
    /// More runs are needed.
    case open
}

extension Goal {
    /// Standard errors beyond which a search takes a point's standing as known. No guarantee hangs on it.
    static let clear = 2.6

    /// What runs say of one target: standard errors above its level, and whether that is known as well as asked.
    func margin(_ target: Int, of values: [Double], precision: Double) -> (errors: Double, isPrecise: Bool) {
        let trials = Double(values.count)
        if let chance = targets[target].chance {
            let hits = Double(values.count { $0 >= targets[target].level })
            let error = (chance * (1 - chance) / trials).squareRoot()
            return ((hits / trials - chance) / error, error <= halfZone(target, standardDeviation: 0) * precision)
        }
        let summary = Summary(values)
        let half = halfZone(target, standardDeviation: summary.standardDeviation)
        let lead = summary.mean - level(target, standardDeviation: summary.standardDeviation)
        let error = max(summary.standardError, 1e-12 * max(1, abs(summary.mean)))
        return (lead / error, error <= half * precision)
    }

    /// Whether what runs say of one target is above its zone.
    func isAboveZone(_ target: Int, _ values: [Double]) -> Bool {
        if let chance = targets[target].chance {
            let hits = Double(values.count { $0 >= targets[target].level })
            return hits / Double(values.count) >= chance + halfZone(target, standardDeviation: 0)
        }
        let summary = Summary(values)
        let (half, level) = (
            halfZone(target, standardDeviation: summary.standardDeviation),
            level(target, standardDeviation: summary.standardDeviation)
        )
        return summary.mean >= level + half
    }

    /// What runs say of all targets, each one's runs in order.
    /// - Parameter precision: the standard error that is asked, in halves of a zone.
    func standing(_ runs: [[Double]], precision: Double) -> PlanStanding {
        var isOpen = false
        for target in targets.indices {
            let margin = margin(target, of: runs[target], precision: precision)
            if margin.errors <= -Self.clear || (margin.isPrecise && margin.errors < 0) { return .misses(target) }
            if margin.errors < Self.clear && !margin.isPrecise { isOpen = true }
        }
        return isOpen ? .open : .keeps
    }
}
