public import ServiceSimulation

/// Remembers runs that this process made, part by part, for whoever asks again with something else changed: where a
/// plan is tried that changes one team, all others are run once.
///
/// It is of experiments that begin with the same first days, by their numbers: whose share a list is, whoever holds the
/// memory knows. What a run gives is the same with and without it.
public struct RunMemory: Sendable {
    /// What was remembered; nil if nothing was.
    let known: @Sendable (Key, _ number: Int) -> ReplicationRecord?
    /// Remembers a run.
    let keep: @Sendable (Key, _ number: Int, ReplicationRecord) -> Void

    /// A memory. What it gives back is what it was given.
    public init(
        known: @escaping @Sendable (Key, _ number: Int) -> ReplicationRecord?,
        keep: @escaping @Sendable (Key, _ number: Int, ReplicationRecord) -> Void
    ) {
        self.known = known
        self.keep = keep
    }

    /// Names the runs of a part: all that they are made of, but their numbers.
    public struct Key: Equatable, Sendable {
        /// Tells most keys apart before their words are read.
        private let hash: Int
        private let part: String
        private let seed: UInt64
        private let weeks: Int

        /// Nil for a part of which words do not say all.
        init?(_ part: ServiceScenario, seed: UInt64, weeks: Int) {
            guard let words = WarmUpMemory.words(part) else { return nil }
            self.part = words
            self.seed = seed
            self.weeks = weeks
            hash = words.hashValue
        }
    }

    /// What was made before, or what is made now.
    func run(_ key: Key, _ number: Int, made: () -> ReplicationRecord) -> ReplicationRecord {
        if let known = known(key, number) { return known }
        let record = made()
        keep(key, number, record)
        return record
    }
}
