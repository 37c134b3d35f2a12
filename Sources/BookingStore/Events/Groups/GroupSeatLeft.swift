import CareModel
import GRDB

/// A person has no seat in a course any more.
public struct GroupSeatLeft: Hashable, Sendable, Codable {
    /// The course's number.
    public var group: Int64
    /// The person's number.
    public var person: Int64

    /// The end of a seat.
    public init(group: Int64, person: Int64) {
        self.group = group
        self.person = person
    }
}

extension GroupSeatLeft: StoredEvent {
    static let kind = EventKind.seatLeft

    var words: String { "the seat in course \(group) was left" }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "UPDATE group_seats SET left_at = ? WHERE group_number = ? AND person = ? AND left_at IS NULL",
            [entry.at.minutes, group, person], entry, else: "person \(person) has no seat in course \(group)")
    }

    /// The person has the seat again that was left last, if nobody else has it.
    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        do {
            try tables.change(
                """
                UPDATE group_seats SET left_at = NULL WHERE entry = (SELECT max(entry) FROM group_seats
                WHERE group_number = ? AND person = ?) AND left_at IS NOT NULL
                AND EXISTS (SELECT 1 FROM groups WHERE number = group_number AND stage <= 3)
                """, [group, person], entry,
                else: "person \(person) has no seat in course \(group) that could be given back")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw tables.refusal(entry, "the seat of person \(person) in course \(group) is taken")
        }
    }
}
