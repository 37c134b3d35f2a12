import CareModel
import GRDB

extension Projector {
    private static let seats = Columns("entry, group_number, seat, person, taken_at", of: "group_seats")
    private static let cases = Columns("entry, group_number, person, clinician, at", of: "group_cases")

    /// Courses in a group (TX-4). That nobody has two seats, and no seat two people, the keys of the table see to.
    func applyToGroups(_ entry: LogEntry) throws {
        switch entry.event {
        case .groupOpened(let group):
            guard group.group > 0 else { throw refusal(entry, "numbers of courses start at 1") }
            try insert(
                GroupRecord.columns, [group.group] + (try group.columnValues()) + [entry.at.minutes], entry)
        case .groupChanged(let group):
            try change(
                GroupRecord.update, try group.columnValues() + [group.group], entry,
                else: "there is no course \(group.group)")
        case .seatTaken(let taken): try seat(taken, entry)
        case .seatLeft(let left):
            try change(
                "UPDATE group_seats SET left_at = ? WHERE group_number = ? AND person = ? AND left_at IS NULL",
                [entry.at.minutes, left.group, left.person], entry,
                else: "person \(left.person) has no seat in course \(left.group)")
        case .groupCaseTaken(let taken):
            try insert(
                Projector.cases,
                [entry.sequence, taken.group, taken.person, Int64(taken.clinician), entry.at.minutes], entry)
        case .groupContact(let contact):
            try insert(
                GroupContactRecord.columns,
                [
                    entry.sequence, contact.group, contact.session, contact.person,
                    Int64(contact.attendance.rawValue), (contact.scores?.depression).map { Int64($0) },
                    (contact.scores?.anxiety).map { Int64($0) }, entry.at.minutes,
                ], entry)
        default: break
        }
    }

    private func seat(_ taken: GroupSeatTaken, _ entry: LogEntry) throws {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT stage, largest FROM groups WHERE number = ?"),
            arguments: [taken.group])
        guard let row else { throw refusal(entry, "there is no course \(taken.group)") }
        let stage: Int64 = row[0]
        let largest: Int64 = row[1]
        guard stage < Int64(GroupStage.over.rawValue) else {
            throw refusal(entry, "course \(taken.group) is over, or was cancelled")
        }
        guard (0..<largest).contains(Int64(taken.seat)) else {
            throw refusal(entry, "course \(taken.group) has seats 0 to \(largest - 1), not \(taken.seat)")
        }
        do {
            try run(
                Projector.seats.insert,
                [entry.sequence, taken.group, taken.seat, taken.person, entry.at.minutes])
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            let isReference = error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY
            throw refusal(
                entry,
                isReference
                    ? "it refers to something that is not there"
                    : "seat \(taken.seat) of course \(taken.group) is taken, or person \(taken.person) has a seat")
        }
    }
}
