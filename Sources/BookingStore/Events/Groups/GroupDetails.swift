public import CareModel

/// A psycho-educational course in a group as it is from now on (TX-4). The time of its facilitators is booked beside
/// it, as appointments of nobody.
public struct GroupDetails: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var group: Int64
    /// Index of the team.
    public var team: UInt8
    /// What such a course is.
    public var rule: GroupRule
    /// The day for which it was planned.
    public var plannedFor: CivilDay
    /// The days on which it meets.
    public var days: [CivilDay] = []
    /// Sessions that were held.
    public var held = 0
    /// Indices of the clinicians who lead it.
    public var facilitators: [Int32] = []
    /// Those who were asked to.
    public var asked: [Int32] = []
    /// Those who led the last session.
    public var leaders: [Int32] = []
    /// Where it has got to.
    public var stage = GroupStage.planned
    /// How often its start was put off.
    public var putOffs = 0
    /// How often a session was put off.
    public var sessionPutOffs = 0

    /// A course without days yet.
    public init(group: Int64, team: UInt8, rule: GroupRule, plannedFor: CivilDay) {
        self.group = group
        self.team = team
        self.rule = rule
        self.plannedFor = plannedFor
    }
}

/// Where a psycho-educational course has got to (TX-4). Raw values are kept in the log.
public enum GroupStage: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// It has days and facilitators, and seats are offered.
    case planned = 0
    /// There are enough people: it will start.
    case confirmed = 1
    /// It meets.
    case running = 2
    /// The last session was held.
    case over = 3
    /// It was cancelled.
    case cancelled = 4
}

/// A course in a group was opened (TX-4).
struct GroupOpened: WholeDetails {
    static let kind = EventKind.groupOpened
    var details: GroupDetails

    init(_ details: GroupDetails) { self.details = details }

    var words: String { "course \(details.group) was opened for \(details.plannedFor)" }

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

    var words: String { "course \(details.group) is \(details.stage.name), \(details.held) sessions held" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            GroupRecord.update, try details.columnValues() + [details.group], entry,
            else: "there is no course \(details.group)")
    }
}
