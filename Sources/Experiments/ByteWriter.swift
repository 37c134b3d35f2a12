/// Writes values one after the other, as they lie in memory, for the very program that wrote them to read them again.
/// What lies between the parts of a value is nothing, and may be anything.
struct ByteWriter {
    /// What was written, as far as nobody has taken it.
    private(set) var bytes: [UInt8] = []
    /// How many bytes were written.
    private(set) var count = 0
    private let end: End

    /// What becomes of what is written.
    private enum End {
        case kept
        case counted
        case taken(([UInt8]) -> Void)
    }

    /// Bytes that are handed on together.
    static let piece = 1 << 16

    /// Keeps all of it.
    init() { end = .kept }

    /// Hands it on, a piece at a time: what is large need not be twice in memory. ``finish()`` hands on the last.
    init(_ take: @escaping ([UInt8]) -> Void) { end = .taken(take) }

    private init(_ end: End) { self.end = end }

    /// Only counts.
    static var counting: ByteWriter { ByteWriter(.counted) }

    /// Hands on what is left, where somebody takes it.
    mutating func finish() {
        guard case .taken(let take) = end, !bytes.isEmpty else { return }
        take(bytes)
        bytes.removeAll()
    }

    mutating func put<Value: BitwiseCopyable>(_ value: Value) { withUnsafeBytes(of: value) { append($0) } }

    /// Values of one kind: how many, then each.
    mutating func put<Value: BitwiseCopyable>(_ values: [Value]) {
        put(values.count)
        values.withUnsafeBytes { append($0) }
    }

    mutating func put<Value: BitwiseCopyable>(_ values: [[Value]]) { put(values) { $0.put($1) } }

    mutating func put(_ text: String) { put(Array(text.utf8)) }

    /// What has no form of its own: how many, then each.
    mutating func put<Value>(_ values: [Value], _ one: (inout ByteWriter, Value) -> Void) {
        put(values.count)
        for value in values { one(&self, value) }
    }

    private mutating func append(_ raw: UnsafeRawBufferPointer) {
        count += raw.count
        switch end {
        case .counted: return
        case .kept: bytes.append(contentsOf: raw)
        case .taken(let take):
            for start in stride(from: 0, to: raw.count, by: Self.piece) {
                bytes.append(contentsOf: raw[start..<min(start + Self.piece, raw.count)])
                guard bytes.count >= Self.piece else { continue }
                take(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
    }
}
