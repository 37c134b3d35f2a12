/// Reads what a ``ByteWriter`` wrote, in the same order.
struct ByteReader {
    /// There is less than there should be, or more.
    struct Fault: Error {}

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether all was read.
    var isAtEnd: Bool { place == bytes.count }

    mutating func get<Value: BitwiseCopyable>(_ type: Value.Type = Value.self) throws(Fault) -> Value {
        let size = MemoryLayout<Value>.size
        guard size <= bytes.count - place else { throw Fault() }
        defer { place += size }
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Value.self) }
    }

    mutating func get<Value: BitwiseCopyable>(_ type: [Value].Type = [Value].self) throws(Fault) -> [Value] {
        let count = try get(Int.self)
        let stride = MemoryLayout<Value>.stride
        guard count >= 0, count <= (bytes.count - place) / stride else { throw Fault() }
        defer { place += count * stride }
        return [Value](unsafeUninitializedCapacity: count) { values, filled in
            bytes.withUnsafeBytes { all in
                UnsafeMutableRawBufferPointer(values).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: all[place..<place + count * stride]))
            }
            filled = count
        }
    }

    mutating func get<Value: BitwiseCopyable>(_ type: [[Value]].Type = [[Value]].self) throws(Fault) -> [[Value]] {
        try get { (reader: inout ByteReader) throws(Fault) -> [Value] in try reader.get() }
    }

    mutating func get(_ type: String.Type = String.self) throws(Fault) -> String {
        let text: [UInt8] = try get()
        guard let words = String(validating: text, as: UTF8.self) else { throw Fault() }
        return words
    }

    /// What has no form of its own.
    mutating func get<Value>(_ one: (inout ByteReader) throws(Fault) -> Value) throws(Fault) -> [Value] {
        let count = try get(Int.self)
        guard count >= 0, count <= bytes.count - place else { throw Fault() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try one(&self)) }
        return values
    }
}
