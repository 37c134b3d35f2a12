import CareModel

/// The name of a property in JSON.
struct PropertyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}

extension Described {
    /// Writes what differs from a blank value; times and words are numbers, unless they are to be read.
    func encodeProperties(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: PropertyKey.self)
        var whole: (name: String, parts: KeyedEncodingContainer<PropertyKey>)?
        for property in Self.properties {
            guard let number = property.number(self), property.isRequired || number != property.absent else { continue }
            let path = property.path
            if path.count == 1 {
                try property.form.write(number, PropertyKey(property.name), to: &container, encoder.isReadable)
                continue
            }
            var parts =
                if let whole, whole.name == path[0] { whole.parts } else {
                    container.nestedContainer(keyedBy: PropertyKey.self, forKey: PropertyKey(path[0]))
                }
            try property.form.write(number, PropertyKey(path[1]), to: &parts, encoder.isReadable)
            whole = (path[0], parts)
        }
        for list in Self.lists {
            var values = container.nestedUnkeyedContainer(forKey: PropertyKey(list.name))
            for number in list.numbers(self) { try list.form.write(number, to: &values, encoder.isReadable) }
        }
    }

    /// Reads a value; what is not there is as in a blank one.
    /// - Throws: `DecodingError` if something is missing that must be there, or means nothing.
    static func decodeProperties(from decoder: any Decoder) throws -> Self {
        let container = try decoder.container(keyedBy: PropertyKey.self)
        var value = blank
        for property in properties {
            let path = property.path
            var place = container
            if path.count > 1 {
                guard container.contains(PropertyKey(path[0])) else { continue }
                place = try container.nestedContainer(keyedBy: PropertyKey.self, forKey: PropertyKey(path[0]))
            }
            let key = PropertyKey(path[path.count - 1])
            guard property.isRequired || place.contains(key) else { continue }
            let number = try property.form.number(key, in: place)
            guard property.put(number, &value) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: place, debugDescription: "\(number) means nothing")
            }
        }
        for list in lists {
            let key = PropertyKey(list.name)
            guard list.put(try container.decode([Int64].self, forKey: key), &value) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container, debugDescription: "a number means nothing")
            }
        }
        return value
    }
}

extension PropertyForm {
    fileprivate func write(
        _ number: Int64, _ key: PropertyKey, to container: inout KeyedEncodingContainer<PropertyKey>,
        _ isReadable: Bool
    ) throws {
        switch self {
        case .flag: try container.encode(number != 0, forKey: key)
        case .minute where isReadable, .dueMinute where isReadable:
            try container.encode(CivilMinute(minutes: number), forKey: key)
        case .day where isReadable:
            try container.encode(CivilDay(number: Int32(truncatingIfNeeded: number)), forKey: key)
        case .words(let words) where isReadable:
            try container.encode(words.first { $0.number == number }?.name ?? "\(number)", forKey: key)
        case .minute, .dueMinute, .day, .words, .number, .team: try container.encode(number, forKey: key)
        }
    }

    /// One of several values.
    fileprivate func write(_ number: Int64, to container: inout any UnkeyedEncodingContainer, _ isReadable: Bool) throws
    {
        switch self {
        case .day where isReadable:
            try container.encode(CivilDay(number: Int32(truncatingIfNeeded: number)))
        case .minute, .dueMinute, .day, .flag, .words, .number, .team: try container.encode(number)
        }
    }

    fileprivate func number(_ key: PropertyKey, in container: KeyedDecodingContainer<PropertyKey>) throws -> Int64 {
        switch self {
        case .flag: try container.decode(Bool.self, forKey: key) ? 1 : 0
        case .minute, .dueMinute, .day, .words, .number, .team: try container.decode(Int64.self, forKey: key)
        }
    }
}
