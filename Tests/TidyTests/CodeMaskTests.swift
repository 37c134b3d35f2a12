import Testing

@Suite struct CodeMaskTests {
    private func masked(_ text: String) -> String {
        String(decoding: CodeMask.mask(text), as: UTF8.self)
    }

    /// Code on the left, what is left of it on the right, with runs of spaces as one.
    @Test(arguments: [
        ("a // b", "a "), ("a /* b /* c */ d */ e", "a e"), ("\"{\" }", "\" \" }"), ("\"a\\\"{\" x", "\" \" x"),
        ("#\"a\"{\"# x", "#\" \"# x"), ("\"\"\"\n{\"\n\"\"\" x", "\"\"\"\n \n\"\"\" x"),
        ("\"a \\(f(\"}\")) b\" x", "\" (f(\" \")) \" x"), ("#\"\\(a) \\#(b)\"# x", "#\" (b)\"# x"),
        ("x = /[\"{]/ y", "x = y"), ("f(/a\\/\"/, 2)", "f( , 2)"), ("#/\"{/# x", " x"),
        ("a / b / \"c\"", "a / b / \" \""),
        ("reduce(1, /) / 2", "reduce(1, /) / 2"), ("\"unclosed {\nx", "\" \nx"), ("\"\" x", "\"\" x"),
    ])
    func onlyCodeIsLeft(text: String, code: String) {
        var short = ""
        for character in masked(text) where character != " " || short.last != " " {
            short.append(character)
        }
        #expect(short == code)
    }

    @Test func offsetsAndLinesStay() {
        let text = "let é = \"é\n\" // é\n/* é\n */ let y = #\"\"\"\n é \\#(z)\n\"\"\"#\n"
        let mask = CodeMask.mask(text)
        #expect(mask.count == text.utf8.count)
        #expect(mask.filter { $0 == 10 }.count == text.utf8.filter { $0 == 10 }.count)
        #expect(Token.tokens(of: mask).first { $0.text == "z" }?.line == 5)
    }

    @Test func tokensKnowWhatTheyTouch() {
        let tokens = Token.tokens(of: Array("foo(bar !baz)".utf8))
        #expect(tokens.map(\.text) == ["foo", "(", "bar", "!", "baz", ")"])
        #expect(tokens.map(\.isAttached) == [false, true, true, false, true, true])
        #expect(tokens.closing(of: 1) == 5)
        #expect(tokens.opening(of: 5) == 1)
    }
}
