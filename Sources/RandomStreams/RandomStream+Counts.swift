// SPDX-License-Identifier: GPL-3.0-or-later

public import CGSL

extension RandomStream {
    /// Poisson with mean `mean`, in 0 ... 10⁹.
    @inlinable
    public mutating func poisson(mean: Double) -> Int {
        precondition(mean >= 0 && mean <= 1e9, "a Poisson mean is in 0 ... 10⁹")
        return Int(onGSL { gsl_ran_poisson($0, mean) })
    }

    /// Counts that vary more than Poisson counts: mean `mean`, variance `mean + dispersion × mean²`.
    ///
    /// A Poisson count whose own mean is gamma-distributed with mean `mean` and coefficient of variation
    /// √`dispersion`. `dispersion` 0 is Poisson, and so is any for which the variance differs by less than 1 in 10⁹.
    /// The "size" of other packages is 1 / `dispersion`.
    ///
    /// - Parameters:
    ///   - mean: in 0 ... 10⁸.
    ///   - dispersion: ≥ 0, with `dispersion × mean` ≤ 10⁷.
    @inlinable
    public mutating func negativeBinomial(mean: Double, dispersion: Double) -> Int {
        precondition(mean >= 0 && mean <= 1e8, "a mean is in 0 ... 10⁸")
        precondition(dispersion >= 0 && dispersion * mean <= 1e7, "a dispersion is in 0 ... 10⁷ / mean")
        guard dispersion * mean > 1e-9 else { return poisson(mean: mean) }
        return Int(onGSL { gsl_ran_negative_binomial($0, 1 / (1 + dispersion * mean), 1 / dispersion) })
    }

    /// Successes in `trials` independent trials, each with probability `probability`, in 0 ... 1.
    @inlinable
    public mutating func binomial(trials: Int, probability: Double) -> Int {
        precondition(trials >= 0 && trials <= Int(Int32.max), "trials are in 0 ... 2^31 − 1")
        precondition(probability >= 0 && probability <= 1, "a probability is in 0 ... 1")
        return Int(onGSL { gsl_ran_binomial($0, probability, UInt32(trials)) })
    }
}
