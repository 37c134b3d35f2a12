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

    /// A fit is stopped as a forecast is, and the scenario that was there before stays.
    @Test func inTheMiddleOfAFit() throws {
        try workspace.write("activity.csv", CalibrateTests.file(months: 38, withEngland: true))
        try workspace.write("fitted.yaml", "old")
        let child = try workspace.start(
            Workspace.program,
            [
                "calibrate", "--published", "activity.csv", "--provider", "ABC01", "--until", "2026-02", "--threads",
                "2", "--output", "fitted.yaml",
            ])
        try child.wait { Self.listens(child.number) }
        kill(child.number, SIGINT)
        let outcome = try child.outcome()
        #expect(outcome.code == 130)
        #expect(outcome.out == "")
        #expect(outcome.err.hasSuffix("Stopped; nothing was written.\n"))
        #expect(try workspace.read("fitted.yaml") == "old")
    }

    /// Whether a program has said what becomes of Ctrl-C, as the system knows it.
    private static func listens(_ program: Int32) -> Bool {
        let status = (try? String(contentsOfFile: "/proc/\(program)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
        let caught = line.flatMap { UInt64($0.dropFirst(7).trimmingCharacters(in: .whitespaces), radix: 16) } ?? 0
        return caught & (1 << UInt64(SIGINT - 1)) != 0
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
