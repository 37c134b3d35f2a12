// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics

/// What the runs of a point say of one value: its quantile or its mean, and how well they know it.
struct PointReading {
    let value: Double
    let standardError: Double
    let count: Int
    let standardDeviation: Double

    /// The mean.
    init(meanOf values: [Double]) {
        let summary = Summary(values)
        value = summary.mean
        standardError = summary.standardError
        count = values.count
        standardDeviation = summary.standardDeviation
    }

    /// The quantile that values exceed with that chance.
    ///
    /// Between order statistics, with half the distance of those a standard error of the rank to either side (the
    /// binomial interval of David & Nagaraja, section 7.1, at one standard error). Where fewer than three runs are
    /// expected below, a normal law through mean and variance says where the tail is.
    init(exceededWithChance chance: Double, of values: [Double]) {
        let summary = Summary(values)
        count = values.count
        standardDeviation = summary.standardDeviation
        let tail = 1 - chance
        let trials = Double(values.count)
        guard min(tail, chance) * trials >= 3 else {
            let z = StandardNormal.quantile(tail)
            value = summary.mean + z * summary.standardDeviation
            standardError = summary.standardDeviation * ((1 + z * z / 2) / trials).squareRoot()
            return
        }
        let ascending = values.sorted()
        let width = (tail * chance / trials).squareRoot()
        let (low, high) = (max(0, tail - width), min(1, tail + width))
        value = quantile(tail, ofAscending: ascending)
        let distance = quantile(high, ofAscending: ascending) - quantile(low, ofAscending: ascending)
        // Values that are equal tell nothing of their spread: then no less than a hundredth of the mean's error.
        standardError = max(distance * width / (high - low), 0.01 * summary.standardError)
    }
}
