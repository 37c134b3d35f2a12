extension ReplicationRecord {
    /// What is counted by the thousand, packed; nothing while it is being recorded. One object, so that whoever takes a
    /// measure of ten thousand records does not count a dozen arrays of each.
    final class Packed: Sendable {
        let counts, roleCounts, waits, waitsEntered, waitsUnended, groupCounts: PackedCounts

        init(
            counts: PackedCounts, roleCounts: PackedCounts, waits: PackedCounts, waitsEntered: PackedCounts,
            waitsUnended: PackedCounts, groupCounts: PackedCounts
        ) {
            (self.counts, self.roleCounts, self.groupCounts) = (counts, roleCounts, groupCounts)
            (self.waits, self.waitsEntered, self.waitsUnended) = (waits, waitsEntered, waitsUnended)
        }

        /// Of a record that is being recorded.
        static let none = Packed(
            counts: PackedCounts(), roleCounts: PackedCounts(), waits: PackedCounts(), waitsEntered: PackedCounts(),
            waitsUnended: PackedCounts(), groupCounts: PackedCounts())
    }

    /// The same record, in as few bytes as it can be read from at once: what a run leaves behind when it is over.
    /// O(numbers).
    public func packed() -> ReplicationRecord {
        guard !isPacked else { return self }
        var record = self
        record.isPacked = true
        record.packedColumns = Packed(
            counts: PackedCounts(counts), roleCounts: PackedCounts(roleCounts), waits: PackedCounts(waits),
            waitsEntered: PackedCounts(waitsEntered), waitsUnended: PackedCounts(waitsUnended),
            groupCounts: PackedCounts(groupCounts))
        (record.counts, record.roleCounts, record.groupCounts) = ([], [], [])
        (record.waits, record.waitsEntered, record.waitsUnended) = ([], [], [])
        return record
    }

    /// The same record as it was when it was recorded. O(numbers).
    func unpacked() -> ReplicationRecord {
        guard isPacked else { return self }
        var record = self
        record.isPacked = false
        record.packedColumns = .none
        record.counts = packedColumns.counts.values
        record.roleCounts = packedColumns.roleCounts.values
        record.waits = packedColumns.waits.values
        record.waitsEntered = packedColumns.waitsEntered.values
        record.waitsUnended = packedColumns.waitsUnended.values
        record.groupCounts = packedColumns.groupCounts.values
        return record
    }

    /// Bytes that what it has counted takes.
    public var byteCount: Int {
        let packed = [
            packedColumns.counts, packedColumns.roleCounts, packedColumns.waits, packedColumns.waitsEntered,
            packedColumns.waitsUnended, packedColumns.groupCounts,
        ]
        let numbers = [counts, roleCounts, waits, waitsEntered, waitsUnended, groupCounts, startCounts, ends]
        return packed.reduce(0) { $0 + $1.byteCount }
            + numbers.reduce(0) { $0 + $1.count * MemoryLayout<Int32>.stride }
            + queues.count * MemoryLayout<QueueTally>.stride
    }

    /// Whether they counted the same, packed or not.
    public static func == (one: ReplicationRecord, other: ReplicationRecord) -> Bool {
        let (one, other) = (one.unpacked(), other.unpacked())
        return one.starts == other.starts && one.weeks == other.weeks && one.teams == other.teams
            && one.counts == other.counts && one.roleCounts == other.roleCounts && one.waits == other.waits
            && one.waitsEntered == other.waitsEntered && one.waitsUnended == other.waitsUnended
            && one.startCounts == other.startCounts && one.ends == other.ends && one.queues == other.queues
            && one.groupCounts == other.groupCounts && one.events == other.events
            && one.eventsOfEverybody == other.eventsOfEverybody
    }
}
