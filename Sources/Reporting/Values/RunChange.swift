/// A key that was changed for one run, beside what the scenario's files say.
public struct RunChange: Sendable, Equatable {
    /// Full key.
    public var key: String
    /// The value as it was given.
    public var value: String

    /// A change.
    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }

    /// `key=value`, control characters left out.
    public var text: String { RunChange.shown("\(key)=\(value)") }

    /// The changes in one line: `, with a=1 and b=2`; empty without any.
    static func words(_ changes: [RunChange]) -> String {
        changes.isEmpty ? "" : ", with " + TextTools.list(changes.map(\.text))
    }

    /// Text without control characters, which a terminal would obey.
    private static func shown(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}

extension Manifest {
    /// The scenario's title with what was changed for this run.
    public var fullTitle: String { (title.isEmpty ? scenario : title) + RunChange.words(changes) }
}
