// What is at its default is not written: a log stays short, and an old one can be read when a field is added.

extension KeyedDecodingContainer {
    func value<Value: Decodable>(_ key: Key, else absent: Value) throws -> Value {
        try decodeIfPresent(Value.self, forKey: key) ?? absent
    }
}

extension KeyedEncodingContainer {
    mutating func write<Value: Encodable & Equatable>(
        _ value: Value, _ key: Key, unless absent: Value
    ) throws {
        if value != absent { try encode(value, forKey: key) }
    }
}
