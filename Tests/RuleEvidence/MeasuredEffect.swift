/// A key that a test moved, as `stepcare keys` names it, with its values on the two sides.
public struct SwitchedKey: Codable, Hashable, Sendable {
    /// The key's pattern, `[]` for each element of a list.
    public var key: String
    /// The value before, as a file writes it.
    public var from: String
    /// The value after.
    public var to: String

    /// A key and its values.
    public init(_ key: String, from: String, to: String) {
        self.key = key
        self.from = from
        self.to = to
    }
}

/// What a measure was on both sides of a switch, over the same people and the same luck.
public struct MeasuredEffect: Codable, Sendable {
    /// Which way a rule's text says that the measure goes.
    public enum Claim: String, Codable, Sendable {
        /// It rises: the whole interval is above zero.
        case more
        /// It falls: the whole interval is below zero.
        case less
        /// Nothing changes, to the last number.
        case same
    }

    /// The measure, in words that a service manager reads: `Finished courses a year`.
    public var measure: String
    /// What its numbers count, as files name it: `people`, `days`, `share`.
    public var unit: String
    /// What the rule claims of it.
    public var claim: Claim
    /// Its mean over the runs before the switch.
    public var before: Double
    /// Its mean over the runs after.
    public var after: Double
    /// The mean of the differences, run by run.
    public var difference: Double
    /// Where the interval of 95% begins.
    public var low: Double
    /// Where it ends.
    public var high: Double
    /// Runs of each side.
    public var runs: Int

    /// What was measured; means and the difference are of the same runs, one by one.
    public init(
        _ measure: String, unit: String, claim: Claim, before: [Double], after: [Double],
        interval: (estimate: Double, low: Double, high: Double)
    ) {
        self.measure = measure
        self.unit = unit
        self.claim = claim
        self.before = before.reduce(0, +) / Double(max(1, before.count))
        self.after = after.reduce(0, +) / Double(max(1, after.count))
        difference = interval.estimate
        low = interval.low
        high = interval.high
        runs = before.count
    }

    /// Whether what was seen is what the rule claims.
    public var isAsClaimed: Bool {
        switch claim {
        case .more: low > 0
        case .less: high < 0
        case .same: low == 0 && high == 0
        }
    }
}
