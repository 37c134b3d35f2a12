public import Foundation
import Testing

/// What a program left behind when it ended.
public struct Outcome {
    /// The exit code; nil if a signal ended it.
    public let code: Int32?
    /// The signal that ended it; nil if it ended by itself.
    public let signal: Int32?
    /// What it wrote to standard output.
    public let out: String
    /// What it wrote to standard error.
    public let err: String

    /// The first line of standard error.
    public var firstError: String { err.split(separator: "\n").first.map { String($0) } ?? "" }
}

/// A program that runs in a process of its own. What it writes is kept in a folder of its own.
public final class RunningProgram {
    /// Its process number.
    public let number: pid_t
    private let words: [String]
    private let written: Folder
    private let deadline: ContinuousClock.Instant
    private var status: Int32?

    /// Starts a program.
    /// - Parameters:
    ///   - words: its path, and its arguments.
    ///   - folder: where it runs; here if nil.
    ///   - environment: variables beside those of this process.
    ///   - output: where its standard output goes; it is kept if nil.
    ///   - patience: how long it may take before it counts as stuck.
    public init(
        _ words: [String], in folder: String? = nil, environment: [String: String] = [:], output: FileHandle? = nil,
        patience: Duration = .seconds(120)
    ) throws {
        self.words = words
        deadline = .now + patience
        let written = try Folder()
        self.written = written
        for name in ["out", "err"] { try written.write(name, "") }
        var variables = ProcessInfo.processInfo.environment
        variables.merge(environment) { $1 }
        number = try Self.spawn(
            folder.map { ["env", "-C", $0] + words } ?? ["env"] + words,
            variables.map { "\($0.key)=\($0.value)" }.sorted(), output: output?.fileDescriptor,
            (written.file("out"), written.file("err")))
    }

    /// Runs a program to its end.
    public static func run(
        _ words: [String], in folder: String? = nil, environment: [String: String] = [:]
    ) throws -> Outcome {
        try RunningProgram(words, in: folder, environment: environment).outcome()
    }

    /// Whether it has not ended yet.
    public var isRunning: Bool {
        guard status == nil else { return false }
        var ended: Int32 = 0
        guard waitpid(number, &ended, WNOHANG) == number else { return true }
        status = ended
        return false
    }

    /// Waits until something holds; fails if the program ends before, or never lets it hold.
    public func wait(until holds: () -> Bool) throws {
        while !holds() {
            try #require(isRunning && .now < deadline, "what was waited for did not come")
            usleep(2000)
        }
    }

    /// Waits for the end, and ends it by force if it is stuck.
    public func outcome() throws -> Outcome {
        while isRunning, .now < deadline { usleep(2000) }
        if isRunning {
            kill(number, SIGKILL)
            while isRunning { usleep(2000) }
            Issue.record("stuck: \(words)")
        }
        let status = status ?? 0
        return Outcome(
            code: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil, signal: status & 0x7F == 0 ? nil : status & 0x7F,
            out: try written.text("out"), err: try written.text("err"))
    }
}

extension RunningProgram {
    /// Starts a child with all signals open: the threads that tests run on block Ctrl-C, and a child inherits that.
    /// 'env' goes to the folder and becomes the program.
    private static func spawn(
        _ words: [String], _ variables: [String], output: Int32?, _ files: (out: String, err: String)
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
        var arguments = words.map { strdup($0) } + [nil]
        var environment = variables.map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var number = pid_t()
        let failure = posix_spawn(&number, "/usr/bin/env", &actions, &attributes, &arguments, &environment)
        try #require(failure == 0, "cannot start \(words): \(String(cString: strerror(failure)))")
        return number
    }
}
