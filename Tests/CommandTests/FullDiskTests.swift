import Foundation
import TestSupport
import Testing

/// Disks that fill up, files that may not grow, pipes that nobody reads: one line that says so, exit code 74, and
/// nothing left by half.
@Suite struct FullDiskTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private let forecast = "\"$STEPCARE\" forecast service.yaml --replications 3 --output report"

    /// How a small disk can be mounted here that goes away with the program; nil if the right to do so is missing.
    static let mounting: String? = {
        guard let workspace = try? Workspace() else { return nil }
        return ["unshare --user --map-root-user --mount", "unshare --mount"].first { way in
            let trial = try? workspace.bash("mkdir -p trial && \(way) mount -t tmpfs -o size=64k tmpfs trial")
            return trial?.code == 0
        }
    }()

    /// Runs a forecast into a disk of its own, and then lists what is there.
    private func forecast(mounted options: String) throws -> Outcome {
        try workspace.bash(
            """
            mkdir -p report && \(Self.mounting ?? "") bash -c '
                mount -t tmpfs -o size=64k tmpfs report && echo old > report/summary.txt || exit 1
                mount -o remount,\(options) report || exit 1
                \(forecast)
                code=$?; ls -A report; cat report/summary.txt; exit $code'
            """)
    }

    @Test(.enabled(if: mounting != nil, "a disk cannot be mounted here"))
    func aDiskThatFillsUp() throws {
        let outcome = try forecast(mounted: "rw")
        #expect(outcome.code == 74)
        #expect(outcome.out == "summary.txt\nold\n")
        let fault = /report\/[a-z-]+\.(csv|json|txt|html): cannot be written: No space left on device\n/
        #expect(outcome.err.wholeMatch(of: fault) != nil, "\(outcome.err)")
    }

    @Test(.enabled(if: mounting != nil, "a disk cannot be mounted here"))
    func aDiskThatMayOnlyBeRead() throws {
        let outcome = try forecast(mounted: "ro")
        #expect(outcome.code == 74)
        #expect(outcome.out == "summary.txt\nold\n")
        #expect(outcome.err == "report: cannot be written: Read-only file system\n")
    }

    @Test func aFileThatMayNotGrow() throws {
        let outcome = try workspace.bash("ulimit -f 8; exec \(forecast)")
        #expect(outcome.code == 74)
        #expect(outcome.out == "")
        #expect(outcome.err == "report/measures.csv: cannot be written: File too large\n")
        #expect(workspace.names(in: "report") == nil)
    }

    @Test func aFileThatMayNotGrowBesideEarlierResults() throws {
        try workspace.makeFolder("report")
        try workspace.write("report/measures.csv", "old")
        let outcome = try workspace.bash("ulimit -f 8; exec \(forecast)")
        #expect(outcome.code == 74)
        #expect(workspace.names(in: "report") == ["measures.csv"])
        #expect(try workspace.read("report/measures.csv") == "old")
    }

    @Test(arguments: ["forecast service.yaml --replications 2", "check service.yaml", "keys"])
    func standardOutputThatFails(command: String) throws {
        let full = try workspace.bash("exec \"$STEPCARE\" \(command) > /dev/full")
        #expect(full.code == 74)
        #expect(full.err == "standard output: No space left on device\n")
        let closed = try workspace.bash("exec \"$STEPCARE\" \(command) >&-")
        #expect(closed.code == 74)
        #expect(closed.err == "standard output: Bad file descriptor\n")
        let pipe = try workspace.start(
            Workspace.program, command.split(separator: " ").map { String($0) }, output: unreadPipe()
        ).outcome()
        #expect(pipe.code == 74)
        #expect(pipe.err == "standard output: Broken pipe\n")
    }

    @Test func standardOutputThatMayNotGrow() throws {
        let outcome = try workspace.bash("ulimit -f 1; exec \"$STEPCARE\" keys > keys.txt")
        #expect(outcome.code == 74)
        #expect(outcome.err == "standard output: File too large\n")
    }

    /// The pipe holds less than the document, so the program still writes when the reader goes.
    @Test func aReaderThatGoesAfterOneLine() throws {
        let outcome = try workspace.bash(
            """
            "$STEPCARE" forecast service.yaml --replications 2 --format json | head -1; echo "${PIPESTATUS[*]}"
            """)
        #expect(outcome.out == "{\n74 0\n")
        #expect(outcome.err == "standard output: Broken pipe\n")
    }

    /// The files are whole although nobody could be told.
    @Test func resultsStayWhenTheyCannotBePrinted() throws {
        let outcome = try workspace.bash("exec \(forecast) > /dev/full")
        #expect(outcome.code == 74)
        #expect(workspace.names(in: "report") == OutputFolderTests.files)
    }

    @Test func standardErrorThatFails() throws {
        let outcome = try workspace.bash("exec \"$STEPCARE\" check absent.yaml 2> /dev/full")
        #expect(outcome.code == 66)
        #expect(outcome.out == "")
    }

    /// A pipe whose reading end is closed: nobody else can have it, as children are given only what they are to use.
    private func unreadPipe() throws -> FileHandle {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        return FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    }
}
