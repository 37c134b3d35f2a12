/// Where an entry stands in a `StampedHeap`, and which slot holds its payload: 16 bytes that compare as one integer.
///
/// From the most significant end: rank (64 bits), priority (8), sequence (30), slot (26). Sequence numbers differ, so
/// the slot never decides an order.
@frozen
@usableFromInline
struct StampedKey: BitwiseCopyable {
    @usableFromInline var bits: UInt128

    @inlinable init(bits: UInt128) { self.bits = bits }

    @inlinable
    init(rank: UInt64, priority: EventPriority, sequence: UInt32, slot: UInt32) {
        let low = UInt64(priority.rawValue) &<< 56 | UInt64(sequence) &<< 26 | UInt64(slot)
        bits = UInt128(rank) &<< 64 | UInt128(low)
    }

    /// Greater than the key of any entry: the last slot number is never issued.
    @inlinable static var sentinel: StampedKey { StampedKey(bits: .max) }

    @inlinable static var maximumSlots: Int { 0x3FF_FFFF }
    @inlinable static var maximumSequence: UInt32 { 0x3FFF_FFFF }

    @inlinable var low: UInt64 { UInt64(truncatingIfNeeded: bits) }
    @inlinable var rank: UInt64 { UInt64(truncatingIfNeeded: bits &>> 64) }
    @inlinable var priority: EventPriority { EventPriority(rawValue: UInt8(truncatingIfNeeded: low &>> 56)) }
    @inlinable var sequence: UInt32 { UInt32(truncatingIfNeeded: low &>> 26) & StampedKey.maximumSequence }
    @inlinable var slot: Int { Int(truncatingIfNeeded: low & 0x3FF_FFFF) }

    @inlinable static func < (left: StampedKey, right: StampedKey) -> Bool { left.bits < right.bits }
}

/// What an entry carries besides its key. `sequence` is that of the one key that is current: a key in the heap with
/// another sequence is a leftover of a cancelled or rescheduled entry.
@frozen
@usableFromInline
struct StampedSlot<Payload: BitwiseCopyable> {
    /// Counts the uses of the slot, modulo 2³⁰.
    @usableFromInline var generation: UInt32
    /// Below 2³⁰ when in use; otherwise `vacant` with the number of the next vacant slot.
    @usableFromInline var sequence: UInt32
    @usableFromInline var payload: Payload

    @inlinable
    init(generation: UInt32, sequence: UInt32, payload: Payload) {
        self.generation = generation
        self.sequence = sequence
        self.payload = payload
    }
}

/// The bit that tells a vacant slot from one in use.
@inlinable var vacantSlotBit: UInt32 { 1 << 31 }

/// The end of the chain of vacant slots.
@inlinable var noVacantSlot: UInt32 { vacantSlotBit | UInt32(truncatingIfNeeded: StampedKey.maximumSlots) }
