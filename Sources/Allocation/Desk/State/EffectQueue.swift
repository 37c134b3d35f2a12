/// What decisions lead to, in order, until the holder of the desk takes it.
@usableFromInline
struct EffectQueue: ~Copyable {
    /// The effects, those that were taken one by one first.
    @usableFromInline var waiting = Column<DeskEffect>()
    /// How many of them were taken.
    @usableFromInline var takenCount = 0

    /// The effects, those that were taken one by one first. O(n).
    var all: [DeskEffect] { waiting.indices.map { waiting[$0] } }

    @inline(__always)
    mutating func append(_ effect: DeskEffect) { waiting.append(effect) }

    /// Takes the first that is left; the memory is kept for the next.
    @inlinable @inline(__always)
    mutating func next() -> DeskEffect? {
        guard takenCount < waiting.count else {
            clear()
            return nil
        }
        takenCount += 1
        return waiting[takenCount - 1]
    }

    /// Takes all that are left.
    mutating func takeAll() -> [DeskEffect] {
        let left = (takenCount..<waiting.count).map { waiting[$0] }
        clear()
        return left
    }

    /// Nobody is to know of them.
    @inlinable @inline(__always)
    mutating func clear() {
        waiting.removeAll()
        takenCount = 0
    }
}
