import Foundation
import TestSupport
import Testing

/// A folder to run stepcare in, as a user would; it is removed at the end of a test.
final class Workspace {
    /// The program: `$STEPCARE`, else the one that was built beside the tests.
    static let program: String = {
        if let path = ProcessInfo.processInfo.environment["STEPCARE"] { return path }
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("stepcare").path
    }()

    private let folder: Folder

    /// The folder.
    var path: String { folder.path }

    init() throws {
        folder = try Folder()
        try write("service.yaml", smallService)
        try write("chart.js", "window.Chart = function () {};\n")
    }

    func write(_ name: String, _ text: String) throws { try folder.write(name, text) }

    func write(_ name: String, bytes: [UInt8]) throws { try folder.write(name, bytes: bytes) }

    func makeFolder(_ name: String) throws { try folder.makeFolder(name) }

    func read(_ name: String) throws -> String { try folder.text(name) }

    /// The names in a folder, hidden ones too; nil if it is not there.
    func names(in name: String) -> [String]? { folder.names(in: name) }

    /// Runs stepcare to its end.
    func stepcare(
        _ arguments: String..., environment: [String: String] = [:], output: FileHandle? = nil
    ) throws -> Outcome {
        try start(Self.program, arguments, environment: environment, output: output).outcome()
    }

    /// Runs a script in which `$STEPCARE` is the program.
    func bash(_ script: String) throws -> Outcome {
        try start("/bin/bash", ["-c", script]).outcome()
    }

    /// Starts a program and does not wait for it.
    func start(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], output: FileHandle? = nil
    ) throws -> RunningProgram {
        let own = ["STEPCARE": Self.program, "STEPCARE_CHART_JS": path + "/chart.js"]
        return try RunningProgram(
            [program] + arguments, in: path, environment: own.merging(environment) { $1 }, output: output)
    }
}

/// A service so small that it runs in a moment.
let smallService = """
    name: small
    title: A Small Service
    starts: 2026-11-23
    weeks: 6
    start: { origin: warm-up, warm-up-weeks: 26 }
    teams:
      - name: north
        title: North
        population: { registered: 30000, adults: 0.79, prevalence: 0.16 }
        referrals: { per-week: !measured 20, sources: { self: 0.8, gp: 0.2 }, months: published }
        staff:
          - { role: pwp, count: 2 }
          - { role: hit, count: 2, modalities: [cbt] }
        scores: { low-change: 1.8, high-change: 1.1 }
        diary: { low-first-share: 0.4, high-first-share: 0.1 }

    """
