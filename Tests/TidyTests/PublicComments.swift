import Testing

/// Every public declaration of the core says what it is, in a comment of three slashes just above it.
enum PublicComments {
    private static let keywords = [
        "func", "var", "let", "struct", "enum", "class", "protocol", "typealias", "init", "subscript", "actor",
        "associatedtype", "macro", "case",
    ]

    /// Requirements of the standard library's protocols, which say there what they are.
    private static let witnesses = ["hash", "encode", "description", "debugDescription"]

    static func findings(in source: SwiftSource) -> [Finding] {
        guard source.isInSources, House.core.contains(source.target) else { return [] }
        let tokens = source.tokens
        return tokens.indices.compactMap { index in
            guard ["public", "open"].contains(tokens[index].text), let keyword = declaration(after: index, in: tokens),
                !isWitness(keyword, in: tokens), !isDocumented(tokens[index].line, in: source)
            else { return nil }
            let name = tokens.text(at: keyword) + " " + tokens.text(at: keyword + 1)
            return source.finding(
                tokens[index].line, "say above \(name) what it is, its units and its source, with ///")
        }
    }

    /// The keyword that the modifier belongs to; `nil` for an import, an extension or a word that only looks alike.
    private static func declaration(after modifier: Int, in tokens: [Token]) -> Int? {
        var index = modifier + 1
        while index < tokens.count, tokens[index].isWord || tokens[index].text == "@" {
            if ["import", "extension"].contains(tokens[index].text) { return nil }
            // `class func` is a function.
            if keywords.contains(tokens[index].text), tokens.text(at: index + 1) != "func" { return index }
            index += 1
            if tokens.text(at: index) == "(" { index = (tokens.closing(of: index) ?? tokens.count) + 1 }
        }
        return nil
    }

    private static func isWitness(_ keyword: Int, in tokens: [Token]) -> Bool {
        guard keyword + 1 < tokens.count else { return false }
        let name = tokens[keyword + 1]
        let isOperator = tokens[keyword].text == "func" && !name.isWord && name.text != "`"
        return isOperator || witnesses.contains(name.text)
    }

    /// True when a documentation comment stands above the line, attributes between them aside.
    private static func isDocumented(_ line: Int, in source: SwiftSource) -> Bool {
        var number = line - 1
        while number > 0 {
            let above = source.line(number).drop { $0 == " " }
            if above.hasPrefix("///") || above.hasSuffix("*/") { return true }
            guard above.hasPrefix("@") else { return false }
            number -= 1
        }
        return false
    }
}

@Suite struct PublicCommentsTests {
    @Test func everyPublicDeclarationOfTheCoreSaysWhatItIs() {
        expectNone(Repository.swiftSources.flatMap(PublicComments.findings))
    }

    private func findings(_ code: String, target: String = "CareModel") -> [Finding] {
        PublicComments.findings(in: SwiftSource(path: "Sources/\(target)/A.swift", text: "\n" + code + "\n"))
    }

    @Test(arguments: [
        "public struct A {}", "public private(set) var x: Int", "public static func f() {}",
        "@inlinable public init() {}",
        "@frozen\npublic enum A {}", "// Not documentation.\npublic let x = 3", "open class func f() {}",
        "/// Of something else.\n\npublic let x = 3", "public func `default`() {}",
        "public nonisolated(unsafe) let x = 3",
    ])
    func badSampleIsFound(code: String) {
        #expect(findings(code).count == 1)
        #expect(findings(code, target: "Reporting").isEmpty)
    }

    @Test(arguments: [
        "/// A thing.\npublic struct A {}", "/// A.\n@inlinable\n@inline(__always)\npublic func f() {}",
        "public import CareModel", "public extension A {}", "struct A {}", "// public struct A {}",
        "public static func < (a: A, b: A) -> Bool {}", "public func hash(into hasher: inout Hasher) {}", "open(file)",
    ])
    func goodSampleIsNot(code: String) {
        #expect(findings(code).isEmpty)
    }
}
