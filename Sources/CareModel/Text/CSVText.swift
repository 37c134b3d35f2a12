/// Comma-separated values as RFC 4180 says: CR LF after each line, quotes where a field needs them, and nothing that a
/// spreadsheet would run as a formula (``SpreadsheetText``).
public enum CSVText {
    /// Fields as one line with its end.
    public static func line(_ fields: [String]) -> String {
        fields.map { quoted(SpreadsheetText.cell($0)) }.joined(separator: ",") + "\r\n"
    }

    /// A field, in quotes if a comma, a quote, a line end or an outer space is in it.
    public static func quoted(_ field: String) -> String {
        let isSpecial = field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        guard isSpecial || field.first == " " || field.last == " " else { return field }
        var quoted = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
