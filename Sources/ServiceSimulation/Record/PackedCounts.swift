/// Whole numbers of which most are small or nothing, in as many bytes as each stretch of them needs: of ten thousand
/// runs of a forecast all have to be kept. Any is read at once.
struct PackedCounts: Sendable, Equatable {
    /// Numbers that are as wide as the widest of them.
    static let stretch = 64

    /// How many numbers.
    let count: Int
    /// By stretch: where its bytes begin, times four, and how wide its numbers are: 0, 1, 2 or 4 bytes.
    let starts: [UInt32]
    let bytes: [UInt8]

    /// None.
    init() { (count, starts, bytes) = (0, [], []) }

    /// O(numbers).
    init(_ values: [Int32]) {
        count = values.count
        var starts: [UInt32] = []
        starts.reserveCapacity((values.count + Self.stretch - 1) / Self.stretch)
        var total = 0
        for first in stride(from: 0, to: values.count, by: Self.stretch) {
            let stretch = values[first..<min(first + Self.stretch, values.count)]
            let width = Self.width(of: stretch)
            starts.append(UInt32(total) << 2 | width)
            total += stretch.count * Self.bytes(ofWidth: width)
        }
        self.starts = starts
        bytes = [UInt8](unsafeUninitializedCapacity: total) { bytes, filled in
            for (place, value) in values.enumerated() {
                let (at, width) = Self.place(place, starts)
                for byte in 0..<Self.bytes(ofWidth: width) {
                    bytes[at + byte] = UInt8(truncatingIfNeeded: value >> Int32(8 * byte))
                }
            }
            filled = total
        }
    }

    /// One of them. O(1).
    subscript(place: Int) -> Int32 {
        let (at, width) = Self.place(place, starts)
        switch width {
        case 0: return 0
        case 1: return Int32(bytes[at])
        case 2: return Int32(bytes[at]) | Int32(bytes[at + 1]) << 8
        default:
            let (low, high) = (UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8, UInt32(bytes[at + 2]))
            return Int32(bitPattern: low | high << 16 | UInt32(bytes[at + 3]) << 24)
        }
    }

    /// Some of them, one after the other. O(how many).
    subscript(places: ClosedRange<Int>) -> ArraySlice<Int32> { ArraySlice(places.map { self[$0] }) }

    /// All of them. O(numbers).
    var values: [Int32] { (0..<count).map { self[$0] } }

    /// Bytes that they take.
    var byteCount: Int { bytes.count + starts.count * MemoryLayout<UInt32>.stride }

    /// Where the bytes of a number begin, and how wide it is.
    private static func place(_ place: Int, _ starts: [UInt32]) -> (at: Int, width: UInt32) {
        let start = starts[place / stretch]
        return (Int(start >> 2) + place % stretch * bytes(ofWidth: start & 3), start & 3)
    }

    private static func bytes(ofWidth width: UInt32) -> Int { width == 3 ? 4 : Int(width) }

    private static func width(of values: ArraySlice<Int32>) -> UInt32 {
        // Bits of a negative number reach to the top.
        let bits = values.reduce(into: UInt32(0)) { $0 |= UInt32(bitPattern: $1) }
        return bits == 0 ? 0 : bits < 1 << 8 ? 1 : bits < 1 << 16 ? 2 : 3
    }
}
