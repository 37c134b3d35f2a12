import Testing

/// No hashed collection where decisions are taken: the order in which it is walked differs from run to run.
///
/// A collection that is only ever looked up says so on its line: `// lookup only`.
enum HashOrder {
    static let exemption = "// lookup only"

    static func findings(in source: SwiftSource) -> [Finding] {
        guard source.isInSources, House.core.contains(source.target) else { return [] }
        let tokens = source.tokens
        return tokens.indices.compactMap { index in
            guard isHashed(index, in: tokens), !source.line(tokens[index].line).contains(exemption) else { return nil }
            let advice = "use an array in a stated order; if it is never iterated, add \(exemption)"
            return source.finding(tokens[index].line, advice)
        }
    }

    private static func isHashed(_ index: Int, in tokens: [Token]) -> Bool {
        switch tokens[index].text {
        case "Set": ["<", "("].contains(tokens.text(at: index + 1))
        case "Dictionary": true
        case "[": isDictionaryBracket(index, in: tokens)
        default: false
        }
    }

    /// True for `[K: V]` as a type or a literal, and `[:]`; not for a labelled subscript or a choice in an array.
    private static func isDictionaryBracket(_ open: Int, in tokens: [Token]) -> Bool {
        if open > 0, tokens[open].isAttached {
            let before = tokens[open - 1]
            if before.isWord || [")", "]", "?", "!", "}", "`"].contains(before.text) { return false }
        }
        guard let close = tokens.closing(of: open) else { return false }
        var index = open + 1
        while index < close {
            switch tokens[index].text {
            case "(", "[", "{": index = tokens.closing(of: index) ?? close
            case "?" where !tokens[index].isAttached: return false
            case ":": return true
            default: break
            }
            index += 1
        }
        return false
    }
}

@Suite struct HashOrderTests {
    @Test func noDecisionHangsOnHashOrder() {
        expectNone(Repository.swiftSources.flatMap(HashOrder.findings))
    }

    private func findings(_ code: String, target: String = "Allocation") -> [Finding] {
        HashOrder.findings(in: SwiftSource(path: "Sources/\(target)/A.swift", text: "\n" + code + "\n"))
    }

    @Test(arguments: [
        "var x: Set<Int>", "let x = Set(y)", "var x: [Int: String]", "let x = Dictionary(grouping: y) { $0 }",
        "let x: [Int: Int] = f()", "f(x: [:])", "let x = [(a: 1, b: 2): 3]", "func f() -> [A.B?: C] {",
    ])
    func badSampleIsFound(code: String) {
        #expect(findings(code).map(\.line) == [2])
        #expect(findings(code + "  // lookup only").isEmpty)
        #expect(findings(code, target: "Reporting").isEmpty)
    }

    @Test(arguments: [
        "grid[row: 1]", "x[a ? b : c]", "[a ? b : c]", "[{ (x: Int) in x }]", "let x: [(a: Int, b: Int)]",
        "// Set<Int>",
        "let x: [Int]", "OptionSet", "f()[at: 3]", "\"[a: b]\"", "func setX() {}", "x?[day: 1]",
    ])
    func goodSampleIsNot(code: String) {
        #expect(findings(code).isEmpty)
    }
}
