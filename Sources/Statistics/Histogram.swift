// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// How often, or for how long, a quantity was where: a histogram of GSL as a value.
///
/// What is counted may be observations, each of weight 1, or time spent: then a weight is a duration, and the share of
/// a bin is the share of time. Nothing that falls outside the edges is lost sight of: it is counted as below or above.
public struct Histogram: Hashable, Sendable {
    /// Ascending, one more than there are bins. A bin holds its lower edge and not its upper one.
    public let edges: [Double]
    /// What each bin holds, in order.
    public private(set) var weights: [Double]
    /// What fell below the first edge.
    public private(set) var below = 0.0
    /// What fell on the last edge or above.
    public private(set) var above = 0.0

    /// An empty histogram.
    /// - Parameter edges: ascending and finite, at least two.
    public init(edges: [Double]) {
        precondition(edges.count >= 2, "a histogram has a bin")
        precondition(edges.allSatisfy(\.isFinite) && zip(edges, edges.dropFirst()).allSatisfy(<), "ascending edges")
        self.edges = edges
        weights = [Double](repeating: 0, count: edges.count - 1)
    }

    /// An empty histogram of bins of one width, such as 0 ..< 50 in 50 bins for whole numbers below 50.
    ///
    /// - Parameters:
    ///   - range: finite, and not empty.
    ///   - bins: at least 1.
    public init(_ range: Range<Double>, bins: Int) {
        precondition(bins >= 1 && range.lowerBound < range.upperBound, "a histogram has a bin")
        let width = (range.upperBound - range.lowerBound) / Double(bins)
        self.init(edges: (0..<bins).map { range.lowerBound + Double($0) * width } + [range.upperBound])
    }

    /// All that was counted.
    public var total: Double { weights.reduce(below + above, +) }

    /// Counts a value.
    ///
    /// - Parameters:
    ///   - value: not a NaN.
    ///   - weight: at least 0.
    /// - Complexity: O(log *n*); O(1) where bins are of one width.
    public mutating func record(_ value: Double, weight: Double = 1) {
        precondition(!value.isNaN && weight >= 0, "a value is a number, and its weight not negative")
        if value < edges[0] {
            below += weight
        } else if value >= edges[edges.count - 1] {
            above += weight
        } else {
            withGSL { _ = gsl_histogram_accumulate(&$0, value, weight) }
        }
    }

    /// Adds all that another has counted.
    /// - Parameter other: of the same edges.
    /// - Complexity: O(*n*).
    public mutating func merge(_ other: Histogram) {
        precondition(edges == other.edges, "histograms are merged bin by bin")
        var other = other
        withGSL { own in other.withGSL { _ = gsl_histogram_add(&own, &$0) } }
        below += other.below
        above += other.above
    }

    /// The share of all that was counted that a bin holds; nil if nothing was counted.
    /// - Parameter bin: its number, from 0.
    public func share(ofBin bin: Int) -> Double? {
        let total = total
        return total > 0 ? weights[bin] / total : nil
    }

    /// The value that `probability` of what was counted lies below, taken to lie evenly within its bin; nil if nothing
    /// was counted, or if it lies below the first edge or above the last, where a histogram does not know it.
    ///
    /// - Parameter probability: in 0 ... 1.
    /// - Complexity: O(*n*).
    public func quantile(_ probability: Double) -> Double? {
        precondition(probability >= 0 && probability <= 1, "a probability is in 0 ... 1")
        let inside = weights.reduce(0, +)
        let target = probability * total - below
        guard inside > 0, target >= 0, target <= inside else { return nil }
        var sums = [Double](repeating: 0, count: edges.count)
        var copy = self
        return copy.withGSL { histogram in
            sums.withUnsafeMutableBufferPointer { sums in
                var law = gsl_histogram_pdf(n: histogram.n, range: histogram.range, sum: sums.baseAddress)
                gsl_histogram_pdf_init(&law, &histogram)
                // GSL's last sum may miss 1 by rounding; beyond it GSL answers 0, and at 1 itself starts again from 0.
                let last = law.sum[law.n]
                return gsl_histogram_pdf_sample(&law, min(target / inside * last, min(last, 1).nextDown))
            }
        }
    }

    /// Forgets what was counted, as at the end of a warm-up.
    public mutating func reset() { self = Histogram(edges: edges) }

    /// Lends edges and weights to GSL as its own kind of histogram.
    private mutating func withGSL<Value>(_ body: (inout gsl_histogram) -> Value) -> Value {
        edges.withUnsafeBufferPointer { edges in
            weights.withUnsafeMutableBufferPointer { weights in
                // GSL writes to edges only where it makes them, which is not asked of it here.
                var histogram = gsl_histogram(
                    n: weights.count, range: UnsafeMutablePointer(mutating: edges.baseAddress), bin: weights.baseAddress
                )
                return body(&histogram)
            }
        }
    }
}
