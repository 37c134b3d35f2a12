/// How many units a resource has, and how many requests may wait for one: said when it is made, and checked here for
/// every kind of resource.
@frozen
@usableFromInline
struct ResourceSize: BitwiseCopyable, Sendable {
    @usableFromInline var capacity: Int
    @usableFromInline let queueLimit: Int

    @inlinable
    init(capacity: Int, queueLimit: Int) {
        self.capacity = Self.checked(capacity)
        guard queueLimit >= 0 else { misuse("a queue has room for at least nobody", queueLimit) }
        self.queueLimit = queueLimit
    }

    @inlinable
    mutating func setCapacity(_ newCapacity: Int) { capacity = Self.checked(newCapacity) }

    @inlinable @inline(__always)
    static func checked(_ capacity: Int) -> Int {
        guard capacity >= 0 else { misuse("a resource has at least no unit", capacity) }
        return capacity
    }
}
