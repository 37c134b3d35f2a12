// SPDX-License-Identifier: GPL-3.0-or-later

public import CGSL

/// One stream of random numbers: a value that holds its place in it, and nothing that anything else holds.
///
/// A stream is named by four numbers: `seed`, `replication`, `purpose` and `subject`. The same name gives the same
/// numbers on every run, whatever else was drawn before or between, so person 812 misses the same appointment in every
/// scenario that is compared. The name is the key and the counter of Philox4x32-10 (Salmon et al. 2011,
/// doi 10.1145/2063384.2063405), each field in bits of its own: two different names never give overlapping streams.
///
/// ```swift
/// let random = RandomSource(seed: 7, replication: 3)
/// var attendance = random.stream(purpose: 2, subject: 812)
/// let attends = attendance.bernoulli(0.75)
/// ```
///
/// Rejection samplers take a varying number of numbers, so give each quantity that must stay in step across scenarios
/// a purpose of its own.
///
/// A stream lies where its owner puts it, on the stack as a rule: opening one allocates nothing and generates nothing.
/// It cannot be copied, because both copies would give the same numbers.
///
/// Words, uniforms, exponentials, Bernoulli draws, integers and categories have the same bits on every machine, in
/// debug and release, but for a tie in a rejection step. Whatever passes through the C library's `log`, `exp` or `pow`
/// has the same bits on every machine with the same C library and processor features, and else may differ in the last
/// digit.
public struct RandomStream: ~Copyable, Sendable {
    /// The largest replication, 2^20 − 1.
    public static let lastReplication: UInt32 = 1 << 20 - 1
    /// The largest purpose, 2^12 − 1.
    public static let lastPurpose: UInt16 = 1 << 12 - 1

    @usableFromInline var state: cgsl_philox

    /// The start of a stream.
    ///
    /// - Parameters:
    ///   - seed: any 64 bits; neighbouring seeds are as good as distant ones.
    ///   - replication: at most ``lastReplication``.
    ///   - purpose: what the numbers decide, at most ``lastPurpose``, which is taken by the bootstrap in `Statistics`.
    ///     It has no default: two streams of one seed that decide two things would be one and the same.
    ///   - subject: whom or what they decide it for.
    ///
    /// A stream holds nearly 2^34 words of 32 bits (a `Double` takes two); the process traps rather than draw past
    /// the end.
    @inlinable
    public init(seed: UInt64, replication: UInt32 = 0, purpose: UInt16, subject: UInt64 = 0) {
        precondition(replication <= Self.lastReplication, "a replication is below 2^20; change the seed instead")
        precondition(purpose <= Self.lastPurpose, "a purpose is below 2^12")
        state = cgsl_philox_stream(seed, replication, UInt32(purpose), subject)
    }

    /// Lends the stream to GSL for one draw.
    @inline(__always)
    @inlinable
    mutating func onGSL<Value>(_ draw: (UnsafePointer<gsl_rng>) -> Value) -> Value {
        withUnsafeMutablePointer(to: &state) { state in
            var generator = cgsl_philox_generator(state)
            return draw(&generator)
        }
    }
}
