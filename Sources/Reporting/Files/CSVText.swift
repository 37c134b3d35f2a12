import CareModel

/// Comma-separated text as RFC 4180 says: CRLF after each line, quotes where a field needs them, and nothing that a
/// spreadsheet would run as a formula.
struct CSVText {
    /// What has been written.
    private(set) var text = ""

    /// A file that begins with its heading.
    init(heading: [String]) { add(heading) }

    /// Writes a line.
    mutating func add(_ fields: [String]) {
        text += fields.map { CSVText.quoted(SpreadsheetText.cell($0)) }.joined(separator: ",") + "\r\n"
    }

    /// A number as JSON would write it; empty if it is not finite.
    static func number(_ value: Double) -> String { JSONValue.digits(value) ?? "" }

    /// A field, in quotes if a comma, a quote, a line end or an outer space is in it.
    static func quoted(_ field: String) -> String {
        let special = field.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
        guard special || field.first == " " || field.last == " " else { return field }
        var quoted = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
