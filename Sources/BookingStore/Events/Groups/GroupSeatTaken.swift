import CareModel
import GRDB

/// A person takes a seat in a course (TX-4, BK-1).
public struct GroupSeatTaken: Hashable, Sendable, Codable {
    /// The course's number.
    public var group: Int64
    /// Which seat, from 0.
    public var seat: Int
    /// The person's number.
    public var person: Int64

    /// A seat.
    public init(group: Int64, seat: Int, person: Int64) {
        self.group = group
        self.seat = seat
        self.person = person
    }
}

extension GroupSeatTaken: StoredEvent {
    static let kind = EventKind.seatTaken
    private static let columns = Columns("entry, group_number, seat, person, taken_at", of: "group_seats")

    var words: String { "a seat in course \(group) was taken" }

    func subject(in tables: Projector) throws -> Int64? { person }

    /// That nobody has two seats, and no seat two people, the keys of the table see to.
    func apply(to tables: Projector, _ entry: EntryHead) throws {
        let row = try Row.fetchOne(
            tables.database.cachedStatement(sql: "SELECT stage, largest FROM groups WHERE number = ?"),
            arguments: [group])
        guard let row else { throw tables.refusal(entry, "there is no course \(group)") }
        let stage: Int64 = row[0]
        let largest: Int64 = row[1]
        guard stage < Int64(GroupStage.over.rawValue) else {
            throw tables.refusal(entry, "course \(group) is over, or was cancelled")
        }
        guard (0..<largest).contains(Int64(seat)) else {
            throw tables.refusal(entry, "course \(group) has seats 0 to \(largest - 1), not \(seat)")
        }
        do {
            try tables.run(
                GroupSeatTaken.columns.insert, [entry.sequence, group, seat, person, entry.at.minutes])
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            let isReference = error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY
            throw tables.refusal(
                entry,
                isReference
                    ? "it refers to something that is not there"
                    : "seat \(seat) of course \(group) is taken, or person \(person) has a seat")
        }
    }
}
