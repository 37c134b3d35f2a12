// SPDX-License-Identifier: GPL-3.0-or-later

public import CGSL

extension RandomStream {
    /// Uniform on [0, 1), a multiple of 2^-53.
    @inlinable
    public mutating func uniform() -> Double {
        cgsl_philox_uniform(&state)
    }

    /// Uniform on (0, 1), an odd multiple of 2^-53: never 0 and never 1, so safe to put into a quantile function.
    @inlinable
    public mutating func openUniform() -> Double {
        cgsl_philox_uniform_open(&state)
    }

    /// Uniform on [`lowerBound`, `upperBound`); the upper bound can appear by rounding. Both finite, in this order.
    @inlinable
    public mutating func uniform(lowerBound: Double, upperBound: Double) -> Double {
        precondition(lowerBound <= upperBound && (upperBound - lowerBound).isFinite, "bounds in order and finite")
        return lowerBound + (upperBound - lowerBound) * uniform()
    }

    /// 32 random bits.
    @inlinable
    public mutating func word() -> UInt32 {
        cgsl_philox_word(&state)
    }

    /// Uniform on 0 ..< `bound`, without bias (by rejection). `bound` is in 1 ... 2^32 − 1.
    @inlinable
    public mutating func integer(below bound: Int) -> Int {
        precondition(bound >= 1 && bound <= Int(UInt32.max), "a bound is in 1 ... 2^32 − 1")
        return Int(bitPattern: onGSL { gsl_rng_uniform_int($0, UInt(bitPattern: bound)) })
    }

    /// `true` with probability `probability`, in 0 ... 1. Always takes one number, so 0 and 1 keep a stream in step.
    @inlinable
    public mutating func bernoulli(_ probability: Double) -> Bool {
        precondition(probability >= 0 && probability <= 1, "a probability is in 0 ... 1")
        return uniform() < probability
    }
}
