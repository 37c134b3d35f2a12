import Testing

/// Rules of the rulebook named anywhere exist there, so that "where is this rule kept?" has an answer.
enum RuleIdentifiers {
    /// The last number of each chapter of the rulebook; numbers start at 1 and have no gaps.
    static let lastNumbers: [(prefix: String, last: Int)] = [
        ("RF", 15), ("FA", 8), ("KT", 11), ("TX", 15), ("AT", 11), ("ST", 9), ("CL", 18), ("PO", 10), ("PR", 4),
        ("EQ", 5), ("KP", 13), ("BK", 12), ("IG", 6), ("SC", 8),
    ]

    static func findings(path: String, text: String) -> [Finding] {
        text.sourceLines.enumerated().flatMap { index, line in
            words(of: line).compactMap { advice(for: $0) }.map { Finding(path: path, line: index + 1, advice: $0) }
        }
    }

    /// Runs of letters, digits and hyphens.
    private static func words(of line: Substring) -> [Substring.UTF8View.SubSequence] {
        guard line.utf8.contains(UInt8(ascii: "-")) else { return [] }
        return line.utf8.split { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): false
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): false
            default: true
            }
        }
    }

    private static func advice(for word: Substring.UTF8View.SubSequence) -> String? {
        let parts = word.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { String($0) ?? "" }
        guard parts.count == 2, let chapter = lastNumbers.first(where: { $0.prefix == parts[0] }),
            !parts[1].isEmpty, parts[1].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        if let number = Int(parts[1]), (1...chapter.last).contains(number), String(number) == parts[1] { return nil }
        return "name a rule that exists: \(chapter.prefix) goes from 1 to \(chapter.last), not \(parts[1])"
    }
}

@Suite struct RuleIdentifiersTests {
    @Test func everyRuleNamedExists() {
        let paths = Repository.paths(
            under: ["Sources", "Tests", "Scenarios"],
            extensions: ["swift", "c", "cpp", "h", "yaml", "yml", "md", "py", "ipynb"])
        expectNone(paths.flatMap { RuleIdentifiers.findings(path: $0, text: Repository.text(of: $0)) })
    }

    @Test(arguments: RuleIdentifiers.lastNumbers.map(\.prefix))
    func numberOutsideItsChapterIsFound(prefix: String) throws {
        let chapter = try #require(RuleIdentifiers.lastNumbers.first { $0.prefix == prefix })
        for number in ["0", "01", "\(chapter.last + 1)", "99999999999999999999"] {
            let found = RuleIdentifiers.findings(path: "A.swift", text: "\n// see (\(prefix)-\(number)).\n")
            #expect(found.map(\.line) == [2])
        }
        let good = RuleIdentifiers.findings(path: "A.swift", text: "\(prefix)-1, \(prefix)-\(chapter.last)–3")
        #expect(good.isEmpty)
    }

    @Test(arguments: ["UTF-\(99)", "XRF-\(99)", "RF-\(99)-a", "RF-x", "RF\(99)", "rf-\(99)", "RF-", "A-RF-\(99)"])
    func otherWordsAreNotRules(text: String) {
        #expect(RuleIdentifiers.findings(path: "A.swift", text: text).isEmpty)
    }
}
