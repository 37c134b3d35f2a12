/// A word (letters, digits, underscores) or a single mark of masked Swift code.
struct Token: Equatable {
    let text: String

    /// The line, counted from 1.
    let line: Int

    /// The offset of the first byte in the text.
    let offset: Int

    /// True when nothing, not even a space, stands between this token and the one before it.
    let isAttached: Bool

    /// The tokens of masked code, in order.
    static func tokens(of code: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var line = 1
        var index = 0
        var previousEnd = 0
        while index < code.count {
            let start = index
            index += 1
            if isSpace(code[start]) {
                if code[start] == UInt8(ascii: "\n") { line += 1 }
                continue
            }
            if isWord(code[start]) {
                while index < code.count, isWord(code[index]) { index += 1 }
            }
            let text = String(decoding: code[start..<index], as: UTF8.self)
            tokens.append(Token(text: text, line: line, offset: start, isAttached: start == previousEnd && start > 0))
            previousEnd = index
        }
        return tokens
    }

    /// True for a name, a keyword or a number.
    var isWord: Bool { text.utf8.first.map(Token.isWord) ?? false }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
            || byte == UInt8(ascii: "\r")
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF: true
        default: false
        }
    }
}

/// Finding the other end of a pair of brackets.
extension Array where Element == Token {
    /// The index of the bracket that closes the one at `open`; `nil` where none does.
    func closing(of open: Int) -> Int? {
        var depth = 0
        for index in open..<count {
            if "([{".contains(self[index].text) { depth += 1 }
            if ")]}".contains(self[index].text) { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// The index of the bracket that opens what the one at `close` closes; `nil` where none does.
    func opening(of close: Int) -> Int? {
        var depth = 0
        for index in stride(from: close, through: 0, by: -1) {
            if ")]}".contains(self[index].text) { depth += 1 }
            if "([{".contains(self[index].text) { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// The text of the token at `index`, or an empty string past either end.
    func text(at index: Int) -> String {
        indices.contains(index) ? self[index].text : ""
    }
}
