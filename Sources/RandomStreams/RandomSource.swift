// SPDX-License-Identifier: GPL-3.0-or-later

public import CGSL

/// Where the streams of one replication come from: two numbers, which say which world this is.
///
/// Every stream is opened from here by its purpose and subject, as often as anybody likes, and begins at its beginning
/// each time: what one part of a program draws changes nothing that another part draws.
public struct RandomSource: Hashable, Sendable {
    /// Any 64 bits; neighbouring seeds are as good as distant ones.
    public let seed: UInt64
    /// The replication whose streams it opens.
    public let replication: UInt32

    /// The streams of one replication.
    ///
    /// - Parameters:
    ///   - seed: any 64 bits.
    ///   - replication: at most ``RandomStream/lastReplication``.
    public init(seed: UInt64, replication: UInt32 = 0) {
        precondition(
            replication <= RandomStream.lastReplication, "a replication is below 2^20; change the seed instead")
        self.seed = seed
        self.replication = replication
    }

    /// The stream of one purpose and subject, at its start.
    ///
    /// - Parameters:
    ///   - purpose: what the numbers decide, at most ``RandomStream/lastPurpose``, which is taken by the bootstrap in
    ///     `Statistics`.
    ///   - subject: whom or what they decide it for.
    @inline(__always)
    @inlinable
    public func stream(purpose: UInt16, subject: UInt64) -> RandomStream {
        RandomStream(seed: seed, replication: replication, purpose: purpose, subject: subject)
    }

    /// The stream of one purpose and subject, of a model that names its purposes:
    ///
    ///     enum Purpose: UInt16 { case arrivals, services, patience }
    ///     var arrivals = random.stream(for: Purpose.arrivals)
    @inlinable
    public func stream<Purpose: RawRepresentable>(for purpose: Purpose, subject: UInt64 = 0) -> RandomStream
    where Purpose.RawValue == UInt16 {
        stream(purpose: purpose.rawValue, subject: subject)
    }

    /// The first number on [0, 1) of a stream, which is the only one that most decisions take: what
    /// ``RandomStream/uniform()`` gives of a stream that was just opened, at half its cost.
    @inlinable
    public func uniform(purpose: UInt16, subject: UInt64) -> Double {
        precondition(purpose <= RandomStream.lastPurpose, "a purpose is below 2^12")
        return cgsl_philox_first_uniform(seed, replication, UInt32(purpose), subject)
    }

    /// The stream of one purpose, subject and occasion, such as a person's seventh session.
    ///
    /// The same as `stream(purpose:subject:)` with `subject << 32 | occasion`: let a purpose use one form or the other.
    @inlinable
    public func stream(purpose: UInt16, subject: UInt32, occasion: UInt32) -> RandomStream {
        stream(purpose: purpose, subject: UInt64(subject) << 32 | UInt64(occasion))
    }

    /// The same world's streams of another replication: for what was decided there.
    /// - Parameter replication: at most ``RandomStream/lastReplication``.
    @inlinable
    public func of(replication: UInt32) -> RandomSource { RandomSource(seed: seed, replication: replication) }
}
