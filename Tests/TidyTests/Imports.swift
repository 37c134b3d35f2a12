import Testing

/// Who imports whom, against the rows and the secrets of the house.
enum Imports {
    struct Import: Equatable {
        let module: String
        let line: Int
    }

    private static let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let", "actor"]

    /// The modules that a file imports, submodules and single declarations by their module.
    static func imports(of source: SwiftSource) -> [Import] {
        let tokens = source.tokens
        return tokens.indices.compactMap { index in
            guard tokens[index].text == "import", tokens.text(at: index - 1) != "." else { return nil }
            let name = kinds.contains(tokens.text(at: index + 1)) ? index + 2 : index + 1
            return Import(module: tokens.text(at: name), line: tokens[index].line)
        }
    }

    static func findings(in source: SwiftSource) -> [Finding] {
        imports(of: source).compactMap { entry in
            advice(for: entry.module, in: source).map { source.finding(entry.line, $0) }
        }
    }

    private static func advice(for module: String, in source: SwiftSource) -> String? {
        if let secret = House.secrets.first(where: { $0.module == module }), !secret.isKnown(to: source.target) {
            return "do not import \(module) here: \(secret.instead)"
        }
        guard source.isInSources else { return nil }
        guard let row = House.row(of: source.target) else {
            return "give the target \(source.target) a row in Tests/TidyTests/House.swift, as the design draws it"
        }
        if row.mayImport.contains(module) { return nil }
        let allowed = row.mayImport.isEmpty ? "nothing" : row.mayImport.joined(separator: ", ")
        return "\(source.target) may not import \(module) (it may import \(allowed))"
    }
}

extension House.Secret {
    /// True for an owner and for an owner's own tests.
    func isKnown(to target: String) -> Bool {
        owners.contains { $0 == target || $0 + "Tests" == target }
    }
}

/// C and C++ files: only the shims include GSL and LEMON.
enum Includes {
    private static let shims = [
        (library: "GSL", folder: "gsl/", shim: "Sources/CGSL"),
        (library: "LEMON", folder: "lemon/", shim: "Sources/CLemon"),
    ]

    static func findings(path: String, text: String) -> [Finding] {
        text.sourceLines.enumerated().compactMap { index, line in
            let words = line.filter { $0 != " " }
            let included = shims.first {
                words.hasPrefix("#include<" + $0.folder) || words.hasPrefix("#include\"" + $0.folder)
            }
            guard let included, !path.hasPrefix(included.shim + "/") else { return nil }
            return Finding(path: path, line: index + 1, advice: "include \(included.library) only in \(included.shim)")
        }
    }
}

@Suite struct ImportsTests {
    @Test func everyTargetImportsOnlyWhatTheDesignDraws() {
        expectNone(Repository.swiftSources.flatMap(Imports.findings))
    }

    @Test func onlyTheShimsIncludeTheirLibraries() {
        let paths = Repository.paths(under: ["Sources", "Tests"], extensions: ["c", "cpp", "h", "hpp"])
        expectNone(paths.flatMap { Includes.findings(path: $0, text: Repository.text(of: $0)) })
    }

    @Test func importsAreReadInEveryForm() {
        let source = SwiftSource(
            path: "Sources/stepcare/A.swift",
            text: """
                // import Commented
                public import CareModel
                @testable import struct Diaries.Day
                @_exported import Foundation
                let text = "import Quoted"
                """)
        #expect(Imports.imports(of: source).map(\.module) == ["CareModel", "Diaries", "Foundation"])
        #expect(Imports.imports(of: source).map(\.line) == [2, 3, 4])
    }

    @Test(arguments: [
        ("CareModel", "Foundation"), ("Diaries", "Allocation"), ("Allocation", "RandomStreams"),
        ("EventKernel", "CareModel"), ("ServiceSimulation", "Experiments"), ("Reporting", "Yams"),
        ("stepcare", "CGSL"), ("stepcare", "XCTest"), ("Experiments", "CGSL"), ("Unheard", "CareModel"),
    ])
    func forbiddenImportIsFound(target: String, module: String) {
        let source = SwiftSource(path: "Sources/\(target)/A.swift", text: "\nimport \(module)\n")
        #expect(Imports.findings(in: source).map(\.line) == [2])
    }

    @Test(arguments: [
        ("ScenarioFilesTests", "Yams", 0), ("ReportingTests", "Yams", 1), ("StatisticalTests", "CGSL", 0),
    ])
    func testsKeepTheSecretsOfTheirTarget(target: String, module: String, count: Int) {
        let source = SwiftSource(path: "Tests/\(target)/A.swift", text: "import \(module)\nimport Foundation\n")
        #expect(Imports.findings(in: source).count == count)
    }

    @Test func includeOfGSLIsFound() {
        let text = "#include <math.h>\n# include <gsl/gsl_rng.h>\n"
        #expect(Includes.findings(path: "Sources/CLemon/a.cpp", text: text).map(\.line) == [2])
        #expect(Includes.findings(path: "Sources/CGSL/a.c", text: text).isEmpty)
    }

    @Test func includeOfLEMONIsFound() {
        let text = "#include <vector>\n#include <lemon/core.h>\n"
        #expect(Includes.findings(path: "Tests/Benchmarks/Peers/a.cpp", text: text).map(\.line) == [2])
        #expect(Includes.findings(path: "Sources/CLemon/a.cpp", text: text).isEmpty)
    }
}
