/// Comma-separated values (RFC 4180) with the place of everything, so that a fault can be pointed at.
///
/// Read: UTF-8 with or without a byte-order mark; lines end with CR LF, LF or CR; a quoted field may hold commas,
/// quotes (doubled) and line breaks. Empty lines are passed over. Written: CR LF, and quotes only where they are
/// needed.
enum CSVText {
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
    /// - Throws: ``Malformed``: the first fault, after which nothing can be told.
    static func records(_ bytes: some Collection<UInt8>) throws(Malformed) -> [Record] {
        var bytes = Array(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw notUnicode(bytes) }
        var parser = Parser(text)
        return try parser.records()
    }

    /// Fields as one line with its end.
    static func line(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
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
        return Malformed(line: line, column: column, what: "this is not UTF-8", allowed: "text saved as UTF-8")
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

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

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
        while index < scalars.count, scalars[index] == "," {
            advance()
            fields.append(try field())
        }
        _ = skipLineEnd()
        return CSVText.Record(fields: fields)
    }

    private mutating func field() throws(CSVText.Malformed) -> CSVText.Field {
        var found = CSVText.Field(text: "", line: line, column: column)
        if index < scalars.count, scalars[index] == "\"" {
            found.text = try quoted(found)
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
        found.text = String(text)
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
                        throw malformed("text after the closing quote", "a comma or the end of the line")
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

    private func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "\n" || scalar == "\r" }

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
