import Testing

/// A function fits a screen: from its keyword to its closing brace.
enum FunctionLength {
    static let lines = 70

    private static let keywords = ["func", "init", "deinit", "subscript", "var"]

    /// Words that, at the start of a line, begin the next member: what came before them had no body.
    private static let nextMember = [
        "func", "init", "deinit", "subscript", "var", "let", "case", "typealias", "associatedtype", "struct", "enum",
        "class", "actor", "protocol", "extension", "static", "mutating", "nonmutating", "public", "package", "internal",
        "private", "fileprivate", "override", "final", "borrowing", "consuming", "nonisolated", "@", "#",
    ]

    static func findings(in source: SwiftSource) -> [Finding] {
        source.tokens.indices.compactMap { index in
            guard isDeclaration(index, in: source.tokens), let end = bodyEnd(of: index, in: source.tokens) else {
                return nil
            }
            let start = source.tokens[index]
            let length = source.tokens[end].line - start.line + 1
            guard length > lines, !isOneSwitch(endingAt: end, in: source.tokens) else { return nil }
            return source.finding(start.line, "split this \(start.text) of \(length) lines (at most \(lines))")
        }
    }

    /// Whether a body is one plain switch: its cases are a table, which a screen need not hold.
    private static func isOneSwitch(endingAt end: Int, in tokens: [Token]) -> Bool {
        guard let open = tokens.opening(of: end), tokens.text(at: open + 1) == "switch" else { return false }
        return tokens.opening(of: end - 1).map { tokens[open..<$0].allSatisfy { $0.text != "case" } } ?? false
    }

    private static func isDeclaration(_ index: Int, in tokens: [Token]) -> Bool {
        keywords.contains(tokens[index].text) && ![".", "`"].contains(tokens.text(at: index - 1))
            && tokens.text(at: index + 1) != ":"
    }

    /// The brace that closes the body of the declaration at `start`; `nil` for a requirement or a stored property.
    private static func bodyEnd(of start: Int, in tokens: [Token]) -> Int? {
        let isVariable = tokens[start].text == "var"
        var index = start + 1
        while index < tokens.count {
            let token = tokens[index]
            let startsLine = token.line > tokens[index - 1].line
            switch token.text {
            case "{": return tokens.closing(of: index)
            case "(", "[":
                guard let end = tokens.closing(of: index) else { return nil }
                index = end
            case "}", ")", "]": return nil
            case "=" where isVariable: return nil
            default:
                if startsLine && (isVariable || nextMember.contains(token.text)) { return nil }
            }
            index += 1
        }
        return nil
    }
}

@Suite struct FunctionLengthTests {
    @Test func everyFunctionFitsAScreen() {
        expectNone(Repository.swiftSources.flatMap(FunctionLength.findings))
    }

    private func findings(head: String, bodyLines: Int) -> [Finding] {
        let body = String(repeating: "    let x = \"}}\" // {\n", count: bodyLines)
        let text = "struct A {\n    var stored = 1\n    \(head) {\n\(body)    }\n}\n"
        return FunctionLength.findings(in: SwiftSource(path: "Sources/A/A.swift", text: text))
    }

    @Test(arguments: [
        "func f()", "init(x: Int = { 3 }())", "deinit", "subscript(x: Int) -> Int", "var x: [Int]",
        "static func < (a: A, b: A) -> Bool", "func f<T>(x: T)\n        -> Int\n    where T: P",
    ])
    func longBodyIsFound(head: String) {
        let headLines = head.split(separator: "\n").count
        #expect(findings(head: head, bodyLines: 70 - headLines).map(\.line) == [3])
        #expect(findings(head: head, bodyLines: 69 - headLines).isEmpty)
    }

    @Test func oneSwitchMayBeLong() {
        func findings(after: String) -> [Finding] {
            let cases = String(repeating: "        case .a: if x { y() }\n", count: 80)
            let text = "func f() {\n    switch x {\n\(cases)    }\n\(after)}\n"
            return FunctionLength.findings(in: SwiftSource(path: "Sources/A/A.swift", text: text))
        }
        #expect(findings(after: "").isEmpty)
        #expect(findings(after: "    z()\n").count == 1)
        #expect(findings(after: "    switch z { case .b: break }\n").count == 1)
    }

    @Test func requirementsAndStoredPropertiesHaveNoBody() {
        let filler = String(repeating: "    // filler\n", count: 80)
        let text = """
            protocol P {
                func f() -> Int
                init(x: Int)
                var y: Int { get }
            }
            struct B {
                var x: Int
            \(filler)
                let y = Self.init(3)
            \(filler)}
            """
        #expect(FunctionLength.findings(in: SwiftSource(path: "Sources/A/A.swift", text: text)).isEmpty)
    }
}
