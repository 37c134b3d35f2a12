/// Text that somebody else chose, made fit to be shown on a terminal: it can neither forge a line, nor move the cursor,
/// nor turn the writing round. What is kept stays as it is; JSON and CSV have their own escapes.
enum ShownText {
    /// Characters that a cell of a table shows at most.
    static let longestCell = 60

    /// One line: every control character is shown as what names it in writing, as `\n` or `\u{1B}`.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars { shown += isHarmful(scalar) ? name(of: scalar) : String(scalar) }
        return shown
    }

    /// Several lines, of which each is shown as ``line(_:)`` does.
    static func lines(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isHarmful($0) && $0 != "\n" }) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            shown += isHarmful(scalar) && scalar != "\n" ? name(of: scalar) : String(scalar)
        }
        return shown
    }

    /// A cell of a table: one line, cut where it is long.
    static func cell(_ text: String, longest: Int = longestCell) -> String {
        let line = line(text)
        return line.count <= longest ? line : String(line.prefix(longest - 1)) + "…"
    }

    /// A name in a sentence: one line, cut where it is long.
    static func name(_ text: String) -> String { cell(text) }

    /// A person in a sentence, by number and name; with a capital where it begins one.
    static func who(_ person: Int64, _ name: String?, beginsSentence: Bool = false) -> String {
        (beginsSentence ? "Person \(person)" : "person \(person)") + (name.map { ", \(ShownText.name($0))" } ?? "")
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        }
    }

    /// Whether a character does something to a terminal beside standing there: controls, ends of lines, marks that
    /// turn the direction of writing, and those that take no room.
    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        case .format: scalar != "\u{200D}"
        default: false  // not ours
        }
    }
}
