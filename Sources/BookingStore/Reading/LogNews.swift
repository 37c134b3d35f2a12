import GRDB

/// What entries of the log are about: by it one knows which pages have news, without reading what the entries say.
public struct LogNews: Hashable, Sendable {
    /// The last entry before them.
    public var since: Int64
    /// The last of them.
    public var last: Int64
    /// The people whom they are about, in ascending order.
    public var people: [Int64] = []
    /// The clinicians in whose diaries these people stand or stood, and whose time was held for them, in ascending
    /// order.
    public var clinicians: [Int32] = []
    /// Whether some are about nobody in particular, such as a closed room, or there are more than were looked at.
    public var isOfMore = false

    /// Entries of which nothing else is known yet.
    public init(since: Int64, last: Int64) { (self.since, self.last) = (since, last) }
}

extension StoreReader {
    /// Entries that are looked at one by one; of more than these it is only said that they are.
    private static let mostNews: Int64 = 500

    /// What the entries after one are about. O(k log n) in their number k.
    public func news(after sequence: Int64) throws -> LogNews {
        var news = LogNews(since: sequence, last: try lastSequence)
        guard news.last - sequence <= Self.mostNews else {
            news.isOfMore = true
            return news
        }
        var people: Set<Int64> = []
        var clinicians: Set<Int32> = []
        let sql = LogTable.select + " WHERE sequence > ? ORDER BY sequence"
        let entries = try fetch(sql, [sequence]) { row in
            (person: row[7] as Int64?, entry: try LogTable.entry(row, coder))
        }
        for (person, entry) in entries {
            if let person { people.insert(person) } else { news.isOfMore = true }
            if let held = try entry.event.hold.flatMap({ try hold($0) }) { clinicians.insert(held.placement.clinician) }
        }
        news.people = people.sorted()
        for person in news.people {
            clinicians.formUnion(
                try fetch("SELECT DISTINCT clinician FROM appointments WHERE person = ?", [person]) { $0[0] })
        }
        news.clinicians = clinicians.sorted()
        return news
    }
}

extension ServiceEvent {
    /// The hold that it places or ends.
    fileprivate var hold: Int64? {
        if case .held(let placed) = self { return placed.hold }
        if case .holdEnded(let ended) = self { return ended.hold }
        return nil
    }
}
