public import CareModel

/// What an appointment must have for one person beside time: whoever asks for it waits in a narrower queue (KT-10).
///
/// It is one word: it is part of every request, and almost always says nothing.
@frozen
public struct PersonNeeds: Hashable, Sendable, BitwiseCopyable {
    /// Language in bits 0 … 7, sex in 8 … 15, face to face in 16, access in 17, venue in 24 … 31, minutes of an
    /// interpreter in 32 … 47.
    @usableFromInline var bits: UInt64 = 0xFFFF_0000_0000

    /// Nothing that time alone does not give.
    @inlinable
    public init() {}

    /// The language that the clinician must speak, unless an interpreter comes; 0 if any will do (EQ-2).
    @inlinable
    public var language: UInt8 {
        get { UInt8(truncatingIfNeeded: bits) }
        set { bits = bits & ~0xFF | UInt64(newValue) }
    }

    /// The sex of the therapist; unknown if it does not matter.
    @inlinable
    public var therapistSex: Sex {
        get { Sex(rawValue: UInt8(truncatingIfNeeded: bits >> 8)) ?? .unknown }
        set { bits = bits & ~0xFF00 | UInt64(newValue.rawValue) << 8 }
    }

    /// Face to face, so that a room is needed where the team has rooms (CL-9).
    @inlinable
    public var isFaceToFace: Bool {
        get { bits & 1 << 16 != 0 }
        set { bits = bits & ~(1 << 16) | (newValue ? 1 << 16 : 0) }
    }

    /// The room must be accessible (EQ-5).
    @inlinable
    public var needsAccess: Bool {
        get { bits & 1 << 17 != 0 }
        set { bits = bits & ~(1 << 17) | (newValue ? 1 << 17 : 0) }
    }

    /// The venue; 0 if any will do. It matters only face to face.
    @inlinable
    public var venue: UInt8 {
        get { UInt8(truncatingIfNeeded: bits >> 24) }
        set { bits = bits & ~(0xFF << 24) | UInt64(newValue) << 24 }
    }

    /// By how many minutes an interpreter makes the appointment longer; -1 if no interpreter will do (EQ-2).
    @inlinable
    public var interpreterMinutes: Int16 {
        get { Int16(truncatingIfNeeded: bits >> 32) }
        set { bits = bits & ~(0xFFFF << 32) | UInt64(UInt16(bitPattern: newValue)) << 32 }
    }

    /// Whether time is all that is needed: no language, no sex, not face to face. O(1).
    @inlinable
    public var isNone: Bool { bits & 0x1_FFFF == 0 }
}
