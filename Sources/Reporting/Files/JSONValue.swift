/// A JSON value whose text is the same on every machine: keys keep the order in which they were given.
enum JSONValue {
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
        case .number(let number): JSONValue.digits(number) ?? "null"
        case .integer(let number): String(number)
        case .large(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .null: "null"
        case .list(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
        case .object(let fields):
            "{" + fields.map { JSONValue.quoted($0.0) + ":" + $0.1.line }.joined(separator: ",") + "}"
        }
    }

    /// A number's shortest text that reads back to the same bits but for ``withoutNoise(_:)``, whole numbers without a
    /// point; nil if not finite.
    static func digits(_ exact: Double) -> String? {
        guard exact.isFinite else { return nil }
        let number = withoutNoise(exact)
        if number == number.rounded(), abs(number) < 9e15 { return String(Int(number)) }
        return number.description
    }

    /// The decimal of ``fewDigits`` that a number is, but for the last bits: 1621 for 1620.9999999999998, which a
    /// centile between 1,621 and 1,621 may come to. Any other number as it is.
    static func withoutNoise(_ number: Double) -> Double {
        var (scale, decimals) = (1.0, 0)
        while abs(number) * scale < fewDigits, decimals < mostDecimals {
            (scale, decimals) = (scale * 10, decimals + 1)
        }
        // A power of ten to the 22nd is exact, and so a quotient by it is the double next to the decimal.
        let decimal = (number * scale).rounded(.toNearestOrEven) / scale
        return abs(decimal - number) <= 16 * number.ulp ? decimal : number
    }

    /// Decimals of up to twelve digits are told from noise.
    private static let fewDigits = 1e11
    private static let mostDecimals = 15

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
