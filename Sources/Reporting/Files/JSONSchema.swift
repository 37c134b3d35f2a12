import CareModel

/// Parts of schemas.
enum JSONSchema {
    /// Of a column's values.
    static func of<Row>(_ column: DataColumn<Row>) -> JSONValue {
        let (type, format): (String, String?) =
            switch column.type {
            case .text, .minute: ("string", nil)
            case .number: ("number", nil)
            case .integer: ("integer", nil)
            case .boolean: ("boolean", nil)
            case .date: ("string", "date")
            }
        let types: JSONValue = column.isOptional ? .list([.text(type), .text("null")]) : .text(type)
        let unit = column.unit.isEmpty ? "" : " Unit: \(column.unit)."
        var fields: [(String, JSONValue)] = [("type", types), ("description", .text(column.meaning + unit))]
        if let format { fields.append(("format", .text(format))) }
        if !column.allowed.isEmpty {
            let allowed = column.allowed.map { JSONValue.text($0) } + (column.isOptional ? [.null] : [])
            fields.append(("enum", .list(allowed)))
        }
        return .object(fields)
    }

    /// Of a type and a meaning.
    static func typed(_ type: String, _ meaning: String) -> JSONValue {
        .object([("type", .text(type)), ("description", .text(meaning))])
    }

    /// Of a type, or null.
    static func orNull(_ type: String, _ meaning: String) -> JSONValue {
        .object([("type", .list([.text(type), .text("null")])), ("description", .text(meaning))])
    }

    /// Of a list of values of a type.
    static func list(of items: JSONValue, _ meaning: String) -> JSONValue {
        .object([("type", .text("array")), ("description", .text(meaning)), ("items", items)])
    }

    /// For whom a number holds.
    static let group = JSONValue.object([
        ("type", .text("object")),
        ("description", .text("For whom: the fields that are set restrict; without any the whole service.")),
        (
            "properties",
            .object(
                (["team", "role", "step", "cause", "reason"] + Characteristic.allCases.map(\.name)).map {
                    ($0, .object([("type", .text("string"))]))
                })
        ), ("additionalProperties", .flag(false)),
    ])

    /// A 95% interval, or nothing for a single run.
    static let interval = JSONValue.object([
        ("type", .list([.text("array"), .text("null")])),
        ("description", .text("The 95% interval; null where a single run gives none.")),
        ("items", .object([("type", .text("number"))])), ("minItems", .integer(2)), ("maxItems", .integer(2)),
    ])

    /// A document of a manifest and of lists of rows.
    static func document(_ title: String, _ parts: [(name: String, schema: JSONValue)]) -> String {
        let lines = parts.map { "    \(JSONValue.quoted($0.name)): \($0.schema.line)" }
        let required = JSONValue.list(parts.map { .text($0.name) }).line
        return """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": \(JSONValue.quoted(title)),
              "type": "object",
              "required": \(required),
              "additionalProperties": false,
              "properties": {
            \(lines.joined(separator: ",\n"))
              }
            }

            """
    }
}
