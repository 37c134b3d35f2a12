import Testing

/// Only the command prints; everything else returns what there is to say.
enum Printing {
    static func findings(in source: SwiftSource) -> [Finding] {
        guard source.isInSources, source.target != "stepcare" else { return [] }
        let tokens = source.tokens
        return tokens.indices.compactMap { index in
            guard ["print", "debugPrint", "dump"].contains(tokens[index].text), tokens.text(at: index + 1) == "(",
                ![".", "func"].contains(tokens.text(at: index - 1))
            else { return nil }
            let advice = "return the text, and let Sources/stepcare print it, instead of \(tokens[index].text)"
            return source.finding(tokens[index].line, advice)
        }
    }
}

@Suite struct PrintingTests {
    @Test func onlyTheCommandPrints() {
        expectNone(Repository.swiftSources.flatMap(Printing.findings))
    }

    private func count(_ code: String, target: String) -> Int {
        Printing.findings(in: SwiftSource(path: "Sources/\(target)/A.swift", text: code)).count
    }

    @Test(arguments: ["print(1)", "{ print (x) }", "debugPrint(x)", "dump(x)"])
    func badSampleIsFound(code: String) {
        #expect(count(code, target: "Reporting") == 1)
        #expect(count(code, target: "stepcare") == 0)
    }

    @Test(arguments: [
        "// print(1)", "\"print(1)\"", "page.print(1)", "func print(x: Int)", "let print = 3", "blueprint(1)",
    ])
    func goodSampleIsNot(code: String) {
        #expect(count(code, target: "Reporting") == 0)
    }
}
