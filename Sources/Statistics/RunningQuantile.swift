// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A quantile of values that are not kept: GSL's piecewise-parabolic estimate from five markers (Jain and Chlamtac,
/// "The P² algorithm for dynamic calculation of quantiles and histograms without storing observations", 1985).
///
/// An estimate, within a hundredth or so of the quantile's probability for thousands of values of a smooth law; where
/// the values can be kept, ``quantile(_:of:)`` is exact.
public struct RunningQuantile: Sendable {
    /// The probability that lies below, in 0 ... 1.
    public let probability: Double
    private var markers: gsl_rstat_quantile_workspace

    /// No value yet.
    /// - Parameter probability: in 0 ... 1.
    public init(_ probability: Double) {
        precondition(probability >= 0 && probability <= 1, "a probability is in 0 ... 1")
        self.probability = probability
        guard let made = gsl_rstat_quantile_alloc(probability) else { fatalError("no memory for five markers") }
        markers = made.pointee
        gsl_rstat_quantile_free(made)
    }

    /// How many values were recorded.
    public var count: Int { Int(markers.n) }

    /// Records a value. O(1).
    public mutating func record(_ value: Double) {
        precondition(!value.isNaN, "a value is a number")
        gsl_rstat_quantile_add(value, &markers)
    }

    /// The estimate; nil if no value was recorded. O(1).
    public var value: Double? {
        guard markers.n > 0 else { return nil }
        var markers = markers
        return gsl_rstat_quantile_get(&markers)
    }

    /// Forgets all values, as at the end of a warm-up.
    public mutating func reset() { self = RunningQuantile(probability) }
}
