import BookingStore
import Foundation

/// Any JSON: what came before it is known what it should be, and descriptions that are made of tables.
enum AnyJSON: Hashable, Sendable {
    case null
    case flag(Bool)
    case whole(Int64)
    case decimal(Double)
    case text(String)
    case list([AnyJSON])
    case object([String: AnyJSON])

    /// What it is, in a word.
    var kind: String {
        switch self {
        case .null: "null"
        case .flag: "true or false"
        case .whole: "a whole number"
        case .decimal: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }

    /// As bytes, keys in order.
    var data: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)) ?? Data("null".utf8)
    }

    /// Reads JSON.
    /// - Throws: ``Unreadable`` if it is none.
    init(reading data: Data) throws {
        do {
            self = try JSONDecoder().decode(AnyJSON.self, from: data)
        } catch {
            throw Unreadable(place: "", why: "the body is not JSON", allowed: "one JSON object")
        }
    }
}

extension AnyJSON: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let whole = try? container.decode(Int64.self) {
            self = .whole(whole)
        } else if let decimal = try? container.decode(Double.self) {
            self = .decimal(decimal)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([AnyJSON].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: AnyJSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .whole(let whole): try container.encode(whole)
        case .decimal(let decimal): try container.encode(decimal)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let parts): try container.encode(parts)
        }
    }
}

extension AnyJSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(integerLiteral whole: Int64) { self = .whole(whole) }
}

extension AnyJSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(arrayLiteral values: AnyJSON...) { self = .list(values) }
    init(dictionaryLiteral parts: (String, AnyJSON)...) {
        self = .object(Dictionary(parts) { first, _ in first })
    }
}

/// Why what was sent is not what is asked for: where, what is wrong, and what would be allowed.
struct Unreadable: Error, Equatable {
    /// Where in the body, as a JSON pointer (RFC 6901); or the name of a parameter.
    var place: String
    /// What is wrong.
    var why: String
    /// What would be right.
    var allowed: String
}

extension AnyJSON {
    /// A value as it is written for people and other software; the one value of a case stands under the case's name.
    static func told(_ value: some Encodable) throws -> AnyJSON {
        try JSONDecoder().decode(AnyJSON.self, from: JSONEncoder.readable.encode(value)).unnamed
    }

    /// Without the `_0` in which Swift wraps the one value of a case.
    private var unnamed: AnyJSON {
        switch self {
        case .list(let values): .list(values.map(\.unnamed))
        case .object(let parts):
            if parts.count == 1, let value = parts["_0"] { value.unnamed } else { .object(parts.mapValues(\.unnamed)) }
        case .null, .flag, .whole, .decimal, .text: self
        }
    }
}
