/// What a scenario was warned of, as `check` says it.
public struct RunWarning: Sendable, Equatable {
    /// The key that it is about.
    public var key: String
    /// What follows.
    public var words: String
    /// What to give instead; may be empty.
    public var advice: String

    /// A warning.
    public init(key: String, words: String, advice: String) {
        self.key = key
        self.words = words
        self.advice = advice
    }

    /// In one line.
    public var text: String { "\(key): \(words)" + (advice.isEmpty ? "" : " (\(advice))") }
}
