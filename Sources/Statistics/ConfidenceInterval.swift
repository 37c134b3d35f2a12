// SPDX-License-Identifier: GPL-3.0-or-later

/// An estimate and a range that covers the true value with a stated probability.
public struct ConfidenceInterval: Hashable, Sendable {
    public let estimate: Double
    /// −∞ if the observations cannot bound the value from below.
    public let lowerBound: Double
    /// ∞ if the observations cannot bound the value from above.
    public let upperBound: Double
    /// The stated probability, in 0 ..< 1 and not 0.
    public let level: Double

    public init(estimate: Double, lowerBound: Double, upperBound: Double, level: Double) {
        precondition(level > 0 && level < 1, "a confidence level is between 0 and 1")
        self.estimate = estimate
        self.lowerBound = lowerBound
        self.upperBound = upperBound
        self.level = level
    }

    /// Half the distance between the bounds.
    public var halfWidth: Double { (upperBound - lowerBound) / 2 }

    /// Whether `value` lies between the bounds or on one.
    public func contains(_ value: Double) -> Bool {
        lowerBound <= value && value <= upperBound
    }
}
