import CareModel

/// How rows become JSON objects, and what a schema says of them (JSON Schema, draft 2020-12).
struct JSONShape<Row>: Sendable {
    /// A property of the object.
    struct Property: Sendable {
        let name: String
        let schema: JSONValue
        let value: @Sendable (Row) -> JSONValue
    }

    let properties: [Property]

    /// An object with these properties and no others, in this order.
    init(_ properties: [Property]) { self.properties = properties }

    /// A row as an object.
    func object(_ row: Row) -> JSONValue { .object(properties.map { ($0.name, $0.value(row)) }) }

    /// What every such object is.
    var schema: JSONValue {
        .object([
            ("type", .text("object")), ("required", .list(properties.map { .text($0.name) })),
            ("properties", .object(properties.map { ($0.name, $0.schema) })), ("additionalProperties", .flag(false)),
        ])
    }

    /// What a list of such objects is.
    var listSchema: JSONValue { .object([("type", .text("array")), ("items", schema)]) }
}

extension JSONShape.Property {
    /// A column of a table.
    static func column(_ column: DataColumn<Row>) -> Self {
        Self(name: column.name, schema: JSONSchema.of(column)) { JSONValue(column.cell($0)) }
    }

    /// For whom a number holds: an object of the fields that are set.
    static func group(_ group: @escaping @Sendable (Row) -> MeasureGroup) -> Self {
        Self(name: "group", schema: JSONSchema.group) { row in
            .object(group(row).fields.map { ($0.name, .text($0.value)) })
        }
    }

    /// Text.
    static func text(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> String) -> Self {
        Self(name: name, schema: JSONSchema.typed("string", meaning)) { .text(value($0)) }
    }

    /// A whole number.
    static func integer(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> UInt64) -> Self {
        Self(name: name, schema: JSONSchema.typed("integer", meaning)) { .large(value($0)) }
    }

    /// A value of its own.
    static func of(_ name: String, _ schema: JSONValue, _ value: @escaping @Sendable (Row) -> JSONValue) -> Self {
        Self(name: name, schema: schema, value: value)
    }
}

extension JSONValue {
    /// The value of a cell.
    init(_ cell: DataCell) {
        self =
            switch cell {
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            case .integer(let number): .integer(number)
            case .flag(let flag): .flag(flag)
            case .day(let day): .text(day.description)
            case .nothing: .null
            }
    }
}
