import CareModel

/// A JSON value whose text is the same on every machine: keys keep the order in which they were given.
enum JSONValue: Sendable {
    case text(String)
    case number(Double)
    case integer(Int)
    /// An integer beyond the reach of `Int`.
    case large(UInt64)
    case flag(Bool)
    case null
    case list([JSONValue])
    case object([(String, JSONValue)])

    /// The value on one line.
    var line: String {
        switch self {
        case .text(let text): JSONValue.quoted(text)
        case .number(let number): NumberText.decimal(number) ?? "null"
        case .integer(let number): String(number)
        case .large(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .null: "null"
        case .list(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
        case .object(let fields):
            "{" + fields.map { JSONValue.quoted($0.0) + ":" + $0.1.line }.joined(separator: ",") + "}"
        }
    }

    /// A string in quotes, escaped as RFC 8259 says; `<` and `>` too, so that no reader takes it for a tag.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "<", ">", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}":
                let hexadecimal = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
