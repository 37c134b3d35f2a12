/// What a slot has and a person may need or wish for beyond what else is compared: a language, a venue, a channel, a
/// therapist's sex; one bit each, whose meaning is the caller's (RF-13, EQ-2, KT-10).
@frozen
public struct SlotTraits: OptionSet, Hashable, Sendable, BitwiseCopyable {
    /// The bits.
    public let rawValue: UInt64

    /// From bits.
    @inlinable
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// How many there are.
    @inlinable
    public var count: Int { rawValue.nonzeroBitCount }
}
