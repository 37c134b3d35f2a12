import ArgumentParser
import Glibc

/// Standard output and standard error, with failures noticed: a full disk or a closed pipe is an error like any other.
enum Terminal {
    /// Makes a closed pipe and a file over the allowed size errors to report, not reasons to die without a word and
    /// leave half a file behind. A standard stream that was closed is held by something that cannot be written to, so
    /// that no file of ours takes its number.
    static func noticeFailures() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDONLY)
        }
    }

    /// Writes text to standard output.
    static func print(_ text: String) throws {
        guard write(text, to: STDOUT_FILENO) else {
            say("standard output: \(String(cString: strerror(errno)))")
            throw Exit.inputOutput
        }
    }

    /// Writes lines to standard error; what somebody else chose in them does nothing to the terminal.
    static func say(_ lines: String) { _ = write(ShownText.lines(lines) + "\n", to: STDERR_FILENO) }

    /// Writes without an end of line to standard error.
    static func draw(_ text: String) { _ = write(text, to: STDERR_FILENO) }

    /// Whether somebody watches standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes every byte, however many calls it takes; false with `errno` set if the system refuses.
    static func write(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                written += count
            }
            return true
        }
    }
}
