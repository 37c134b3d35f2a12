import Testing

/// The targets that `Package.swift` declares, read from its text.
struct Manifest {
    struct Target {
        let name: String
        let line: Int

        /// The names of its targets and products, with their lines.
        let dependencies: [Imports.Import]

        /// The folder of its sources, from the root.
        let folder: String
    }

    let source: SwiftSource
    private(set) var targets: [Target] = []

    init(_ source: SwiftSource) {
        self.source = source
        let tokens = source.tokens
        for index in tokens.indices where tokens.text(at: index - 1) == "." {
            guard ["target", "executableTarget", "testTarget"].contains(tokens[index].text),
                tokens.text(at: index + 1) == "(", let end = tokens.closing(of: index + 1)
            else { continue }
            targets.append(target(in: index + 1..<end, isTest: tokens[index].text == "testTarget"))
        }
    }

    /// The target whose sources the file is one of.
    func target(of path: String) -> Target? {
        targets.first { path.hasPrefix($0.folder + "/") }
    }

    private func target(in range: Range<Int>, isTest: Bool) -> Target {
        let name = string(labelled: "name", in: range) ?? ""
        return Target(
            name: name, line: source.tokens[range.lowerBound].line, dependencies: dependencies(in: range),
            folder: string(labelled: "path", in: range) ?? (isTest ? "Tests/" : "Sources/") + name)
    }

    private func string(labelled label: String, in range: Range<Int>) -> String? {
        let index = range.first { isString($0, labelled: label) }
        return index.map(string)
    }

    private func dependencies(in range: Range<Int>) -> [Imports.Import] {
        let tokens = source.tokens
        guard let label = range.first(where: { tokens[$0].text == "dependencies" && tokens.text(at: $0 + 1) == ":" }),
            let end = tokens.closing(of: label + 2)
        else { return [] }
        // Quotes come in pairs: the opening ones are every other one.
        let quotes = (label + 2..<end).filter { tokens[$0].text == "\"" }
        return quotes.enumerated().compactMap { place, index in
            guard place.isMultiple(of: 2), !isString(index, labelled: "package") else { return nil }
            return Imports.Import(module: string(at: index), line: tokens[index].line)
        }
    }

    private func isString(_ index: Int, labelled label: String) -> Bool {
        let tokens = source.tokens
        return tokens[index].text == "\"" && tokens.text(at: index - 1) == ":" && tokens.text(at: index - 2) == label
    }

    /// The contents of the string whose opening quote is the token at `index`.
    private func string(at index: Int) -> String {
        let bytes = Array(source.text.utf8)
        return String(decoding: bytes[source.tokens[index].offset + 1..<source.tokens[index + 1].offset], as: UTF8.self)
    }
}

/// The manifest against the house, and the imports against the manifest.
extension Manifest {
    /// Dependencies that the design does not draw.
    func undrawnDependencies() -> [Finding] {
        targets.filter { $0.folder.hasPrefix("Sources/") }.flatMap { target -> [Finding] in
            guard let row = House.row(of: target.name) else {
                let advice =
                    "give the target \(target.name) a row in Tests/TidyTests/House.swift, as the design draws it"
                return [source.finding(target.line, advice)]
            }
            return target.dependencies.filter { !row.mayImport.contains($0.module) }.map { dependency in
                source.finding(
                    dependency.line, "\(target.name) may not depend on \(dependency.module): the design forbids it")
            }
        }
    }

    /// Imports of a target or product of the package that the importing target does not declare.
    func undeclaredImports(in file: SwiftSource) -> [Finding] {
        let known = targets.map(\.name) + targets.flatMap { $0.dependencies.map(\.module) }
        guard let target = target(of: file.path) else { return [] }
        return Imports.imports(of: file).compactMap { entry in
            let isDeclared = target.dependencies.contains { $0.module == entry.module }
            guard known.contains(entry.module), !isDeclared else { return nil }
            return file.finding(
                entry.line, "declare \(entry.module) as a dependency of \(target.name) in Package.swift")
        }
    }
}

@Suite struct ManifestTests {
    private let sample = Manifest(
        SwiftSource(
            path: "Package.swift",
            text: """
                let package = Package(targets: [
                    .target(name: "CareModel", dependencies: ["Diaries"]),  // "Commented"
                    .target(name: "ScenarioFiles", dependencies: [
                        "CareModel", .product(name: "Yams", package: "yams-package")]),
                    .testTarget(name: "CareModelTests", dependencies: ["CareModel"]),
                    .executableTarget(name: "timing", dependencies: [], path: "Tests/Timing"),
                    .target(name: "Unheard"),
                ])
                """))

    @Test func theManifestDeclaresOnlyWhatTheDesignDraws() throws {
        let source = try #require(Repository.swiftSources.first { $0.path == Repository.manifestPath })
        let manifest = Manifest(source)
        try #require(manifest.targets.count > 10, "the manifest's targets were not read")
        expectNone(manifest.undrawnDependencies())
        expectNone(Repository.swiftSources.flatMap(manifest.undeclaredImports))
    }

    @Test func targetsAreRead() {
        #expect(sample.targets.map(\.name) == ["CareModel", "ScenarioFiles", "CareModelTests", "timing", "Unheard"])
        #expect(sample.targets[1].dependencies.map(\.module) == ["CareModel", "Yams"])
        #expect(sample.target(of: "Tests/Timing/main.swift")?.name == "timing")
        #expect(sample.target(of: "Tests/CareModelTests/A.swift")?.name == "CareModelTests")
    }

    @Test func undrawnDependencyIsFound() {
        #expect(sample.undrawnDependencies().map(\.line) == [2, 7])
    }

    @Test func undeclaredImportIsFound() {
        let text = "import Testing\nimport Diaries\nimport CareModel\n"
        let found = sample.undeclaredImports(in: SwiftSource(path: "Tests/CareModelTests/A.swift", text: text))
        #expect(found.map(\.line) == [2])
    }
}
