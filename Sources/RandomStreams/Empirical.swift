// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A law read off data: observed values, or a histogram. Draws interpolate, so they are not limited to what was seen.
///
/// It never goes beyond the smallest and the largest value or edge: give a histogram a last edge far enough out.
public final class Empirical: @unchecked Sendable {
    // Sendable: everything is written in `init` and only read afterwards, by GSL too.
    private enum Source {
        case observations(ascending: [Double])
        case histogram(UnsafeMutablePointer<gsl_histogram_pdf>)
    }

    private let source: Source

    /// Linear between neighbouring observed values (quantile type 7 of Hyndman & Fan 1996, doi 10.2307/2684934).
    ///
    /// - Parameter observations: finite, at least one, in any order.
    /// - Complexity: O(*n* log *n*); a quantile is O(1).
    public init(observations: [Double]) {
        precondition(!observations.isEmpty && observations.allSatisfy(\.isFinite), "finite values, at least one")
        source = .observations(ascending: observations.sorted())
    }

    /// Even within each bin of a histogram.
    ///
    /// - Parameters:
    ///   - edges: ascending and finite, one more than there are bins.
    ///   - weights: one for each bin, not negative, finite, with a positive sum.
    /// - Complexity: O(*n*); a quantile is O(log *n*).
    public init(edges: [Double], weights: [Double]) {
        precondition(edges.count == weights.count + 1 && weights.count >= 1, "one edge more than weights")
        precondition(edges.allSatisfy(\.isFinite) && zip(edges, edges.dropFirst()).allSatisfy(<), "ascending edges")
        let sum = weights.reduce(0, +)
        precondition(weights.allSatisfy { $0 >= 0 } && sum > 0 && sum.isFinite, "weights not negative, some positive")
        guard let histogram = gsl_histogram_alloc(weights.count),
            let cumulative = gsl_histogram_pdf_alloc(weights.count)
        else { fatalError("no memory for a histogram of \(weights.count) bins") }
        gsl_histogram_set_ranges(histogram, edges, edges.count)
        for (bin, weight) in weights.enumerated() { histogram.pointee.bin[bin] = weight }
        gsl_histogram_pdf_init(cumulative, histogram)
        gsl_histogram_free(histogram)
        source = .histogram(cumulative)
    }

    deinit {
        if case .histogram(let cumulative) = source { gsl_histogram_pdf_free(cumulative) }
    }

    /// The value below which `probability` of the law lies. `probability` in 0 ..< 1.
    public func quantile(_ probability: Double) -> Double {
        precondition(probability >= 0 && probability < 1, "a probability is in 0 ..< 1")
        switch source {
        case .observations(let ascending):
            return gsl_stats_quantile_from_sorted_data(ascending, 1, ascending.count, probability)
        case .histogram(let cumulative):
            // GSL's last sum may miss 1 by rounding; beyond it GSL answers 0, and at 1 itself it starts again from 0.
            let total = cumulative.pointee.sum[cumulative.pointee.n]
            return gsl_histogram_pdf_sample(cumulative, min(probability * total, min(total, 1).nextDown))
        }
    }
}

extension RandomStream {
    /// A draw from an empirical law. Takes one number, and rises with it.
    public mutating func empirical(_ law: Empirical) -> Double {
        law.quantile(uniform())
    }
}
