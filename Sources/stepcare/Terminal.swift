import ArgumentParser
import Glibc

/// Standard output and standard error, with failures noticed: a full disk or a closed pipe is an error like any other.
enum Terminal {
    /// Writes text to standard output.
    static func print(_ text: String) throws {
        guard write(text, to: STDOUT_FILENO) else {
            say("standard output: \(String(cString: strerror(errno)))")
            throw Exit.inputOutput
        }
    }

    /// Writes a line to standard error.
    static func say(_ line: String) { _ = write(line + "\n", to: STDERR_FILENO) }

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
