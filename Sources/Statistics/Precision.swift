// SPDX-License-Identifier: GPL-3.0-or-later

/// How narrow an interval of a mean has to be.
public enum Precision: Hashable, Sendable {
    /// A half-width of at most this, in the unit of the measure; > 0.
    case absolute(Double)
    /// A half-width of at most this share of the true mean; between 0 and 1.
    ///
    /// The half-width is held to γ / (1 + γ) of the *estimated* mean, which bounds the error by γ of the true one (Law,
    /// *Simulation Modeling and Analysis*, section 9.4).
    case relative(Double)

    /// The largest half-width that will do for an estimate of `mean`.
    public func allowedHalfWidth(mean: Double) -> Double {
        switch self {
        case .absolute(let width):
            precondition(width > 0, "a half-width is positive")
            return width
        case .relative(let share):
            precondition(share > 0 && share < 1, "a share is between 0 and 1")
            return abs(mean) * share / (1 + share)
        }
    }

    /// Whether `interval` is narrow enough. Never, for a relative precision of an estimate of 0 that varies.
    public func isReached(by interval: ConfidenceInterval) -> Bool {
        interval.halfWidth <= allowedHalfWidth(mean: interval.estimate)
    }

    /// The replications in all that are expected to reach this precision, at least those already made.
    ///
    /// Supposes that mean and variance stay as they are, so ask again after each batch: with few replications the
    /// variance is poorly known. `nil` if more than `limit` would be needed, or if `summary` is of a single value.
    ///
    /// - Parameters:
    ///   - summary: of the replications already made.
    ///   - level: between 0 and 1.
    ///   - limit: the most replications that can be afforded.
    /// - Complexity: O(log `limit`).
    public func replicationsNeeded(after summary: Summary, level: Double = 0.95, limit: Int = 1_000_000) -> Int? {
        guard summary.count > 1 else { return nil }
        let allowed = allowedHalfWidth(mean: summary.mean)
        let reached = { count in
            ConfidenceInterval.studentHalfWidth(
                standardDeviation: summary.standardDeviation, count: count, level: level) <= allowed
        }
        var low = summary.count
        if reached(low) { return low }
        var high = max(limit, low)
        guard reached(high) else { return nil }
        // The half-width falls as replications rise: `low` is too few and `high` enough.
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if reached(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
