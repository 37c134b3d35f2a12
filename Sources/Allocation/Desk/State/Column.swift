/// Values that lie one after another and are changed in place.
///
/// An array asks before each change whether somebody shares it. A column has one owner and asks nothing; an index
/// outside it traps all the same.
@frozen
public struct Column<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
    // Sendable: the memory belongs to this value alone, which cannot be copied.
    @usableFromInline var base: UnsafeMutablePointer<Element>
    @usableFromInline var capacity: Int
    /// How many.
    @inlinable public var count: Int { filled }
    @usableFromInline var filled: Int

    /// An empty column.
    public init() {
        capacity = 1024
        filled = 0
        base = .allocate(capacity: capacity)
    }

    /// A column of equal values.
    public init(repeating element: Element, count: Int) {
        capacity = max(1, count)
        filled = count
        base = .allocate(capacity: capacity)
        base.initialize(repeating: element, count: count)
    }

    deinit { base.deallocate() }

    /// The places, from 0.
    @inlinable
    public var indices: Range<Int> { 0..<count }

    /// The value at a place. O(1).
    @inlinable
    public subscript(index: Int) -> Element {
        @inline(__always) _read {
            precondition(index >= 0 && index < count, "no such row")
            yield base[index]
        }
        @inline(__always) _modify {
            precondition(index >= 0 && index < count, "no such row")
            yield &base[index]
        }
    }

    /// Where a value lies, for a hint to the processor that it will be read soon; nil if there is none. O(1).
    @inlinable @inline(__always)
    public func address(of index: Int) -> UnsafeRawPointer? {
        index >= 0 && index < count ? UnsafeRawPointer(base + index) : nil
    }

    /// Takes all away; the memory is kept. O(1).
    @inlinable @inline(__always)
    public mutating func removeAll() { filled = 0 }

    /// Adds a value at the end. O(1) on average.
    @inlinable
    public mutating func append(_ element: Element) {
        if filled == capacity {
            let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
            larger.moveInitialize(from: base, count: filled)
            base.deallocate()
            base = larger
            capacity *= 2
        }
        base.advanced(by: filled).initialize(to: element)
        filled += 1
    }
}
