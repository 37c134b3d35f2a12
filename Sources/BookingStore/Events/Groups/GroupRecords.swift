public import CareModel
import Foundation
import GRDB

/// A course in a group as it stands (TX-4).
public struct GroupRecord: Hashable, Sendable {
    /// What it is, and where it has got to.
    public var details: GroupDetails
    /// When it was opened.
    public var openedAt: CivilMinute
}

/// A seat in a course that a person has, or had (TX-4).
public struct GroupSeatRecord: Hashable, Sendable {
    /// Whose, in which course.
    public var taken: GroupSeatTaken
    /// When it was taken.
    public var takenAt: CivilMinute
    /// When it was left; nil while the person has it.
    public var leftAt: CivilMinute?
}

/// What became of a person at a session of a course, and when that was recorded (AT-1).
public struct GroupContactRecord: Hashable, Sendable {
    /// What.
    public var contact: GroupContact
    /// When it was recorded.
    public var recordedAt: CivilMinute
}

extension GroupRecord {
    private static let names = "rule, largest, \(GroupFacts.columns.names)"
    static let columns = Columns("number, \(names), opened_at", of: "groups")
    static let update = Columns.update(names, of: "groups", where: "number")

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        let number = columns.integer()
        let rule = try JSONDecoder().decode(GroupRule.self, from: Data(columns.text().utf8))
        _ = columns.integer()
        details = GroupDetails(group: number, facts: try GroupFacts.columns.value(&columns))
        details.facts.rule = rule
        openedAt = columns.minute()
    }
}

extension GroupDetails {
    /// Everything but the number, in the order of the columns.
    func columnValues() throws -> [(any DatabaseValueConvertible)?] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let rule = String(decoding: try encoder.encode(facts.rule), as: UTF8.self)
        return [rule, facts.rule.largest] + GroupFacts.columns.values(of: facts)
    }
}

extension GroupSeatRecord {
    static let columns = Columns("group_number, seat, person, taken_at, left_at", of: "group_seats")

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        taken = GroupSeatTaken(group: columns.integer(), seat: try columns.number(), person: columns.integer())
        takenAt = columns.minute()
        leftAt = columns.minuteIfAny()
    }
}

extension GroupContactRecord {
    static let columns = Columns(
        "entry, group_number, session, person, attendance, depression, anxiety, recorded_at", of: "group_contacts")

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        _ = columns.integer()
        contact = GroupContact(
            group: columns.integer(), session: try columns.number(), person: columns.integer(),
            attendance: try columns.value())
        contact.scores = try columns.scoresIfAny()
        recordedAt = columns.minute()
    }
}
