// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Counts of what happens by itself, such as people who leave.
public enum PoissonLaw {
    /// The least count that is not exceeded with at least this chance.
    /// - Parameters:
    ///   - chance: 0 up to, not with, 1.
    ///   - mean: at least 0.
    /// - Complexity: O(the count).
    public static func quantile(_ chance: Double, mean: Double) -> Int {
        precondition(chance >= 0 && chance < 1 && mean >= 0, "a chance below 1 of a mean that is not negative")
        guard mean > 0 else { return 0 }
        var count: UInt32 = 0
        while gsl_cdf_poisson_P(count, mean) < chance { count += 1 }
        return Int(count)
    }
}
