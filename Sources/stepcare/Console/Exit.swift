import ArgumentParser

/// The exit codes of the design.
enum Exit {
    static let badData = ExitCode(65)
    static let missingInput = ExitCode(66)
    static let inputOutput = ExitCode(74)
    /// As a shell reports a program ended by Ctrl-C.
    static let interrupted = ExitCode(130)
}
