import Testing

/// No `default` where one of our enums is told apart: the compiler finds the forgotten case, if it is asked.
///
/// A switch over somebody else's enum, or over values that no list ends, says so beside its default: `// not ours`.
enum SwitchDefaults {
    static let exemption = "// not ours"

    static func findings(in source: SwiftSource) -> [Finding] {
        guard source.isInSources else { return [] }
        return source.tokens.indices.compactMap { index in
            guard source.tokens[index].text == "switch", source.tokens.text(at: index - 1) != ".",
                let line = defaultLine(ofSwitchAt: index, in: source.tokens),
                !source.line(line).contains(exemption)
            else { return nil }
            return source.finding(line, "list the other cases, so that the compiler finds one that is added")
        }
    }

    /// The line of the default of a switch that has cases with a leading dot; nil if it has no such, or no default.
    private static func defaultLine(ofSwitchAt start: Int, in tokens: [Token]) -> Int? {
        guard let open = opening(after: start, in: tokens), let end = tokens.closing(of: open) else { return nil }
        var hasDottedCase = false
        var line: Int?
        var index = open + 1
        while index < end {
            let token = tokens[index]
            switch token.text {
            case "{", "(", "[": index = tokens.closing(of: index) ?? end
            case "case" where tokens.text(at: index + 1) == ".": hasDottedCase = true
            case "default" where tokens.text(at: index + 1) == ":": line = token.line
            default: break
            }
            index += 1
        }
        return hasDottedCase ? line : nil
    }

    /// The brace that opens the cases: the subject may hold closures in parentheses.
    private static func opening(after start: Int, in tokens: [Token]) -> Int? {
        var index = start + 1
        while index < tokens.count {
            if tokens[index].text == "{" { return index }
            if "([".contains(tokens[index].text) { index = tokens.closing(of: index) ?? tokens.count }
            index += 1
        }
        return nil
    }
}

@Suite struct SwitchDefaultsTests {
    @Test func everyCaseOfOurEnumsIsListed() {
        expectNone(Repository.swiftSources.flatMap(SwitchDefaults.findings))
    }

    private func findings(_ code: String) -> [Finding] {
        SwitchDefaults.findings(in: SwiftSource(path: "Sources/A/A.swift", text: code))
    }

    @Test(arguments: [
        "switch x {\ncase .a: 1\ndefault: 2\n}", "switch f({ $0 }) {\ncase .a(let y): { y }()\ndefault:\n    2\n}",
        "switch x {\ncase .a: switch y { case .b: 1 }\ndefault: 2\n}",
    ])
    func aDefaultIsFound(code: String) { #expect(findings(code).count == 1) }

    @Test(arguments: [
        "switch x {\ncase 1: 1\ndefault: 2\n}", "switch x {\ncase \"a\": 1\ndefault: 2\n}",
        "switch x {\ncase .a: 1\ncase .b: 2\n}", "switch x {\ncase .a: 1\ndefault: 2  // not ours\n}",
        "switch x {\ncase .a: switch y { case 1: 1\ndefault: 2 }\n}", "// switch x { case .a: 1 default: 2 }",
    ])
    func othersAreNot(code: String) { #expect(findings(code).isEmpty) }
}
