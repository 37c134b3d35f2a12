import Testing

/// How a file looks: columns, spaces, its end and its length.
enum Typography {
    static let columns = 120
    static let fileLines = 400

    static func findings(path: String, text: String) -> [Finding] {
        let lines = text.sourceLines
        var findings = lines.enumerated().flatMap { index, line in
            advice(for: line).map { Finding(path: path, line: index + 1, advice: $0) }
        }
        if !text.isEmpty && text.utf8.last != UInt8(ascii: "\n") {
            findings.append(Finding(path: path, line: lines.count, advice: "end the file with a newline"))
        }
        if lines.count > fileLines {
            let advice = "split this file of \(lines.count) lines by concept (at most \(fileLines))"
            findings.append(Finding(path: path, line: fileLines + 1, advice: advice))
        }
        return findings
    }

    private static func advice(for line: Substring) -> [String] {
        var advice: [String] = []
        if line.utf8.count > columns && line.count > columns {
            advice.append("break this line of \(line.count) columns (at most \(columns))")
        }
        if line.utf8.contains(UInt8(ascii: "\t")) { advice.append("indent with spaces, or write \\t") }
        if line.last?.isWhitespace == true { advice.append("remove the spaces at the end of the line") }
        return advice
    }
}

@Suite struct TypographyTests {
    @Test func everySourceFileIsSetAlike() {
        let paths = Repository.paths(under: ["Sources", "Tests"], extensions: ["swift", "c", "cpp", "h", "hpp"])
        let all = [Repository.manifestPath] + paths
        expectNone(all.flatMap { Typography.findings(path: $0, text: Repository.text(of: $0)) })
    }

    @Test(arguments: [
        (String(repeating: "é", count: 121) + "\n", 1), ("ok\n\tindented\n", 2), ("ok\n\ntrailing \n", 3),
        ("ok\nno newline", 2), ("windows\r\n", 1), (String(repeating: "x\n", count: 401), 401),
    ])
    func badSampleIsFound(text: String, line: Int) {
        #expect(Typography.findings(path: "A.swift", text: text).map(\.line) == [line])
    }

    @Test(arguments: ["", "ok\n", String(repeating: "é", count: 120) + "\n", String(repeating: "x\n", count: 400)])
    func goodSampleIsNot(text: String) {
        #expect(Typography.findings(path: "A.swift", text: text).isEmpty)
    }
}
