/// Lines of iCalendar (RFC 5545): folded at 75 octets, ended with CR LF.
struct CalendarLines {
    /// Octets of a line without its end.
    static let octets = 75
    /// The text so far.
    private(set) var text = ""

    /// Adds a property whose value is not text.
    mutating func add(_ name: String, _ value: String) {
        var length = 0
        for scalar in (name + ":" + value).unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > CalendarLines.octets {
                text += "\r\n "
                length = 1
            }
            text.unicodeScalars.append(scalar)
            length += size
        }
        text += "\r\n"
    }

    /// Adds a property whose value is text: escaped.
    mutating func addText(_ name: String, _ value: String) { add(name, CalendarLines.escaped(value)) }

    /// Text with what means something in iCalendar escaped; other control characters become spaces.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
            case "\n" where last == "\r": break
            case "\n", "\r": result.append(contentsOf: ["\\", "n"])
            case "\u{0}"..."\u{1F}", "\u{7F}": result.append(" ")
            default: result.append(scalar)
            }
            last = scalar
        }
        return String(result)
    }
}
