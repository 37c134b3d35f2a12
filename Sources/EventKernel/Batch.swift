/// Those who are gathered until there are enough: a full bus, an oven load, a group that starts together.
///
///     if bus.add(passenger) {
///         for place in 0..<bus.count { board(bus[place]) }
///         bus.removeAll()
///     }
@frozen
public struct Batch<Member: BitwiseCopyable>: ~Copyable {
    @usableFromInline let members: UnsafeMutablePointer<Member>
    @usableFromInline var _count = 0

    /// How many make a batch.
    public let size: Int

    /// Nobody yet.
    /// - Parameter size: how many make a batch; at least 1.
    @inlinable
    public init(size: Int) {
        guard size > 0 else { misuse("a batch is of at least one", size) }
        self.size = size
        members = .allocate(capacity: size)
    }

    @inlinable
    deinit { members.deallocate() }

    /// How many are there.
    @inlinable public var count: Int { _count }

    /// Adds one, and says whether the batch is full now. It must be emptied before another is added. O(1).
    @inlinable
    public mutating func add(_ member: Member) -> Bool {
        guard count < size else { misuse("the batch is full, of", size) }
        members.advanced(by: count).initialize(to: member)
        _count += 1
        return count == size
    }

    /// A member, in the order of coming. O(1).
    @inlinable
    public subscript(place: Int) -> Member {
        guard place >= 0, place < count else { misuse("nobody is at this place of the batch", place) }
        return members[place]
    }

    /// Begins the next batch. O(1).
    @inlinable
    public mutating func removeAll() { _count = 0 }
}

// The pointer is owned by one value that cannot be copied.
extension Batch: @unchecked Sendable where Member: Sendable {}
