extension BookingDesk {
    /// What the decisions since the holder last looked lead to, in order; those that were taken one by one are among
    /// them until the last is. O(n).
    public var effects: [DeskEffect] { state.pointee.effects.all }

    /// Takes the next effect; nil if there is none. Acting on one may lead to more, which come after those that are
    /// there. O(1).
    @inlinable @inline(__always)
    public mutating func nextEffect() -> DeskEffect? { state.pointee.effects.next() }

    /// Takes all effects.
    public mutating func takeEffects() -> [DeskEffect] { state.pointee.effects.takeAll() }
}
