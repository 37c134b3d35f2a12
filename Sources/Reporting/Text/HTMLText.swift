/// Text made safe for a page.
enum HTMLText {
    /// The text as content of an element or of a quoted attribute: `&`, `<`, `>` and both quotes are escaped.
    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A word that is safe as an identifier: letters, digits and hyphens; all else by its number.
    static func identifier(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-": safe.unicodeScalars.append(scalar)
            default: safe += "_" + String(scalar.value, radix: 16)
            }
        }
        return safe
    }

    /// A script's text as the content of a `script` element: nothing in it ends the element or opens a comment.
    static func script(_ text: String) -> String {
        text.replacing("</script", with: "<\\/script").replacing("</SCRIPT", with: "<\\/SCRIPT")
            .replacing("<!--", with: "<\\!--")
    }
}
