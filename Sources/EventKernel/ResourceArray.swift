/// A fixed number of things that cannot be copied, such as a resource for each of many stations.
///
///     var desks = ResourceArray(count: 12) { _ in Resource<Int>(capacity: 2) }
///     _ = desks[7].request(customer)
@frozen
public struct ResourceArray<Element: ~Copyable>: ~Copyable {
    @usableFromInline let elements: UnsafeMutablePointer<Element>

    /// How many there are.
    public let count: Int

    /// - Parameters:
    ///   - count: how many; at least 0.
    ///   - make: makes each, from its number.
    @inlinable
    public init(count: Int, _ make: (Int) -> Element) {
        guard count >= 0 else { misuse("an array is of at least nothing", count) }
        self.count = count
        elements = .allocate(capacity: count)
        for place in 0..<count { elements.advanced(by: place).initialize(to: make(place)) }
    }

    @inlinable
    deinit {
        elements.deinitialize(count: count)
        elements.deallocate()
    }

    /// One of them, in place. O(1).
    @inlinable
    public subscript(place: Int) -> Element {
        _read {
            guard place >= 0, place < count else { misuse("the array has no place", place) }
            yield elements[place]
        }
        _modify {
            guard place >= 0, place < count else { misuse("the array has no place", place) }
            yield &elements[place]
        }
    }
}

// The pointer is owned by one value that cannot be copied.
extension ResourceArray: @unchecked Sendable where Element: Sendable & ~Copyable {}
