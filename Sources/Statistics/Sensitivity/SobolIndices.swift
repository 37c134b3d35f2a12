// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of a model's variance each of a few factors makes, alone and with the others (Sobol', *Mathematics and
/// Computers in Simulation* 55, 2001, 271–280, doi 10.1016/S0378-4754(00)00270-6).
///
/// The model is run at the rows of two samples, and at those of the first with one factor of the second at a time.
/// First indices by Saltelli et al. (*Computer Physics Communications* 181, 2010, 259–270, doi
/// 10.1016/j.cpc.2009.09.018), total ones by Jansen (the same, 117, 1999, 35–43, doi 10.1016/S0010-4655(98)00154-4).
public struct SobolIndices: Sendable, Hashable {
    /// An index with its standard error, by leaving out a row at a time.
    public struct Index: Sendable, Hashable {
        /// The share of the variance; a small sample may leave it below 0 or above 1.
        public let share: Double
        /// Its standard error.
        public let standardError: Double
    }

    /// What each factor makes alone.
    public let first: [Index]
    /// What each makes with all others.
    public let total: [Index]

    /// - Parameters:
    ///   - one: the model at the rows of the first sample, at least four.
    ///   - other: at the rows of the second.
    ///   - exchanged: factor by factor, at the rows of the first sample with that factor of the second.
    public init(_ one: [Double], _ other: [Double], exchanged: [[Double]]) {
        precondition(one.count >= 4 && one.count == other.count, "four rows of both samples at least")
        precondition(exchanged.allSatisfy { $0.count == one.count }, "as many rows for each factor")
        first = exchanged.map { mixed in
            Self.index(one, other, mixed) { one, other, mixed in other * (mixed - one) }
        }
        total = exchanged.map { mixed in
            Self.index(one, other, mixed) { one, _, mixed in (one - mixed) * (one - mixed) / 2 }
        }
    }

    private static func index(
        _ one: [Double], _ other: [Double], _ mixed: [Double], _ term: (Double, Double, Double) -> Double
    ) -> Index {
        let rows = one.indices
        // Far from zero, products lose what differs: all are taken about one middle.
        let middle = Summary(one + other).mean
        func share(without left: Int?) -> Double {
            var (sum, count) = (0.0, 0.0)
            var all: [Double] = []
            for row in rows where row != left {
                sum += term(one[row] - middle, other[row] - middle, mixed[row] - middle)
                count += 1
                all += [one[row], other[row]]
            }
            let variance = Summary(all).variance
            return variance > 0 ? sum / count / variance : 0
        }
        let parts = rows.map { share(without: $0) }
        let mean = parts.reduce(0, +) / Double(parts.count)
        let spread = parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (spread * Double(rows.count - 1) / Double(rows.count)).squareRoot()
        return Index(share: share(without: nil), standardError: error)
    }
}
