public import CareModel

/// A psycho-educational course in a group as it is from now on (TX-4). The time of its facilitators is booked beside
/// it, as appointments of nobody; its seats are entries of their own.
public struct GroupDetails: Hashable, Sendable {
    /// Its number, from 1.
    public var group: Int64
    /// What is known of it.
    public var facts: GroupFacts

    /// A course.
    public init(group: Int64, facts: GroupFacts) {
        self.group = group
        self.facts = facts
    }
}

extension GroupDetails: Codable {
    private enum Key: String, CodingKey { case group, rule }

    /// Reads a course, in which nothing may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        facts = try GroupFacts.decodeProperties(from: decoder)
        facts.rule = try container.decode(GroupRule.self, forKey: .rule)
        group = try container.decode(Int64.self, forKey: .group)
    }

    /// Writes the number among what is known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(group, forKey: .group)
        try facts.encodeProperties(to: encoder)
    }
}

/// A course in a group was opened (TX-4).
struct GroupOpened: WholeDetails {
    static let kind = EventKind.groupOpened
    var details: GroupDetails

    init(_ details: GroupDetails) { self.details = details }

    var words: String { "course \(details.group) was opened for \(details.facts.plannedFor)" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        guard details.group > 0 else { throw tables.refusal(entry, "numbers of courses start at 1") }
        try tables.insert(
            GroupRecord.columns, [details.group] + (try details.columnValues()) + [entry.at.minutes], entry)
    }
}

/// A course in a group changed (TX-4).
struct GroupChanged: WholeDetails {
    static let kind = EventKind.groupChanged
    var details: GroupDetails

    init(_ details: GroupDetails) { self.details = details }

    var words: String { "course \(details.group) is \(details.facts.stage.name), \(details.facts.held) sessions held" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            GroupRecord.update, try details.columnValues() + [details.group], entry,
            else: "there is no course \(details.group)")
    }
}
