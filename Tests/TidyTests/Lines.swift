extension String {
    /// The lines as written, without their newlines; nothing after a last newline counts as a line.
    ///
    /// Split by bytes: to `Character`, a carriage return and a newline are one thing, and neither is a newline.
    var sourceLines: [Substring] {
        var lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
