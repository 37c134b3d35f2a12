public import CareModel

/// A scenario of a comparison.
public struct ComparedScenario: Sendable, Equatable {
    /// The name by which it is told from the others.
    public var name: String
    /// Title of the scenario.
    public var title: String
    /// SHA-256 of the scenario's files and overrides, hexadecimal.
    public var sha256: String
    /// What was changed beside what its files say, in the order given.
    public var changes: [RunChange]
    /// The promises in force, whose days are in the names of measures.
    public var standards: Standards
    /// What it was warned of, as ``Manifest/warnings``.
    public var warnings: [RunWarning]

    /// A scenario.
    public init(
        name: String, title: String, sha256: String, changes: [RunChange] = [], standards: Standards = Standards(),
        warnings: [RunWarning] = []
    ) {
        self.name = name
        self.title = title
        self.sha256 = sha256
        self.changes = changes
        self.standards = standards
        self.warnings = warnings
    }

    /// Its title with what was changed.
    var fullTitle: String { (title.isEmpty ? name : title) + RunChange.words(changes) }
}
