import Foundation
import Testing

/// What a program left behind when it ended.
struct Outcome {
    /// The exit code; nil if a signal ended it.
    let code: Int32?
    /// What it wrote to standard output.
    let out: String
    /// What it wrote to standard error.
    let err: String

    /// The first line of standard error.
    var firstError: String { err.split(separator: "\n").first.map { String($0) } ?? "" }
}

/// A folder to run stepcare in, as a user would; it is removed at the end of a test.
final class Workspace {
    /// The program: `$STEPCARE`, else the one that was built beside the tests.
    static let program: String = {
        if let path = ProcessInfo.processInfo.environment["STEPCARE"] { return path }
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("stepcare").path
    }()

    /// How long a child may take before it counts as stuck.
    private static let patience = Duration.seconds(120)

    /// The folder.
    let path: String
    private let captured: String
    private var runs = 0

    init() throws {
        let name = NSTemporaryDirectory() + "stepcare-" + UUID().uuidString
        path = name + "/work"
        captured = name + "/captured"
        for folder in [path, captured] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        try write("service.yaml", smallService)
        try write("chart.js", "window.Chart = function () {};\n")
    }

    deinit { try? FileManager.default.removeItem(atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path) }

    func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

    func write(_ name: String, bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
    }

    func read(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    /// The names in a folder, hidden ones too; nil if it is not there.
    func names(in folder: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
    }

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
    ) throws -> Child {
        runs += 1
        var variables = ProcessInfo.processInfo.environment
        variables["STEPCARE"] = Self.program
        variables["STEPCARE_CHART_JS"] = path + "/chart.js"
        variables.merge(environment) { $1 }
        let files = (out: "\(captured)/\(runs).out", err: "\(captured)/\(runs).err")
        for file in [files.out, files.err] { try Data().write(to: URL(fileURLWithPath: file)) }
        let number = try Self.spawn(
            [program] + arguments, variables.map { "\($0.key)=\($0.value)" }.sorted(), folder: path,
            output: output?.fileDescriptor, files)
        return Child(number: number, words: arguments, out: files.out, err: files.err, deadline: .now + Self.patience)
    }

    /// Starts a child with all signals open: the threads that tests run on block Ctrl-C, and a child inherits that.
    private static func spawn(
        _ arguments: [String], _ variables: [String], folder: String, output: Int32?,
        _ files: (out: String, err: String)
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        if let output {
            posix_spawn_file_actions_adddup2(&actions, output, 1)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, files.out, O_WRONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 2, files.err, O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        // 'env' goes to the folder and becomes the program.
        var words = (["env", "-C", folder] + arguments).map { strdup($0) } + [nil]
        var environment = variables.map { strdup($0) } + [nil]
        defer { for word in words + environment { free(word) } }
        var number = pid_t()
        let failure = posix_spawn(&number, "/usr/bin/env", &actions, &attributes, &words, &environment)
        try #require(failure == 0, "cannot start \(arguments[0]): \(String(cString: strerror(failure)))")
        return number
    }
}

/// A program that runs.
final class Child {
    /// Its process number.
    let number: pid_t
    private let words: [String]
    private let out: String
    private let err: String
    private let deadline: ContinuousClock.Instant
    private var status: Int32?

    init(number: pid_t, words: [String], out: String, err: String, deadline: ContinuousClock.Instant) {
        self.number = number
        self.words = words
        self.out = out
        self.err = err
        self.deadline = deadline
    }

    /// Whether it has not ended yet.
    var isRunning: Bool {
        guard status == nil else { return false }
        var ended: Int32 = 0
        guard waitpid(number, &ended, WNOHANG) == number else { return true }
        status = ended
        return false
    }

    /// Waits until something holds; fails if the program ends before, or never lets it hold.
    func wait(until holds: () -> Bool) throws {
        while !holds() {
            try #require(isRunning && .now < deadline, "what was waited for did not come")
            usleep(2000)
        }
    }

    /// Waits for the end, and ends it by force if it is stuck.
    func outcome() throws -> Outcome {
        while isRunning, .now < deadline { usleep(2000) }
        if isRunning {
            kill(number, SIGKILL)
            while isRunning { usleep(2000) }
            Issue.record("stuck: \(words)")
        }
        let status = status ?? 0
        return Outcome(
            code: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil,
            out: try String(contentsOfFile: out, encoding: .utf8), err: try String(contentsOfFile: err, encoding: .utf8)
        )
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
