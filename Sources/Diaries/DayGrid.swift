/// A day as 192 bits, one a quantum, in three machine words.
///
/// What a set bit means is the holder's affair: free, booked, or fit for a purpose. All operations are O(1).
@frozen
public struct DayGrid: Hashable, Sendable, BitwiseCopyable {
    /// Quanta 0 … 63.
    @usableFromInline var low: UInt64
    /// Quanta 64 … 127.
    @usableFromInline var middle: UInt64
    /// Quanta 128 … 191.
    @usableFromInline var high: UInt64

    @inlinable
    init(low: UInt64, middle: UInt64, high: UInt64) {
        self.low = low
        self.middle = middle
        self.high = high
    }

    /// No quantum set.
    @inlinable
    public init() { self.init(low: 0, middle: 0, high: 0) }

    /// Every quantum set.
    @inlinable public static var full: DayGrid { DayGrid(low: .max, middle: .max, high: .max) }

    /// The quanta of a range set.
    /// - Parameter range: within 0 ..< 192.
    @inlinable
    public init(_ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= 192, "a day has 192 quanta")
        self.init(
            low: DayGrid.word(range, from: 0), middle: DayGrid.word(range, from: 64),
            high: DayGrid.word(range, from: 128))
    }

    /// The 64 bits of a range that starts at `from`.
    @inlinable @inline(__always)
    static func word(_ range: Range<Int>, from: Int) -> UInt64 {
        let first = max(0, range.lowerBound - from)
        let last = min(64, range.upperBound - from)
        guard last > first else { return 0 }
        let upTo: UInt64 = last == 64 ? .max : (1 << UInt64(last)) &- 1
        return upTo & ~((1 << UInt64(first)) &- 1)
    }

    /// Whether no quantum is set.
    @inlinable
    public var isEmpty: Bool { low | middle | high == 0 }

    /// How many quanta are set.
    @inlinable
    public var count: Int { low.nonzeroBitCount + middle.nonzeroBitCount + high.nonzeroBitCount }

    /// Whether one quantum is set.
    @inlinable
    public func contains(_ quantum: Int) -> Bool {
        switch quantum {
        case 0..<64: low >> UInt64(quantum) & 1 == 1
        case 64..<128: middle >> UInt64(quantum - 64) & 1 == 1
        case 128..<192: high >> UInt64(quantum - 128) & 1 == 1
        default: false
        }
    }

    /// The first quantum set; nil if none is.
    @inlinable
    public var first: Int? {
        if low != 0 { return low.trailingZeroBitCount }
        if middle != 0 { return 64 + middle.trailingZeroBitCount }
        if high != 0 { return 128 + high.trailingZeroBitCount }
        return nil
    }

    /// The last quantum set; nil if none is.
    @inlinable
    public var last: Int? {
        if high != 0 { return 191 - high.leadingZeroBitCount }
        if middle != 0 { return 127 - middle.leadingZeroBitCount }
        if low != 0 { return 63 - low.leadingZeroBitCount }
        return nil
    }

    /// Quanta set in both.
    @inlinable
    public static func & (one: DayGrid, other: DayGrid) -> DayGrid {
        DayGrid(low: one.low & other.low, middle: one.middle & other.middle, high: one.high & other.high)
    }

    /// Quanta set in either.
    @inlinable
    public static func | (one: DayGrid, other: DayGrid) -> DayGrid {
        DayGrid(low: one.low | other.low, middle: one.middle | other.middle, high: one.high | other.high)
    }

    /// Quanta set in the first and not in the second.
    @inlinable
    public func subtracting(_ other: DayGrid) -> DayGrid {
        DayGrid(low: low & ~other.low, middle: middle & ~other.middle, high: high & ~other.high)
    }
}
