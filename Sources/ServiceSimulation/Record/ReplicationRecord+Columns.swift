public import CareModel

extension ReplicationRecord {
    /// All that a record is, for whoever carries it elsewhere.
    public struct Columns: Sendable {
        /// The first day.
        public let starts: CivilDay
        /// Weeks recorded, and teams.
        public let weeks, teams: Int
        /// What is counted by the thousand.
        public let packed: [Column]
        /// The queues on the first day.
        public let startCounts: [Int32]
        /// Episodes that ended.
        public let ends: [Int32]
        /// What was measured of queues.
        public let queues: [QueueTally]
        /// Events that fired, and those of them that are of no team.
        public let events, eventsOfEverybody: UInt64

        /// Numbers in as few bytes as they need.
        public struct Column: Sendable {
            /// How many.
            public let count: Int
            /// Where the bytes of each stretch begin, and how wide its numbers are.
            public let starts: [UInt32]
            /// The bytes.
            public let bytes: [UInt8]

            /// The numbers as they lie.
            public init(count: Int, starts: [UInt32], bytes: [UInt8]) {
                (self.count, self.starts, self.bytes) = (count, starts, bytes)
            }
        }

        /// All of a record.
        public init(
            starts: CivilDay, weeks: Int, teams: Int, packed: [Column], startCounts: [Int32], ends: [Int32],
            queues: [QueueTally], events: UInt64, eventsOfEverybody: UInt64
        ) {
            (self.starts, self.weeks, self.teams, self.packed) = (starts, weeks, teams, packed)
            (self.startCounts, self.ends, self.queues) = (startCounts, ends, queues)
            (self.events, self.eventsOfEverybody) = (events, eventsOfEverybody)
        }
    }

    /// All that it is. O(numbers) if it is not packed.
    public var columns: Columns {
        let record = packed()
        let packed = Self.packedPaths.map { record.packedColumns[keyPath: $0].asWritten }
        return Columns(
            starts: starts, weeks: weeks, teams: teams, packed: packed, startCounts: startCounts, ends: ends,
            queues: queues, events: events, eventsOfEverybody: eventsOfEverybody)
    }

    /// What was taken of a record; nil if there is less of it than there should be. O(numbers).
    public init?(_ columns: Columns) {
        guard columns.weeks >= 0, columns.teams >= 0, columns.packed.count == Self.packedPaths.count else { return nil }
        let empty = ReplicationRecord(starts: columns.starts, weeks: columns.weeks, teams: columns.teams)
        var record = empty
        record.isPacked = true
        (record.counts, record.roleCounts, record.groupCounts) = ([], [], [])
        (record.waits, record.waitsEntered, record.waitsUnended) = ([], [], [])
        let packed = columns.packed.compactMap { PackedCounts($0) }
        guard packed.count == columns.packed.count else { return nil }
        let numbers = Packed(
            counts: packed[0], roleCounts: packed[1], waits: packed[2], waitsEntered: packed[3],
            waitsUnended: packed[4], groupCounts: packed[5])
        record.packedColumns = numbers
        guard numbers.counts.count == empty.counts.count, numbers.roleCounts.count == empty.roleCounts.count,
            [numbers.waits, numbers.waitsEntered, numbers.waitsUnended].allSatisfy({ $0.count == empty.waits.count }),
            [0, columns.teams * EquityGroup.count * Counter.count].contains(numbers.groupCounts.count),
            columns.startCounts.count == empty.startCounts.count, columns.ends.count == empty.ends.count,
            columns.queues.count == empty.queues.count
        else { return nil }
        (record.startCounts, record.ends, record.queues) = (columns.startCounts, columns.ends, columns.queues)
        (record.events, record.eventsOfEverybody) = (columns.events, columns.eventsOfEverybody)
        self = record
    }

    /// In the order in which they are carried.
    private static var packedPaths: [KeyPath<Packed, PackedCounts>] {
        [\.counts, \.roleCounts, \.waits, \.waitsEntered, \.waitsUnended, \.groupCounts]
    }
}

extension PackedCounts {
    /// As they lie.
    var asWritten: ReplicationRecord.Columns.Column {
        ReplicationRecord.Columns.Column(count: count, starts: starts, bytes: bytes)
    }

    /// Numbers as they lay; nil if some lie outside of their bytes.
    init?(_ written: ReplicationRecord.Columns.Column) {
        guard written.count >= 0, written.starts.count == (written.count + Self.stretch - 1) / Self.stretch else {
            return nil
        }
        for (stretch, start) in written.starts.enumerated() {
            let numbers = min(Self.stretch, written.count - stretch * Self.stretch)
            let width = start & 3 == 3 ? 4 : Int(start & 3)
            guard Int(start >> 2) + numbers * width <= written.bytes.count else { return nil }
        }
        (count, starts, bytes) = (written.count, written.starts, written.bytes)
    }
}
