/// Swift text with comments, string contents and regex literals blanked, so that what is left is code.
///
/// Every other byte keeps its offset and every newline stays: a position in the mask is a position in the text.
/// A string's quotes stay too, and so does the code of an interpolation with its parentheses.
struct CodeMask {
    private let bytes: [UInt8]
    private var masked: [UInt8]
    private var position = 0

    /// The UTF-8 bytes of `text`, masked. Linear in the length of the text.
    static func mask(_ text: String) -> [UInt8] {
        var mask = CodeMask(text)
        mask.skipCode(inInterpolation: false)
        return mask.masked
    }

    private init(_ text: String) {
        bytes = Array(text.utf8)
        masked = bytes
    }

    /// Passes over code to the end of the text, or past the parenthesis that closes an interpolation.
    private mutating func skipCode(inInterpolation: Bool) {
        var depth = 0
        while position < bytes.count {
            if skipLiteralOrComment() { continue }
            if isAt("(") { depth += 1 }
            if isAt(")") { depth -= 1 }
            position += 1
            if inInterpolation && depth < 0 { return }
        }
    }

    private mutating func skipLiteralOrComment() -> Bool {
        if isAt("//") {
            blank(until: "\n")
        } else if isAt("/*") {
            blankBlockComment()
        } else if let hashes = hashesBefore("\"") {
            position += hashes
            skipString(hashes: hashes)
        } else if let hashes = hashesBefore("/"), hashes > 0 {
            blank(count: hashes + 1)
            let closing = "/" + String(repeating: "#", count: hashes)
            blank(until: closing)
            blank(count: closing.utf8.count)
        } else if startsBareRegex() {
            blankBareRegex()
        } else {
            return false
        }
        return true
    }

    private mutating func blankBlockComment() {
        var depth = 0
        repeat {
            if isAt("/*") {
                depth += 1
                blank(count: 2)
            } else if isAt("*/") {
                depth -= 1
                blank(count: 2)
            } else {
                blank(count: 1)
            }
        } while depth > 0 && position < bytes.count
    }

    /// Passes over a string literal; the position is at its first quote.
    private mutating func skipString(hashes: Int) {
        let isMultiline = isAt("\"\"\"")
        let quote = isMultiline ? "\"\"\"" : "\""
        let rawMarks = String(repeating: "#", count: hashes)
        position += quote.utf8.count
        while position < bytes.count {
            if isAt(quote + rawMarks) {
                position += quote.utf8.count + hashes
                return
            }
            if !isMultiline && isAt("\n") { return }
            if isAt("\\" + rawMarks + "(") {
                blank(count: 1 + hashes)
                position += 1
                skipCode(inInterpolation: true)
            } else if isAt("\\" + rawMarks) {
                blank(count: 2 + hashes)
            } else {
                blank(count: 1)
            }
        }
    }
}

/// Regex literals between bare slashes, told from division by what stands around them.
extension CodeMask {
    private func startsBareRegex() -> Bool {
        guard isAt("/"), position + 1 < bytes.count else { return false }
        if " \t\n),/=*".utf8.contains(bytes[position + 1]) { return false }
        let before = bytes[..<position].last { $0 != UInt8(ascii: " ") }
        guard before.map({ "\n(,=:[{&|!?;".utf8.contains($0) }) ?? true else { return false }
        return bareRegexEnd() != nil
    }

    private func bareRegexEnd() -> Int? {
        var index = position + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
            if bytes[index] == UInt8(ascii: "/") { return index }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private mutating func blankBareRegex() {
        guard let end = bareRegexEnd() else { return }
        blank(count: end + 1 - position)
    }
}

/// Looking ahead, and blanking.
extension CodeMask {
    private func isAt(_ expected: String) -> Bool {
        bytes[position...].starts(with: expected.utf8)
    }

    /// How many `#` stand here before `mark`; `nil` where something else follows them.
    private func hashesBefore(_ mark: Character) -> Int? {
        var end = position
        while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        guard end < bytes.count, bytes[end] == mark.asciiValue else { return nil }
        return end - position
    }

    private mutating func blank(count: Int) {
        for _ in 0..<count where position < bytes.count {
            if bytes[position] != UInt8(ascii: "\n") { masked[position] = UInt8(ascii: " ") }
            position += 1
        }
    }

    private mutating func blank(until end: String) {
        while position < bytes.count, !isAt(end) { blank(count: 1) }
    }
}
