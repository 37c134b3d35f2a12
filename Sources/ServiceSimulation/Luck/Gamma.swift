import RandomStreams

/// A gamma law, named by its mean and coefficient of variation. With hardly any variation every draw is the mean: the
/// law has no shape any more.
struct Gamma: Sendable, Equatable {
    /// The mean, not negative.
    let mean: Double
    /// Standard deviation over mean, not negative.
    let variation: Double

    /// Below this a law is its mean: its shape, 1 ÷ variation², is beyond what can be drawn from.
    static let leastVariation = 1e-4

    /// Whether draws differ.
    var varies: Bool { mean > 0 && variation >= Gamma.leastVariation }
}

extension RandomStream {
    /// A draw from a gamma law.
    mutating func gamma(_ law: Gamma) -> Double {
        guard law.varies else { return law.mean }
        let variance = law.variation * law.variation
        return gamma(shape: 1 / variance, scale: law.mean * variance)
    }
}
