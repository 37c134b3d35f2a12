import CareModel

/// Comma-separated values read with the place of everything, so that a fault can be pointed at.
///
/// UTF-8 with or without a byte-order mark, UTF-16 with one; lines end with CR LF, LF or CR; a quoted field may hold
/// separators, quotes (doubled) and line breaks. Empty lines are passed over.
extension CSVText {
    /// A field and where it begins.
    struct Field: Equatable {
        /// What it says, without its quotes.
        var text: String
        /// The line, from 1.
        var line: Int
        /// The column, from 1, in characters.
        var column: Int
    }

    /// A record: the fields of a line, or of several where a quoted field has line breaks.
    struct Record: Equatable {
        /// The fields in their order; there is always one.
        var fields: [Field]
        /// The line on which it begins, from 1.
        var line: Int { fields[0].line }
    }

    /// What is wrong with the text itself, and where.
    struct Malformed: Error, Equatable {
        /// The line, from 1.
        var line: Int
        /// The column, from 1.
        var column: Int
        /// What is wrong.
        var what: String
        /// What would be allowed.
        var allowed: String
    }

    /// The records of a text. O(length).
    /// - Parameter separator: what stands between fields.
    /// - Throws: ``Malformed``: the first fault, after which nothing can be told.
    static func records(
        _ bytes: some Collection<UInt8>, separator: Unicode.Scalar = ","
    ) throws(Malformed) -> [Record] {
        var parser = Parser(try text(bytes), separator)
        return try parser.records()
    }

    /// What stands between the fields of a file: the sign that a spreadsheet names in a first line of its own, else
    /// that by which most of the first line is known.
    /// - Parameter isKnown: whether a field is one that the first line may have.
    static func separator(_ bytes: some Collection<UInt8>, _ isKnown: (String) -> Bool) -> Unicode.Scalar {
        guard let text = try? text(bytes) else { return "," }
        var best: (separator: Unicode.Scalar, known: Int) = (",", 0)
        for separator in [",", ";", "\t", "|"] as [Unicode.Scalar] {
            var parser = Parser(text, separator)
            if let named = parser.namedSeparator { return named }
            let known = (try? parser.firstRecord())?.fields.count { isKnown($0.text) } ?? 0
            if known > best.known { best = (separator, known) }
        }
        return best.separator
    }

    /// The text of a file, whatever Unicode it is in.
    private static func text(_ bytes: some Collection<UInt8>) throws(Malformed) -> String {
        var bytes = Array(bytes)
        if let isLittle = isLittleUTF16(bytes) {
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
                let (one, other) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
                return isLittle ? one | other << 8 : one << 8 | other
            }
            if let text = String(validating: units, as: UTF16.self), bytes.count % 2 == 0 {
                return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
            }
            throw Malformed(line: 1, column: 1, what: "this is not UTF-16", allowed: "text saved as UTF-8")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw notUnicode(bytes) }
        return text
    }

    /// Whether text is UTF-16 with the lesser byte first, or last; nil if it is none. Its mark says so; where there is
    /// none, every other byte of a first line of plain letters is nought.
    private static func isLittleUTF16(_ bytes: [UInt8]) -> Bool? {
        if bytes.starts(with: [0xFF, 0xFE]) { return true }
        if bytes.starts(with: [0xFE, 0xFF]) { return false }
        let start = bytes.prefix(8)
        guard start.count == 8, start.count(where: { $0 == 0 }) == 4 else { return nil }
        if stride(from: 1, to: 8, by: 2).allSatisfy({ start[$0] == 0 }) { return true }
        return stride(from: 0, to: 8, by: 2).allSatisfy { start[$0] == 0 } ? false : nil
    }

    private static func notUnicode(_ bytes: [UInt8]) -> Malformed {
        // The longest beginning that is UTF-8 ends where the fault is.
        var low = 0
        var high = bytes.count
        while low + 4 < high {
            let middle = (low + high) / 2
            if isBeginning(bytes[..<middle]) { low = middle } else { high = middle }
        }
        let good = String(decoding: bytes[..<low], as: UTF8.self)
        let line = good.utf8.count { $0 == 0x0A } + 1
        let column = good.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
        return Malformed(line: line, column: column, what: "this is not UTF-8", allowed: "text saved as 'CSV UTF-8'")
    }

    /// Whether bytes are UTF-8 that may be cut off within its last character.
    private static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
        (0..<4).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
    }
}

