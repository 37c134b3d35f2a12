// SPDX-License-Identifier: GPL-3.0-or-later

public import CGSL

/// A reproducible source of random numbers, any part of which can be reached at once.
///
/// A *stream* is named by four numbers: `seed`, `replication`, `purpose` and `subject`. The same name gives the same
/// numbers on every run, whatever else was drawn before, so person 812 misses the same appointment in every scenario
/// that is compared. The name is the key and the counter of Philox4x32-10 (Salmon et al. 2011,
/// doi 10.1145/2063384.2063405), each field in bits of its own: two different names never give overlapping streams.
///
/// ```swift
/// var random = RandomStream(seed: 7, replication: 3)
/// random.position(purpose: 2, subject: 812)
/// let attends = random.bernoulli(0.75)
/// ```
///
/// Rejection samplers take a varying number of numbers, so give each quantity that must stay in step across scenarios
/// a purpose of its own.
///
/// The type owns one generator of the GNU Scientific Library: pass it `inout`, one for each replication.
///
/// Words, uniforms, exponentials, Bernoulli draws, integers and categories have the same bits on every machine, in
/// debug
/// and release, but for a tie in a rejection step. Whatever passes through the C library's `log`, `exp` or `pow` has
/// the same bits on every machine with the same C library and processor features, and else may differ in the last
/// digit.
public struct RandomStream: ~Copyable {
    /// The largest replication, 2^20 − 1.
    public static let lastReplication: UInt32 = 1 << 20 - 1
    /// The largest purpose, 2^12 − 1.
    public static let lastPurpose: UInt16 = 1 << 12 - 1

    /// GSL's handle; its `state` is `philox`.
    @usableFromInline let generator: UnsafeMutablePointer<gsl_rng>
    @usableFromInline let philox: UnsafeMutablePointer<cgsl_philox>
    /// The replication whose streams it opens.
    public let replication: UInt32

    /// Opens the streams of one replication, at purpose 0 and subject 0.
    ///
    /// - Parameters:
    ///   - seed: any 64 bits; neighbouring seeds are as good as distant ones.
    ///   - replication: at most ``lastReplication``.
    public init(seed: UInt64, replication: UInt32 = 0) {
        precondition(replication <= Self.lastReplication, "a replication is below 2^20; change the seed instead")
        guard let generator = cgsl_philox_alloc(), let philox = cgsl_philox_state(generator) else {
            fatalError("no memory for a random stream")
        }
        self.generator = generator
        self.philox = philox
        self.replication = replication
        cgsl_philox_set_seed(philox, seed)
        cgsl_philox_position(philox, replication, 0, 0)
    }

    deinit { gsl_rng_free(generator) }

    /// Moves to the start of the stream of one purpose and subject. A few stores; nothing is generated until a draw.
    ///
    /// - Parameters:
    ///   - purpose: what the numbers decide, at most ``lastPurpose``, which is taken by the bootstrap in `Statistics`.
    ///   - subject: whom or what they decide it for.
    ///
    /// A stream holds nearly 2^34 words of 32 bits (a `Double` takes two); the process traps rather than draw past
    /// the end.
    @inlinable
    public mutating func position(purpose: UInt16, subject: UInt64) {
        precondition(purpose <= Self.lastPurpose, "a purpose is below 2^12")
        cgsl_philox_position(philox, replication, UInt32(purpose), subject)
    }

    /// Moves to the start of a stream of another replication: for what was decided there.
    ///
    /// - Parameters:
    ///   - purpose: what the numbers decide, at most ``lastPurpose``.
    ///   - subject: whom or what they decide it for.
    ///   - replication: at most ``lastReplication``.
    @inlinable
    public mutating func position(purpose: UInt16, subject: UInt64, replication: UInt32) {
        precondition(purpose <= Self.lastPurpose, "a purpose is below 2^12")
        precondition(replication <= Self.lastReplication, "a replication is below 2^20")
        cgsl_philox_position(philox, replication, UInt32(purpose), subject)
    }

    /// Moves to the stream of one purpose, subject and occasion, such as a person's seventh session.
    ///
    /// The same as `position(purpose:subject:)` with `subject << 32 | occasion`: let a purpose use one form or the
    /// other.
    @inlinable
    public mutating func position(purpose: UInt16, subject: UInt32, occasion: UInt32) {
        position(purpose: purpose, subject: UInt64(subject) << 32 | UInt64(occasion))
    }
}

// The generator has no other owner, so handing the stream to another thread hands over all of it.
extension RandomStream: @unchecked Sendable {}
