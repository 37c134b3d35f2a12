/// A Swift file as the checks see it: its lines as written, and its code as tokens.
struct SwiftSource {
    /// The file, from the repository's root.
    let path: String
    let text: String

    /// The lines as written, without their newlines; a last line without text is not counted.
    let lines: [Substring]
    let tokens: [Token]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.sourceLines
        tokens = Token.tokens(of: CodeMask.mask(text))
    }

    var isInSources: Bool { path.hasPrefix("Sources/") }

    /// The folder below `Sources` or `Tests`; empty for the manifest.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// The line as written, counted from 1.
    func line(_ number: Int) -> Substring {
        lines.indices.contains(number - 1) ? lines[number - 1] : ""
    }

    func finding(_ line: Int, _ advice: String) -> Finding {
        Finding(path: path, line: line, advice: advice)
    }
}
