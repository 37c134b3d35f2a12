import Foundation
import TestSupport
import Testing

/// Ctrl-C in the middle of a forecast.
@Suite struct InterruptionTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    /// Starts a forecast that would take hours, and presses Ctrl-C as soon as it has made its folder.
    private func interrupted(threads: Int, with signal: Int32 = SIGINT) throws -> Outcome {
        let child = try workspace.start(
            Workspace.program,
            [
                "forecast", "service.yaml", "--replications", "100000", "--weeks", "520", "--threads", "\(threads)",
                "--output", "results/report", "--format", "json",
            ])
        try child.wait { workspace.names(in: "results/report") != nil }
        kill(child.number, signal)
        return try child.outcome()
    }

    @Test(arguments: [1, 2]) func nothingIsWritten(threads: Int) throws {
        let outcome = try interrupted(threads: threads)
        #expect(outcome.code == 130)
        #expect(outcome.out == "")
        #expect(outcome.err == "Stopped; nothing was written.\n")
        #expect(workspace.names(in: "results") == nil)
    }

    @Test func whatWasThereBeforeStays() throws {
        try workspace.makeFolder("results")
        try workspace.write("results/summary.txt", "old")
        #expect(try interrupted(threads: 2).code == 130)
        #expect(workspace.names(in: "results") == ["summary.txt"])
        #expect(try workspace.read("results/summary.txt") == "old")
    }

    @Test func aPoliteKillStopsAsCleanly() throws {
        let outcome = try interrupted(threads: 2, with: SIGTERM)
        #expect(outcome.err == "Stopped; nothing was written.\n")
        #expect(workspace.names(in: "results") == nil)
    }

    /// A file that never comes is waited for in vain, not in a way that Ctrl-C cannot end.
    @Test func whileTheScenarioIsStillBeingRead() throws {
        let outcome = try workspace.bash(
            """
            mkfifo pipe.yaml; timeout --preserve-status -s INT 0.5 "$STEPCARE" forecast pipe.yaml; echo $?
            """)
        #expect(outcome.out == "130\n")
    }
}
