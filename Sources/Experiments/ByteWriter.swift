/// Writes values one after the other, as they lie in memory, for the very program that wrote them to read them again.
/// What lies between the parts of a value is nothing, and may be anything.
struct ByteWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []

    mutating func put<Value: BitwiseCopyable>(_ value: Value) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    /// Values of one kind: how many, then each.
    mutating func put<Value: BitwiseCopyable>(_ values: [Value]) {
        put(values.count)
        values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    mutating func put<Value: BitwiseCopyable>(_ values: [[Value]]) { put(values) { $0.put($1) } }

    mutating func put(_ text: String) { put(Array(text.utf8)) }

    /// What has no form of its own: how many, then each.
    mutating func put<Value>(_ values: [Value], _ one: (inout ByteWriter, Value) -> Void) {
        put(values.count)
        for value in values { one(&self, value) }
    }
}

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
