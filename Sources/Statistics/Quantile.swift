// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// The value below which `probability` of the sample lies, interpolated between order statistics.
///
/// Type 7 of Hyndman & Fan (1996, doi 10.2307/2684934), as in R, NumPy and GSL: the place is (*n* − 1) × `probability`.
///
/// - Parameters:
///   - probability: in 0 ... 1.
///   - values: at least one, none of them NaN, in any order.
/// - Complexity: O(*n* log *n*); see ``quantile(_:ofAscending:)`` for several at once.
public func quantile(_ probability: Double, of values: [Double]) -> Double {
    quantile(probability, ofAscending: values.sorted())
}

/// The same of values that are already in ascending order, in constant time.
public func quantile(_ probability: Double, ofAscending values: [Double]) -> Double {
    precondition(!values.isEmpty, "a quantile needs a value")
    precondition(probability >= 0 && probability <= 1, "a probability is in 0 ... 1")
    return gsl_stats_quantile_from_sorted_data(values, 1, values.count, probability)
}

extension ConfidenceInterval {
    /// An interval of a quantile that assumes no distribution: between two order statistics of independent values.
    ///
    /// The number of values below the true quantile is binomial, so each bound misses with at most (1 − level) / 2
    /// and the interval covers at least `level` (David & Nagaraja, *Order Statistics*, 2003, section 7.1). A bound that
    /// no order statistic can give is infinite: the 90th centile of ten values has no upper bound at 95%.
    ///
    /// - Parameters:
    ///   - probability: between 0 and 1.
    ///   - values: independent and alike, at least one, in any order.
    ///   - level: between 0 and 1.
    /// - Complexity: O(*n* log *n*).
    public static func quantile(
        _ probability: Double, of values: [Double], level: Double = 0.95
    ) -> ConfidenceInterval {
        precondition(probability > 0 && probability < 1, "a probability is between 0 and 1")
        precondition(values.count <= Int(Int32.max), "fewer than 2^31 values")
        precondition(level > 0 && level < 1, "a confidence level is between 0 and 1")
        let ascending = values.sorted()
        let count = ascending.count
        let tail = (1 - level) / 2
        // With X values below the quantile, the i-th smallest (from 1) exceeds it when X < i.
        let lowerRank =
            firstIndex(below: count + 1) { gsl_cdf_binomial_P(UInt32($0), probability, UInt32(count)) > tail }
        let upperRank =
            firstIndex(below: count + 1) { gsl_cdf_binomial_Q(UInt32($0), probability, UInt32(count)) <= tail } + 1
        return ConfidenceInterval(
            estimate: Statistics.quantile(probability, ofAscending: ascending),
            lowerBound: lowerRank >= 1 ? ascending[lowerRank - 1] : -.infinity,
            upperBound: upperRank <= count ? ascending[upperRank - 1] : .infinity, level: level)
    }

    /// The first index in 0 ..< `end` that satisfies a condition which, once true, stays true; `end` if none does.
    private static func firstIndex(below end: Int, where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = end
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
