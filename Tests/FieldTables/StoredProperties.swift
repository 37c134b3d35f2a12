/// The stored properties of a type, as the compiler lays them out: a test that has something to say of each of them
/// fails when one is added.
///
/// `Mirror` sees them too, of values that can be copied; a simulation and a desk cannot. The layout is that of the ABI
/// of Swift, https://github.com/swiftlang/swift/blob/main/docs/ABI/TypeMetadata.rst.
public enum StoredProperties {
    /// The names of the stored properties of a structure or of a class without a superclass, in their order.
    public static func names<Value: ~Copyable>(of type: Value.Type) -> [String] {
        let metadata = unsafeBitCast(type, to: UnsafeRawPointer.self)
        let kind = metadata.load(as: UInt.self)
        precondition(kind == kindOfStructures || kind == kindOfClasses, "neither a structure nor a class")
        let description = metadata.load(
            fromByteOffset: kind == kindOfClasses ? 40 : 8, as: UnsafeRawPointer.self)
        let fields = target(of: description + 16)
        let size = Int(fields.load(fromByteOffset: 10, as: UInt16.self))
        let count = Int(fields.load(fromByteOffset: 12, as: UInt32.self))
        return (0..<count).map { place in
            String(cString: target(of: fields + 16 + place * size + 8).assumingMemoryBound(to: CChar.self))
        }
    }

    private static let kindOfStructures: UInt = 0x200
    private static let kindOfClasses: UInt = 0

    /// Where a reference that is relative to its own place leads.
    private static func target(of reference: UnsafeRawPointer) -> UnsafeRawPointer {
        reference + Int(reference.load(as: Int32.self))
    }
}

/// What a test says of one stored property of a value.
public struct FieldRow<Value: ~Copyable> {
    /// The property.
    public let name: String
    /// The value of the property in words, if it is to be the same; else nil.
    public let words: ((borrowing Value) -> String)?
    /// Why it need not be the same, if so.
    public let reason: String

    /// A property that is to be the same.
    public static func same(_ name: String, _ words: @escaping (borrowing Value) -> String) -> FieldRow {
        FieldRow(name: name, words: words, reason: "")
    }

    /// A property that need not be.
    public static func other(_ name: String, _ reason: String) -> FieldRow {
        FieldRow(name: name, words: nil, reason: reason)
    }
}

/// A table that has a row for each stored property.
public struct FieldTable<Value: ~Copyable> {
    /// The rows.
    public let rows: [FieldRow<Value>]

    /// A table of rows.
    public init(_ rows: [FieldRow<Value>]) { self.rows = rows }

    /// Properties without a row, rows without a property, and rows that say nothing.
    public var faults: [String] {
        let (known, told) = (StoredProperties.names(of: Value.self), rows.map(\.name))
        return known.filter { !told.contains($0) }.map { "\($0): no row says whether it is kept" }
            + told.filter { !known.contains($0) }.map { "\($0): there is no such property" }
            + rows.filter { $0.words == nil && $0.reason.isEmpty }.map { "\($0.name): no reason is given" }
    }

    /// Each property that is to be the same, in words.
    public func lines(of value: borrowing Value) -> [String] {
        var lines: [String] = []
        for row in rows {
            if let words = row.words { lines.append("\(row.name): \(words(value))") }
        }
        return lines
    }
}
