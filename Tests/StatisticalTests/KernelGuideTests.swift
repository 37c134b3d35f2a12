import Foundation
import Testing

/// The guide of the kernel shows code that is compiled: each block stands, line by line, in a model of
/// `Tests/KernelModels`.
@Suite("Kernel: the guide")
struct KernelGuideTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Lines without the spaces around them, and without empty ones.
    private static func trimmed(_ lines: [Substring]) -> [String] {
        lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The blocks of Swift in a page.
    static func blocks(in text: String) -> [[String]] {
        var blocks: [[Substring]] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```swift" {
                isInside = true
                blocks.append([])
            } else if line == "```" {
                isInside = false
            } else if isInside {
                blocks[blocks.count - 1].append(line)
            }
        }
        return blocks.map(trimmed)
    }

    @Test("Every block of code is part of a model")
    func compiled() throws {
        let page = Self.root.appending(path: "Sources/EventKernel/EventKernel.docc/Recipes.md")
        let blocks = Self.blocks(in: try String(contentsOf: page, encoding: .utf8))
        #expect(blocks.count >= 10)
        let folder = Self.root.appending(path: "Tests/KernelModels")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        let sources = try files.sorted().map { file in
            Self.trimmed(try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n"))
        }
        for block in blocks {
            let isThere = sources.contains { source in
                source.indices.contains { source[$0...].prefix(block.count).elementsEqual(block) }
            }
            #expect(isThere, "no model has:\n\(block.joined(separator: "\n"))")
        }
    }

    @Test("Every model that the guide names is there")
    func named() throws {
        let page = Self.root.appending(path: "Sources/EventKernel/EventKernel.docc/Recipes.md")
        let names = try String(contentsOf: page, encoding: .utf8).split(separator: "`").filter {
            $0.hasSuffix(".swift")
        }
        #expect(names.count >= 7)
        for name in names {
            let file = Self.root.appending(path: "Tests/KernelModels").appending(path: String(name))
            #expect(FileManager.default.fileExists(atPath: file.path), "\(name)")
        }
    }
}
