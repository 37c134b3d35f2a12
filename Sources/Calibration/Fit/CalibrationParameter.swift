import Foundation
import ServiceSimulation

/// Something that nobody publishes and that a fit looks for: where it is expected before any figure of the provider is
/// seen, how far from there it may well be, and what it changes.
public struct CalibrationParameter: Sendable {
    /// How a value lies on the scale of the search.
    enum Scale: Sendable {
        /// Positive numbers: factors count alike.
        case logarithm
        /// Shares: odds count alike.
        case logit
    }

    /// The name, which is the scenario key that it sets, or the first of them.
    public let key: String
    /// What it is, in words.
    public let words: String
    /// The unit of the value.
    public let unit: String
    let scale: Scale
    /// The value expected beforehand.
    public let expected: Double
    /// How far from it the value may well be: a standard deviation, in logarithms or log odds.
    public let deviation: Double
    let apply: @Sendable (inout TeamScenario, Double) -> Void

    init(
        _ key: String, _ words: String, unit: String, _ scale: Scale, expected: Double, deviation: Double,
        apply: @escaping @Sendable (inout TeamScenario, Double) -> Void
    ) {
        self.key = key
        self.words = words
        self.unit = unit
        self.scale = scale
        self.expected = expected
        self.deviation = deviation
        self.apply = apply
    }

    /// The value at a place of the search, where 0 is the expected one and ±1 a standard deviation from it; with four
    /// significant digits, as a scenario file holds it.
    public func value(at place: Double) -> Double {
        let raw: Double
        switch scale {
        case .logarithm: raw = expected * exp(deviation * place)
        case .logit:
            let odds = expected / (1 - expected) * exp(deviation * place)
            raw = odds / (1 + odds)
        }
        return Self.rounded(raw)
    }

    /// A number with four significant digits.
    public static func rounded(_ value: Double) -> Double {
        guard value != 0, value.isFinite else { return value }
        let power = pow(10, 3 - floor(log10(abs(value))))
        return (value * power).rounded() / power
    }
}