/// Walks over the characters of a text. A Unicode scalar is a column.
private struct Parser {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var column = 1

    private let separator: Unicode.Scalar

    init(_ text: String, _ separator: Unicode.Scalar) {
        scalars = Array(text.unicodeScalars)
        self.separator = separator
        if namedSeparator != nil { while index < scalars.count, !skipLineEnd() { advance() } }
    }

    /// The separator that a first line `sep=;` names, as Excel writes it; nil if there is no such line.
    var namedSeparator: Unicode.Scalar? {
        guard scalars.count > 5, scalars.starts(with: "sep=".unicodeScalars), "\r\n".unicodeScalars.contains(scalars[5])
        else { return nil }
        return scalars[4]
    }

    /// The first record that is no empty line; nil if there is none.
    mutating func firstRecord() throws(CSVText.Malformed) -> CSVText.Record? {
        while index < scalars.count {
            if skipLineEnd() { continue }
            return try record()
        }
        return nil
    }

    mutating func records() throws(CSVText.Malformed) -> [CSVText.Record] {
        var records: [CSVText.Record] = []
        while index < scalars.count {
            if skipLineEnd() { continue }
            records.append(try record())
        }
        return records
    }

    private mutating func record() throws(CSVText.Malformed) -> CSVText.Record {
        var fields = [try field()]
        while index < scalars.count, scalars[index] == separator {
            advance()
            fields.append(try field())
        }
        _ = skipLineEnd()
        return CSVText.Record(fields: fields)
    }

    private mutating func field() throws(CSVText.Malformed) -> CSVText.Field {
        var found = CSVText.Field(text: "", line: line, column: column)
        if index < scalars.count, scalars[index] == "\"" {
            found.text = SpreadsheetText.text(try quoted(found))
            return found
        }
        var text = String.UnicodeScalarView()
        while index < scalars.count, !isEnd(scalars[index]) {
            guard scalars[index] != "\"" else {
                throw malformed("a quote within an unquoted field", "the whole field in quotes, and this one doubled")
            }
            text.append(scalars[index])
            advance()
        }
        found.text = SpreadsheetText.text(String(text))
        return found
    }

    private mutating func quoted(_ start: CSVText.Field) throws(CSVText.Malformed) -> String {
        var text = String.UnicodeScalarView()
        advance()
        while index < scalars.count {
            let scalar = scalars[index]
            advance()
            if scalar == "\"" {
                if index < scalars.count, scalars[index] == "\"" {
                    advance()
                } else {
                    guard index == scalars.count || isEnd(scalars[index]) else {
                        throw malformed("text after the closing quote", "a separator or the end of the line")
                    }
                    return String(text)
                }
            }
            text.append(scalar)
        }
        throw CSVText.Malformed(
            line: start.line, column: start.column, what: "the quote that opens here is never closed",
            allowed: "a quote at the end of the field")
    }

    private func malformed(_ what: String, _ allowed: String) -> CSVText.Malformed {
        CSVText.Malformed(line: line, column: column, what: what, allowed: allowed)
    }

    private func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == separator || scalar == "\n" || scalar == "\r" }

    private mutating func skipLineEnd() -> Bool {
        guard index < scalars.count, scalars[index] == "\n" || scalars[index] == "\r" else { return false }
        let isReturn = scalars[index] == "\r"
        advance()
        if isReturn, index < scalars.count, scalars[index] == "\n" { advance() }
        return true
    }

    /// Passes over one character; CR LF is one.
    private mutating func advance() {
        let scalar = scalars[index]
        index += 1
        if scalar == "\n" || (scalar == "\r" && !(index < scalars.count && scalars[index] == "\n")) {
            line += 1
            column = 1
        } else if scalar != "\r" {
            column += 1
        }
    }
}
