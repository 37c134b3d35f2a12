import Testing

/// The recipes for contributors name files: each is there.
@Suite struct ContributingTests {
    private static let path = ".github/CONTRIBUTING.md"

    /// The paths of a text, as it writes them between two marks of code.
    private static func paths(in text: String) -> [(line: Int, path: String)] {
        text.sourceLines.enumerated().flatMap { index, line in
            line.matches(of: /`((?:Sources|Tests|\.ci)\/[A-Za-z.\/+-]+)`/).map { (index + 1, String($0.1)) }
        }
    }

    @Test func eachFileThatARecipeNamesIsThere() {
        let paths = Self.paths(in: Repository.text(of: Self.path))
        #expect(paths.count > 20)
        for (line, path) in paths where !Repository.exists(path) {
            Issue.record("\(Self.path):\(line): there is no \(path)")
        }
    }

    @Test func eachRecipeNamesACommitThatShowsIt() {
        let lines = Repository.text(of: Self.path).sourceLines
        let recipes = lines.count { $0.hasPrefix("## Add ") }
        #expect(recipes == 5)
        #expect(lines.count { $0.hasPrefix("Shown by: *") && !$0.contains("@@") } == recipes)
    }

    @Test func pathsAreRead() {
        let text = "a `Sources/A/B+C.swift` and `Tests/D`\n`x` `.ci/rebuilt`\n"
        #expect(Self.paths(in: text).map(\.path) == ["Sources/A/B+C.swift", "Tests/D", ".ci/rebuilt"])
        #expect(!Repository.exists("Sources/Nowhere.swift"))
    }
}
