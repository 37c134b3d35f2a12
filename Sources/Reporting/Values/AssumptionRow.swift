/// A number in force and where it comes from.
public struct AssumptionRow: Sendable, Equatable {
    /// Full key.
    public var key: String
    /// The value as the scenario writes it.
    public var value: String
    /// Its unit.
    public var unit: String
    /// `policy`, `published`, `measured` or `assumed`.
    public var source: String
    /// Ids of the rules it belongs to.
    public var rules: String
    /// What it means.
    public var meaning: String
    /// Where exactly it comes from, if the scenario says so.
    public var note: String
    /// Whether the scenario left it at its default.
    public var isDefault: Bool

    /// A row.
    public init(
        key: String, value: String, unit: String, source: String, rules: String, meaning: String, note: String,
        isDefault: Bool
    ) {
        self.key = key
        self.value = value
        self.unit = unit
        self.source = source
        self.rules = rules
        self.meaning = meaning
        self.note = note
        self.isDefault = isDefault
    }
}
