import CareModel
import Foundation

/// Asks a type what it is written as: decodes one, and notes what it asks for by which name. So no list of its parts is
/// kept beside it, which could be another.
final class ShapeProbe: Decoder {
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    /// The parts that were asked for.
    fileprivate(set) var parts: [ShapePart] = []
    /// The whole, where it has no parts.
    fileprivate(set) var whole: Shape?

    /// What a type is written as.
    static func shape(of type: any Decodable.Type) -> Shape {
        do { return try met(type).shape } catch { preconditionFailure("\(type) does not tell what it is: \(error)") }
    }

    /// Any value of a type.
    static func example<Value: Decodable>(of type: Value.Type) throws -> Value { try met(type).value }

    /// A type's shape, and any value of it.
    fileprivate static func met<Value: Decodable>(_ type: Value.Type) throws -> (shape: Shape, value: Value) {
        if let (shape, value) = known(type) {
            guard let value = value as? Value else { throw ProbeFault(type: "\(type)") }
            return (shape, value)
        }
        let probe = ShapeProbe()
        let value = try Value(from: probe)
        return (probe.whole ?? .object("\(type)", probe.parts.map { $0.completed(in: "\(type)") }), value)
    }

    /// Types that have a shape of their own.
    private static func known<Value: Decodable>(_ type: Value.Type) -> (Shape, Any)? {
        if let type = type as? any ShapedByHand.Type { return byHand(type) }
        if let type = type as? any Described.Type { return described(type) }
        if let type = type as? any MaybeMissing.Type { return missing(type) }
        if let type = type as? any (NamedCode & CaseIterable).Type { return coded(type) }
        if let type = type as? any (CaseIterable & RawRepresentable).Type { return named(type) }
        if let type = type as? any FixedWidthInteger.Type { return number(type) }
        if type == String.self { return (.text(most: Shape.mostText), "") }
        if type == Bool.self { return (.flag, false) }
        if type == Double.self { return (.decimal, 0.0) }
        if type == AnyJSON.self { return (.anything, AnyJSON.null) }
        return nil
    }

    private static func byHand<Value: ShapedByHand>(_ type: Value.Type) -> (Shape, Any) { (type.shape, type.example) }

    private static func missing<Value: MaybeMissing>(_ type: Value.Type) -> (Shape, Any)? {
        (.nullable(shape(of: type.wrapped)), type.nothing)
    }

    private static func coded<Value: NamedCode & CaseIterable>(_ type: Value.Type) -> (Shape, Any)? {
        guard let first = type.allCases.first else { return nil }
        return (.word(type.allCases.map { ShapeWord(name: $0.name, number: Int64($0.rawValue)) }), first)
    }

    private static func named<Value: CaseIterable & RawRepresentable>(_ type: Value.Type) -> (Shape, Any)? {
        guard let first = type.allCases.first else { return nil }
        let names = type.allCases.compactMap { $0.rawValue as? String }
        return names.count == type.allCases.count ? (.named(names), first) : nil
    }

    private static func number<Value: FixedWidthInteger>(_ type: Value.Type) -> (Shape, Any) {
        let range = Int64(clamping: Value.min)...Int64(clamping: Value.max)
        return (.whole(range.clamped(to: Shape.exact)), Value.zero)
    }

    /// A type that has a table of its properties.
    private static func described<Value: Described>(_ type: Value.Type) -> (Shape, Any) {
        var parts: [ShapePart] = []
        var wholes: [String] = []
        for property in type.properties {
            let path = property.path
            guard path.count > 1 else {
                parts.append(
                    ShapePart(property.name, shape(property.form), isRequired: property.isRequired, property.meaning))
                continue
            }
            guard !wholes.contains(path[0]) else { continue }
            wholes.append(path[0])
            let own = type.properties.filter { $0.path.count > 1 && $0.path[0] == path[0] }.map {
                ShapePart($0.path[1], shape($0.form), isRequired: $0.isRequired, $0.meaning)
            }
            let name = "\(type)" + path[0].prefix(1).uppercased() + path[0].dropFirst()
            parts.append(ShapePart(path[0], .object(name, own), isRequired: false))
        }
        parts += type.lists.map { ShapePart($0.name, .list(shape($0.form)), $0.meaning) }
        return (.object("\(type)", parts.map { $0.completed(in: "\(type)") }), type.blank)
    }

