extension ReplicationRecord {
    /// The record of a service whose parts were run by themselves: what running them together leaves behind.
    /// - Parameters:
    ///   - records: one of each part, over the same weeks.
    ///   - parts: indices of the teams of each, in the order in which the part has them.
    /// - Precondition: there is a part; every team is in one.
    /// - Complexity: O(weeks × teams).
    public init(joining records: [ReplicationRecord], of parts: [[Int]]) {
        let records = records.map { $0.unpacked() }
        let first = records[0]
        let teams = parts.reduce(0) { $0 + $1.count }
        precondition(records.count == parts.count && parts.joined().sorted() == Array(0..<teams), "teams lack a part")
        precondition(
            records.allSatisfy { $0.starts == first.starts && $0.weeks == first.weeks }, "parts of other weeks")
        self.init(starts: first.starts, weeks: first.weeks, teams: teams, byGroup: !first.groupCounts.isEmpty)
        for (record, places) in zip(records, parts) {
            func copy<Number>(_ path: WritableKeyPath<ReplicationRecord, [Number]>, times: Int = 1) {
                record.copy(path, times: times, to: &self[keyPath: path], places, of: teams)
            }
            copy(\.counts, times: weeks)
            copy(\.roleCounts, times: weeks)
            copy(\.waits)
            copy(\.waitsEntered)
            copy(\.waitsUnended)
            copy(\.startCounts)
            copy(\.ends)
            copy(\.queues)
            copy(\.groupCounts)
        }
        // Days and weeks begin in each part, and once in the whole.
        eventsOfEverybody = first.eventsOfEverybody
        events = records.reduce(first.eventsOfEverybody) { $0 + $1.events - $1.eventsOfEverybody }
    }

    /// Copies what is known of each team to its place among all.
    /// - Parameter times: weeks that each have a block a team, one after the other.
    private func copy<Number>(
        _ path: KeyPath<ReplicationRecord, [Number]>, times: Int, to whole: inout [Number], _ places: [Int],
        of all: Int
    ) {
        let own = self[keyPath: path]
        let block = own.count / (times * teams)
        for time in 0..<times {
            for (team, place) in places.enumerated() {
                let (from, to) = ((time * teams + team) * block, (time * all + place) * block)
                for offset in 0..<block { whole[to + offset] = own[from + offset] }
            }
        }
    }
}
