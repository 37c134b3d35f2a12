/// Where a shape stands: what is sent is held to its parts; what is told may grow.
enum ShapeSide: Hashable, Sendable {
    case sent
    case told
}

extension Shape {
    /// The shape as JSON Schema (2020-12), as OpenAPI 3.1 has it; objects with a name go to the named ones.
    func schema(_ side: ShapeSide, _ named: inout [String: AnyJSON]) -> AnyJSON {
        switch self {
        case .text(let most):
            // Nothing that no keyboard makes.
            let pattern = "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$"
            return side == .told
                ? ["type": "string"]
                : ["type": "string", "maxLength": .whole(Int64(most)), "pattern": .text(pattern)]
        case .flag: return ["type": "boolean"]
        case .whole(let range):
            return ["type": "integer", "minimum": .whole(range.lowerBound), "maximum": .whole(range.upperBound)]
        case .decimal: return ["type": "number"]
        case .day: return ["type": "string", "format": "date", "examples": ["2027-01-11"]]
        case .minute:
            let pattern = "^2[01][0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]$"
            return ["type": "string", "pattern": .text(pattern), "examples": ["2027-01-11T12:00"]]
        case .word(let words): return ["type": "string", "enum": .list(words.map { .text($0.name) })]
        case .named(let names): return ["type": "string", "enum": .list(names.map { .text($0) })]
        case .words(let words):
            return ["type": "array", "items": ["type": "string", "enum": .list(words.map { .text($0.name) })]]
        case .list(let shape):
            var schema: [String: AnyJSON] = ["type": "array", "items": shape.schema(side, &named)]
            if side == .sent { schema["maxItems"] = .whole(Int64(Shape.mostEntries)) }
            return .object(schema)
        case .nullable(let shape): return ["anyOf": [shape.schema(side, &named), ["type": "null"]]]
        case .unnamed(let shape): return shape.schema(side, &named)
        case .object(let name, let parts):
            return reference(name, side, &named) { named in Shape.object(parts, side, &named) }
        case .one(let name, let parts):
            return reference(name, side, &named) { named in Shape.one(parts, side, &named) }
        case .anything: return ["type": "object"]
        }
    }

    private func reference(
        _ name: String, _ side: ShapeSide, _ named: inout [String: AnyJSON],
        _ make: (inout [String: AnyJSON]) -> AnyJSON
    ) -> AnyJSON {
        let own = side == .sent ? "\(name)Sent" : name
        if named[own] == nil {
            named[own] = ["type": "object"]
            named[own] = make(&named)
        }
        return ["$ref": .text("#/components/schemas/\(own)")]
    }

    private static func object(
        _ parts: [ShapePart], _ side: ShapeSide, _ named: inout [String: AnyJSON]
    ) -> AnyJSON {
        var properties: [String: AnyJSON] = [:]
        var required: [AnyJSON] = []
        for part in parts {
            let mayBeLeftOut = side == .sent ? part.mayBeLeftOut : !part.isRequired
            var schema = part.shape.schema(side, &named)
            if mayBeLeftOut, side == .sent { schema = ["anyOf": [schema, ["type": "null"]]] }
            if let meaning = part.meaning, case .object(var parts) = schema {
                parts["description"] = .text(meaning)
                schema = .object(parts)
            }
            properties[part.name] = schema
            if !mayBeLeftOut { required.append(.text(part.name)) }
        }
        var schema: [String: AnyJSON] = ["type": "object", "properties": .object(properties)]
        if !required.isEmpty { schema["required"] = .list(required) }
        if side == .sent { schema["additionalProperties"] = false }
        return .object(schema)
    }

    private static func one(
        _ parts: [ShapePart], _ side: ShapeSide, _ named: inout [String: AnyJSON]
    ) -> AnyJSON {
        .object([
            "oneOf": .list(
                parts.map { part in
                    .object([
                        "type": "object", "required": [.text(part.name)], "additionalProperties": false,
                        "properties": .object([part.name: part.shape.schema(side, &named)]),
                    ])
                })
        ])
    }
}
