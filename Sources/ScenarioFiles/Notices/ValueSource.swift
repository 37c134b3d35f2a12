/// Where a number comes from. In a file it is written as a tag: `per-week: !published 222`.
public enum ValueSource: String, CaseIterable, Sendable {
    /// Written in a service's policy, specification or manual.
    case policy
    /// Published statistics.
    case published
    /// Measured in the service itself.
    case measured
    /// Nobody's figure: a judgement that the reader should know of.
    case assumed
}

/// One value in force in a scenario, given or default, for the table of assumptions that every report carries.
public struct Assumption: Hashable, Sendable {
    /// The key in full, such as `teams.mid-essex.referrals.per-week`.
    public var key: String
    /// The value as a scenario file would write it.
    public var valueText: String
    /// The unit, such as `days` or `share`; empty if it has none.
    public var unit: String
    /// Where the value comes from.
    public var source: ValueSource
    /// The rules that the key carries out, by id.
    public var rules: [String]
    /// The scenario's own words on the source, from its `sources`; empty if it has none.
    public var note: String
    /// Whether the value is the key's default.
    public var isDefault: Bool
    /// What the value means.
    public var meaning: String
}
