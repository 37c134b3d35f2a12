import Testing

/// No `try!`, no `as!`, no forced unwrapping in `Sources`: an impossible case says why, with `guard` and a message.
///
/// An implicitly unwrapped type is told from an unwrapped value by its capital letter, or by standing where a type
/// does; when in doubt nothing is reported.
enum Unwrapping {
    static func findings(in source: SwiftSource) -> [Finding] {
        guard source.isInSources else { return [] }
        return source.tokens.indices.compactMap { index in
            advice(at: index, in: source.tokens).map { source.finding(source.tokens[index].line, $0) }
        }
    }

    private static func advice(at index: Int, in tokens: [Token]) -> String? {
        guard tokens[index].text == "!", tokens[index].isAttached, index > 0, !isOperator(index, in: tokens) else {
            return nil
        }
        switch tokens[index - 1].text {
        case "try": return "handle the error, or let it pass, instead of try!"
        case "as": return "use as? and handle the other case instead of as!"
        default: break
        }
        return unwrapsValue(index, in: tokens) ? "unwrap with guard or if let, and say why it holds" : nil
    }

    /// True for `!=`, `!==` and their kind.
    private static func isOperator(_ index: Int, in tokens: [Token]) -> Bool {
        index + 1 < tokens.count && tokens[index + 1].isAttached && "=!<>&|^~+-*/%".contains(tokens[index + 1].text)
    }

    private static func unwrapsValue(_ index: Int, in tokens: [Token]) -> Bool {
        let value = tokens[index - 1]
        switch value.text {
        case "init", "return", "in", "case", "where", "else", "if", "while", "guard": return false
        case ")": return unwrapsGroup(closedAt: index - 1, in: tokens)
        case "]": return tokens.opening(of: index - 1).map { isApplied($0, in: tokens) } ?? false
        case "?", "`", "}": return true
        default: return value.isWord && value.text.first?.isUppercase == false
        }
    }

    /// A call, or an expression in parentheses; not the type `(() -> Void)!`.
    private static func unwrapsGroup(closedAt close: Int, in tokens: [Token]) -> Bool {
        guard let open = tokens.opening(of: close) else { return false }
        return isApplied(open, in: tokens) || [":", ">"].contains(tokens.text(at: open - 1)) == false
    }

    /// True where the bracket follows a value: a call or a subscript.
    private static func isApplied(_ open: Int, in tokens: [Token]) -> Bool {
        guard open > 0, tokens[open].isAttached else { return false }
        let before = tokens[open - 1]
        return before.isWord || [")", "]", ">", "?", "!", "`"].contains(before.text)
    }
}

@Suite struct UnwrappingTests {
    @Test func sourcesNeverUnwrapByForce() {
        expectNone(Repository.swiftSources.flatMap(Unwrapping.findings))
    }

    private func findings(_ code: String, path: String = "Sources/Diaries/A.swift") -> [Finding] {
        Unwrapping.findings(in: SwiftSource(path: path, text: "\n" + code + "\n"))
    }

    @Test(arguments: [
        "try! f()", "x as! Int", "x!", "x!.y", "f(a: y!)", "f()!", "a[0]!", "(x as? Int)!", "a?.b!", "x?[0]!",
        "\"\\(name!)\"", "[a: b!]", "return first!", "Foo.bar!", "f<Int>()!", "`default`!", "x.first { $0 > 1 }!",
    ])
    func badSampleIsFound(code: String) {
        #expect(findings(code).map(\.line) == [2])
        #expect(findings(code, path: "Tests/DiariesTests/A.swift").isEmpty)
    }

    @Test(arguments: [
        "a != b", "a!=b", "a !== b", "!x", "if !x.isEmpty {}", "f(!x)", "a && !b", "var x: Int!", "let x: [Int]!",
        "var f: (() -> Void)!", "func f() -> Foo.Bar!", "init!(x: Int)", "// x!", "\"wow!\"", "#\"x!\"#", "[!a, !b]",
        "prefix func ! (x: Int)", "static func != (a: A, b: A) -> Bool", "return !x", "in: !x", "/* try! */", "/a!/",
        "var x: Set<Int>!", "try? f()", "x as? Int",
    ])
    func goodSampleIsNot(code: String) {
        #expect(findings(code).isEmpty)
    }
}
