// SPDX-License-Identifier: GPL-3.0-or-later

/// A triangular law, which GSL does not have: between two bounds, with its peak at the mode.
@usableFromInline
struct Triangular {
    let lowerBound: Double
    let mode: Double
    let upperBound: Double

    /// - Parameters:
    ///   - lowerBound: finite, below `upperBound`.
    ///   - mode: between the bounds, or on one.
    ///   - upperBound: finite.
    @usableFromInline
    init(lowerBound: Double, mode: Double, upperBound: Double) {
        precondition(
            lowerBound < upperBound && (upperBound - lowerBound).isFinite && lowerBound <= mode && mode <= upperBound,
            "a mode is between finite bounds")
        self.lowerBound = lowerBound
        self.mode = mode
        self.upperBound = upperBound
    }

    private var width: Double { upperBound - lowerBound }
    /// The probability of less than the mode.
    private var rising: Double { (mode - lowerBound) / width }

    func below(_ x: Double) -> Double {
        if x <= lowerBound { return 0 }
        if x > mode { return 1 - above(x) }
        return (x - lowerBound) * (x - lowerBound) / (width * (mode - lowerBound))
    }

    func above(_ x: Double) -> Double {
        if x >= upperBound { return 0 }
        if x <= mode { return 1 - below(x) }
        return (upperBound - x) * (upperBound - x) / (width * (upperBound - mode))
    }

    @usableFromInline
    func quantile(_ probability: Double) -> Double {
        probability <= rising ? above(lowerBound, by: probability) : below(upperBound, by: 1 - probability)
    }

    func upperQuantile(_ probability: Double) -> Double {
        probability < 1 - rising ? below(upperBound, by: probability) : above(lowerBound, by: 1 - probability)
    }

    /// Where so much probability lies between a bound and the value.
    private func above(_ bound: Double, by probability: Double) -> Double {
        bound + (probability * width * (mode - bound)).squareRoot()
    }

    private func below(_ bound: Double, by probability: Double) -> Double {
        bound - (probability * width * (bound - mode)).squareRoot()
    }
}

extension RandomStream {
    /// Triangular between `lowerBound` and `upperBound`, most often at `mode`; bounds finite and in order. Takes one
    /// number, and rises with it.
    @inlinable
    public mutating func triangular(lowerBound: Double, mode: Double, upperBound: Double) -> Double {
        Triangular(lowerBound: lowerBound, mode: mode, upperBound: upperBound).quantile(openUniform())
    }
}
