// SPDX-License-Identifier: GPL-3.0-or-later

/// A continuous law given that its value lies in an interval, drawn by inverting the distribution function.
///
/// One number a draw, whatever the bounds, and the draw rises with that number: two scenarios that differ in the law
/// alone stay in step. Build it once; a draw costs one quantile.
public struct Truncated: Sendable {
    public let law: ContinuousDistribution
    public let lowerBound: Double
    public let upperBound: Double

    /// True if both bounds are in the upper half, where the survival function has the accuracy.
    let measuresFromAbove: Bool
    /// Probability beyond one bound, on the side that is measured from, and probability between the bounds.
    let offset: Double
    let width: Double

    /// - Parameters:
    ///   - law: with its parameters in range.
    ///   - lowerBound: may be −∞.
    ///   - upperBound: may be ∞; the law must put some probability between the bounds.
    public init(_ law: ContinuousDistribution, lowerBound: Double, upperBound: Double) {
        precondition(lowerBound < upperBound, "bounds in order")
        self.law = law
        self.lowerBound = lowerBound
        self.upperBound = upperBound
        measuresFromAbove = law.cumulative(lowerBound) > 0.5
        offset = measuresFromAbove ? law.survival(upperBound) : law.cumulative(lowerBound)
        width = (measuresFromAbove ? law.survival(lowerBound) : law.cumulative(upperBound)) - offset
        precondition(width > 0, "the law has no probability between the bounds")
    }

    /// The value below which `probability` of the truncated law lies. `probability` in 0 ... 1.
    public func quantile(_ probability: Double) -> Double {
        let value =
            measuresFromAbove
            ? law.upperQuantile(min(offset + (1 - probability) * width, 1))
            : law.quantile(min(offset + probability * width, 1))
        return max(lowerBound, min(upperBound, value))
    }

    /// The probability of `x` or less.
    public func cumulative(_ x: Double) -> Double {
        if x <= lowerBound { return 0 }
        if x >= upperBound { return 1 }
        return measuresFromAbove
            ? 1 - (law.survival(x) - offset) / width
            : (law.cumulative(x) - offset) / width
    }
}

extension RandomStream {
    /// A draw from a truncated law, inside its bounds.
    public mutating func truncated(_ law: Truncated) -> Double {
        law.quantile(openUniform())
    }

    /// Normal given that it lies between the bounds. `mean` and `standardDeviation` > 0 are those before truncation.
    ///
    /// For many draws from one law build a ``Truncated`` once.
    public mutating func truncatedNormal(
        mean: Double, standardDeviation: Double, lowerBound: Double, upperBound: Double
    ) -> Double {
        precondition(standardDeviation > 0 && standardDeviation.isFinite, "a standard deviation is positive")
        let law = ContinuousDistribution.normal(mean: mean, standardDeviation: standardDeviation)
        return truncated(Truncated(law, lowerBound: lowerBound, upperBound: upperBound))
    }
}
