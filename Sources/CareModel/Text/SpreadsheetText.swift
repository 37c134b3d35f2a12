/// Text as a cell of a file that a spreadsheet may open.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a formula, whoever
/// wrote it: an apostrophe before it makes it text (OWASP, *CSV Injection*). The rule is undone exactly: apostrophes
/// that stand before such a sign already get one more.
public enum SpreadsheetText {
    /// The text as a cell: with an apostrophe before it if a spreadsheet would run it. Plain numbers stay as they are.
    public static func cell(_ text: String) -> String {
        isFormula(text.unicodeScalars.drop { $0 == "'" }) && !isNumber(text) ? "'" + text : text
    }

    /// The text of a cell: the inverse of ``cell(_:)``.
    public static func text(_ cell: String) -> String {
        guard cell.unicodeScalars.first == "'", isFormula(cell.unicodeScalars.drop { $0 == "'" }) else { return cell }
        return String(cell.unicodeScalars.dropFirst())
    }

    private static func isFormula(_ text: Substring.UnicodeScalarView) -> Bool {
        switch text.first {
        // The last four are the same signs in full width.
        case "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }

    /// Whether a text is a number as this software writes it: a minus sign at most, digits, a point, an exponent.
    private static func isNumber(_ text: String) -> Bool {
        guard text.utf8.last.map({ $0 >= 0x30 && $0 <= 0x39 }) == true else { return false }
        guard text.utf8.first != 0x2B, text.utf8.allSatisfy({ "-+.eE0123456789".utf8.contains($0) }) else {
            return false
        }
        return Double(text) != nil
    }
}
