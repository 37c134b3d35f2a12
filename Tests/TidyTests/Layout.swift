import Testing

/// What stands where: the top level of the repository, and the names of the scenarios.
enum Layout {
    static let topLevel = [
        "Package.swift", "Sources", "Tests", "Scenarios", "Notebooks", "Results", "README.md", "Makefile", "LICENSE",
        "CHANGELOG.md",
    ]

    /// Tracked files whose first path component is neither in the list nor hidden; each component once.
    static func topLevelFindings(tracked: [String]) -> [Finding] {
        var seen: [Substring] = []
        return tracked.compactMap { path in
            let first = path.prefix { $0 != "/" }
            guard !first.hasPrefix("."), !topLevel.contains(String(first)), !seen.contains(first) else { return nil }
            seen.append(first)
            return Finding(path: path, line: 1, advice: "move \(first) below one of the folders that the design lists")
        }
    }

    /// Scenario files and folders are named in lower case with hyphens; a README is not a scenario.
    static func scenarioFindings(paths: [String]) -> [Finding] {
        paths.compactMap { path in
            let names = path.split(separator: "/").dropFirst()
            guard names.last != "README.md", !names.allSatisfy(isScenarioName) else { return nil }
            return Finding(path: path, line: 1, advice: "name it in lower case, with hyphens between words")
        }
    }

    private static func isScenarioName(_ name: Substring) -> Bool {
        let words = name.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "." }
        return words.allSatisfy { word in
            !word.isEmpty && word.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
        }
    }
}

@Suite struct LayoutTests {
    @Test func topLevelHoldsOnlyWhatTheDesignLists() throws {
        expectNone(Layout.topLevelFindings(tracked: try Repository.trackedPaths() ?? []))
    }

    @Test func scenariosAreNamedAlike() {
        expectNone(Layout.scenarioFindings(paths: Repository.allPaths(under: "Scenarios")))
    }

    @Test func strangerAtTheTopIsFoundOnce() {
        let tracked = [".ci/run", "LICENSE", "Sources/A/A.swift", "docs/a.md", "docs/b.md", "notes.txt"]
        #expect(Layout.topLevelFindings(tracked: tracked).map(\.path) == ["docs/a.md", "notes.txt"])
    }

    @Test(arguments: ["North.yaml", "north_essex.yaml", "north essex.yaml", "-a.yaml", "Old/a.yaml", "a--b.yaml"])
    func scenarioNameOutOfLineIsFound(name: String) {
        #expect(Layout.scenarioFindings(paths: ["Scenarios/" + name]).count == 1)
    }

    @Test(arguments: ["north-essex.yaml", "README.md", "variants/step-2.yaml", "a1.csv"])
    func scenarioNameInLineIsNot(name: String) {
        #expect(Layout.scenarioFindings(paths: ["Scenarios/" + name]).isEmpty)
    }
}
