/// What ``BookingStore/verify()`` found.
public struct VerificationReport: Hashable, Sendable {
    /// How many rows a table has.
    public struct Count: Hashable, Sendable {
        /// The table.
        public var table: String
        /// Its rows.
        public var rows: Int
    }

    /// One row that is not what it should be.
    public struct Difference: Hashable, Sendable, CustomStringConvertible {
        /// The table.
        public var table: String
        /// The row's key; empty if the fault is the table's or the file's.
        public var key: String
        /// What is wrong.
        public var detail: String

        /// `table key: what is wrong`.
        public var description: String { key.isEmpty ? "\(table): \(detail)" : "\(table) \(key): \(detail)" }
    }

    /// Entries of the log that were folded anew.
    public var entries: Int = 0
    /// The rows of each table.
    public var counts: [Count] = []
    /// What is wrong, at most ``most`` for each check; none in a sound store.
    public var differences: [Difference] = []

    /// Differences of one check beyond which it stops.
    public static let most = 100

    /// Whether everything is as it should be.
    public var isSound: Bool { differences.isEmpty }
}
