import Testing

/// One breach of a rule of the house: where it is, and what to do about it.
struct Finding: Equatable, CustomStringConvertible {
    /// The file, from the repository's root.
    let path: String

    /// The line, counted from 1.
    let line: Int

    /// What to do, in the imperative.
    let advice: String

    var description: String { "\(path):\(line): \(advice)" }
}

/// Fails the current test once for each finding.
func expectNone(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
    for finding in findings {
        Issue.record("\(finding.description)", sourceLocation: sourceLocation)
    }
}
