/// Names one scheduled event for as long as it is pending.
///
/// A handle may be kept after its event has fired or been cancelled: it then names nothing, and says so, until its slot
/// has been used exactly 2³⁰ times more. A handle belongs to the calendar that issued it.
@frozen
public struct EventHandle: Hashable, BitwiseCopyable, Sendable {
    // From the most significant end: generation (30 bits), priority (8), slot (26).
    @usableFromInline let bits: UInt64

    @inlinable
    init(slot: UInt32, generation: UInt32, priority: EventPriority) {
        bits = UInt64(generation) &<< 34 | UInt64(priority.rawValue) &<< 26 | UInt64(slot)
    }

    @inlinable init(bits: UInt64) { self.bits = bits }

    /// A handle that never names anything, for storage that needs a value.
    @inlinable public static var none: EventHandle { EventHandle(bits: .max) }

    /// The priority that the event was scheduled with.
    @inlinable public var priority: EventPriority {
        EventPriority(rawValue: UInt8(truncatingIfNeeded: bits &>> 26))
    }

    @inlinable var slot: Int { Int(truncatingIfNeeded: bits & 0x3FF_FFFF) }
    @inlinable var generation: UInt32 { UInt32(truncatingIfNeeded: bits &>> 34) }
}