    private static func shape(_ form: PropertyForm) -> Shape {
        switch form {
        case .minute, .dueMinute: .minute
        case .day: .day
        case .number(let range): .whole(range.clamped(to: Shape.exact))
        case .flag: .flag
        case .words(let words): .word(words.map { ShapeWord(name: $0.name, number: $0.number) })
        case .team: .whole(0...255)
        }
    }

    // MARK: Decoding

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(ProbedParts(probe: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { ProbedList(probe: self) }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { ProbedValue(probe: self) }
}

/// A type that does not tell what it is written as.
struct ProbeFault: Error {
    let type: String
}

/// A value that may be nothing.
private protocol MaybeMissing {
    static var wrapped: any Decodable.Type { get }
    static var nothing: Any { get }
}

extension Optional: MaybeMissing where Wrapped: Decodable {
    fileprivate static var wrapped: any Decodable.Type { Wrapped.self }
    fileprivate static var nothing: Any { Self.none as Any }
}

private struct ProbedParts<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let probe: ShapeProbe
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let (shape, value) = try ShapeProbe.met(type)
        probe.parts.append(ShapePart(key.stringValue, shape))
        return value
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        probe.parts.append(ShapePart(key.stringValue, try ShapeProbe.met(type).shape, isRequired: false))
        return nil
    }

    // The container asks for these by type.
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try maybe(type, key) }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try maybe(type, key) }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try maybe(type, key) }
    func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? { try maybe(type, key) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try maybe(type, key) }
    func decodeIfPresent(_ type: Int8.Type, forKey key: Key) throws -> Int8? { try maybe(type, key) }
    func decodeIfPresent(_ type: Int16.Type, forKey key: Key) throws -> Int16? { try maybe(type, key) }
    func decodeIfPresent(_ type: Int32.Type, forKey key: Key) throws -> Int32? { try maybe(type, key) }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try maybe(type, key) }
    func decodeIfPresent(_ type: UInt.Type, forKey key: Key) throws -> UInt? { try maybe(type, key) }
    func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) throws -> UInt8? { try maybe(type, key) }
    func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) throws -> UInt16? { try maybe(type, key) }
    func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) throws -> UInt32? { try maybe(type, key) }
    func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? { try maybe(type, key) }

    private func maybe<Value: Decodable>(_ type: Value.Type, _ key: Key) throws -> Value? {
        probe.parts.append(ShapePart(key.stringValue, try ShapeProbe.met(type).shape, isRequired: false))
        return nil
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw ProbeFault(type: key.stringValue) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw ProbeFault(type: key.stringValue)
    }

    func superDecoder() throws -> any Decoder { throw ProbeFault(type: "super") }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw ProbeFault(type: key.stringValue) }
}

/// A list of one, so that it is told of what.
private struct ProbedList: UnkeyedDecodingContainer {
    let probe: ShapeProbe
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex > 0 }
    var currentIndex = 0

    mutating func decodeNil() throws -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (shape, value) = try ShapeProbe.met(type)
        probe.whole = .list(shape)
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        throw ProbeFault(type: "list")
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw ProbeFault(type: "list") }
    mutating func superDecoder() throws -> any Decoder { throw ProbeFault(type: "list") }
}

private struct ProbedValue: SingleValueDecodingContainer {
    let probe: ShapeProbe
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (shape, value) = try ShapeProbe.met(type)
        probe.whole = shape
        return value
    }
}
