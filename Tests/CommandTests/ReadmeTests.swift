import Foundation
import TestSupport
import Testing

/// The README's own commands, run as they stand there: whoever types them sees what it shows.
@Suite struct ReadmeTests {
    /// A command of the README, and what it says that the command prints.
    private struct Shown {
        let command: String
        var lines: [String] = []
    }

    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        let files = FileManager.default
        try workspace.makeFolder("programs")
        try files.createSymbolicLink(
            atPath: workspace.path + "/programs/stepcare", withDestinationPath: Workspace.program)
        try files.createSymbolicLink(
            atPath: workspace.path + "/Scenarios", withDestinationPath: Self.root.path + "/Scenarios")
    }

    /// The commands of the blocks of the README that show what commands print.
    private static func shown() throws -> [Shown] {
        let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let blocks = text.components(separatedBy: "```console\n").dropFirst()
        try #require(!blocks.isEmpty, "the README has no commands with their output")
        var shown: [Shown] = []
        for block in blocks {
            let before = shown.count
            for line in block.components(separatedBy: "\n```")[0].components(separatedBy: "\n") {
                if line.hasPrefix("$ ") {
                    shown.append(Shown(command: String(line.dropFirst(2))))
                } else {
                    try #require(shown.count > before, "a block begins with an output")
                    shown[shown.count - 1].lines.append(line)
                }
            }
        }
        return shown
    }

    /// What is the same of a line on every machine: the words before the first number, and how many columns there are.
    /// Times and numbers follow from random numbers that pass through the C library's logarithm.
    private static func shape(of line: String) -> String {
        let words = line.split(separator: " ").prefix { !$0.contains(where: \.isNumber) }
        let columns = line.split(separator: #/  +/#).count
        return words.joined(separator: " ") + " (\(columns) column\(columns == 1 ? "" : "s"))"
    }

    @Test func theBookingFlowDoesWhatTheREADMEShows() throws {
        let shown = try Self.shown()
        #expect(shown.count > 5)
        for step in shown {
            let outcome = try workspace.bash("set -o pipefail; PATH=\"$PWD/programs:$PATH\"; \(step.command)")
            #expect(outcome.code == 0 && outcome.err == "", "\(step.command): \(outcome.err)")
            let printed = outcome.out.split(separator: "\n").map { String($0) }
            #expect(printed.map(Self.shape) == step.lines.map(Self.shape), "\(step.command):\n\(outcome.out)")
        }
    }
}
