import Testing

/// The page of each target, `Sources/<Target>/<Target>.docc/<Target>.md`: its name, its one idea, a picture of its
/// parts.
enum Catalogues {
    static func path(of target: String) -> String { "Sources/\(target)/\(target).docc/\(target).md" }

    /// What a page lacks of its beginning.
    static func findings(target: String, page: String) -> [Finding] {
        let path = path(of: target)
        let lines = page.sourceLines
        guard let title = lines.first, title == "# ``\(target)``" else {
            return [Finding(path: path, line: 1, advice: "begin with # ``\(target)``")]
        }
        guard let idea = lines.dropFirst().firstIndex(where: { !$0.isEmpty }), lines[idea].first?.isLetter == true
        else {
            return [Finding(path: path, line: 2, advice: "say below the title in one sentence what the target is")]
        }
        let picture = lines.firstIndex { $0.hasPrefix("```") }
        let section = lines.firstIndex { $0.hasPrefix("## ") && $0 != "## Overview" } ?? lines.count
        guard let picture, picture < section, lines[picture] == "```text" else {
            let advice = "draw the parts and what they stand on, in ```text, before the first section"
            return [Finding(path: path, line: idea + 1, advice: advice)]
        }
        return []
    }

    /// Links to symbols that nothing declares, in a page or in the comments of a source file.
    static func deadLinks(path: String, lines: [Substring], names: Set<String>) -> [Finding] {
        var isCode = false
        return lines.enumerated().flatMap { index, line -> [Finding] in
            if line.hasPrefix("```") { isCode.toggle() }
            guard !isCode else { return [] }
            return line.matches(of: /``([^`]+)``/).compactMap { link in
                let parts = link.1.split(separator: "/").map { $0.prefix { $0.isLetter || $0.isNumber || $0 == "_" } }
                // An operator has no name that could be looked up.
                guard let missing = parts.first(where: { !$0.isEmpty && !names.contains(String($0)) }) else {
                    return nil
                }
                return Finding(path: path, line: index + 1, advice: "nothing is called \(missing): mend ``\(link.1)``")
            }
        }
    }

    private static let keywords = [
        "func", "var", "let", "struct", "enum", "class", "protocol", "typealias", "actor", "associatedtype", "macro",
    ]

    /// What a file declares: types, members and cases.
    static func names(in source: SwiftSource) -> [String] {
        let tokens = source.tokens
        return tokens.indices.flatMap { index -> [String] in
            if tokens[index].text == "init" || tokens[index].text == "subscript" { return [tokens[index].text] }
            if keywords.contains(tokens[index].text) {
                return [tokens.text(at: tokens.text(at: index + 1) == "`" ? index + 2 : index + 1)]
            }
            guard tokens[index].text == "case" else { return [] }
            return tokens[(index + 1)...].prefix { $0.line == tokens[index].line }.filter(\.isWord).map(\.text)
        }
    }
}

@Suite struct CataloguesTests {
    private static let names: Set<String> = Set(
        Repository.swiftSources.filter(\.isInSources).flatMap(Catalogues.names)
            + House.rows.map(\.target) + ["callAsFunction"])

    @Test func eachTargetHasAPageThatBeginsWithItsIdeaAndAPicture() {
        let pages = Set(Repository.paths(under: ["Sources"], extensions: ["md"]))
        for target in House.rows.map(\.target) {
            let path = Catalogues.path(of: target)
            guard pages.contains(path) else {
                Issue.record("\(path):1: write a page with the target's one idea and a picture of its parts")
                continue
            }
            expectNone(Catalogues.findings(target: target, page: Repository.text(of: path)))
        }
    }

    @Test func eachLinkOfAPageLeadsToSomething() {
        for path in Repository.paths(under: ["Sources"], extensions: ["md"]) {
            let lines = Repository.text(of: path).sourceLines
            expectNone(Catalogues.deadLinks(path: path, lines: lines, names: Self.names))
        }
    }

    @Test func eachLinkOfACommentLeadsToSomething() {
        for source in Repository.swiftSources where source.isInSources {
            let comments = source.lines.map { $0.drop { $0 == " " }.hasPrefix("///") ? $0 : "" }
            expectNone(Catalogues.deadLinks(path: source.path, lines: comments, names: Self.names))
        }
    }

    @Test(arguments: [
        "# Diaries\n\nBits.\n\n```text\na\n```\n", "# ``Diaries``\n\n```text\na\n```\n", "# ``Diaries``\n\nBits.\n",
        "# ``Diaries``\n\nBits.\n\n## Decisions\n\n```text\na\n```\n", "# ``Diaries``\n\nBits.\n\n```swift\na\n```\n",
    ])
    func badPageIsFound(page: String) {
        #expect(Catalogues.findings(target: "Diaries", page: page).count == 1)
    }

    @Test func goodPageIsNot() {
        let page = "# ``Diaries``\n\nBits.\n\n## Overview\n\nMore.\n\n```text\na\n```\n\n## Decisions\n"
        #expect(Catalogues.findings(target: "Diaries", page: page).isEmpty)
    }

    @Test func deadLinkIsFound() {
        let names: Set<String> = ["Known", "part", "init"]
        func lines(_ text: String) -> [Int] {
            Catalogues.deadLinks(path: "a.md", lines: text.sourceLines, names: names).map(\.line)
        }
        #expect(lines("``Known`` ``Known/part(of:_:)`` ``Known/init(_:)`` ``Known/==(_:_:)``\n") == [])
        #expect(lines("a\n``Gone``\n``Known/gone``\n```text\n``Gone``\n```\n") == [2, 3])
    }

    @Test func declaredNamesAreRead() {
        let text = "struct A { var b: C; func `default`() {}\ncase d, e(F)\ninit() {} }\n"
        let names = Catalogues.names(in: SwiftSource(path: "Sources/A/A.swift", text: text))
        #expect(Set(["A", "b", "default", "d", "e", "init"]).isSubset(of: names))
        #expect(!names.contains("C"))
    }
}
