/// What decisions lead to, in order, until the holder of the desk takes it.
@usableFromInline
struct EffectQueue {
    /// The effects, those that were taken one by one first.
    @usableFromInline private(set) var all: [DeskEffect] = []
    /// How many of them were taken.
    @usableFromInline private(set) var takenCount = 0

    @inline(__always)
    mutating func append(_ effect: DeskEffect) { all.append(effect) }

    /// Takes the first that is left; the memory is kept for the next.
    @usableFromInline @inline(__always)
    mutating func next() -> DeskEffect? {
        guard takenCount < all.count else {
            clear()
            return nil
        }
        takenCount += 1
        return all[takenCount - 1]
    }

    /// Takes all that are left.
    mutating func takeAll() -> [DeskEffect] {
        let left = Array(all[takenCount...])
        clear()
        return left
    }

    /// Nobody is to know of them.
    @usableFromInline
    mutating func clear() {
        all.removeAll(keepingCapacity: true)
        takenCount = 0
    }
}
