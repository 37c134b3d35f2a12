import ArgumentParser

/// The exit codes of the design.
enum Exit {
    /// What was asked is done and written, and is not what was hoped for: a fit that does not hold, no plan.
    static let doubted = ExitCode(10)
    static let badData = ExitCode(65)
    static let missingInput = ExitCode(66)
    static let inputOutput = ExitCode(74)
    /// What was asked is done as far as it goes, and there is more: parts of which another round is to be made.
    static let again = ExitCode(75)
    /// As a shell reports a program ended by Ctrl-C.
    static let interrupted = ExitCode(130)
}
