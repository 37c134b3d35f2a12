public import CareModel
import GRDB

extension StoreReader {
    /// Every course in a group, by number, those that are over too (TX-4).
    public func groups() throws -> [GroupRecord] {
        try fetch(GroupRecord.columns.select + " ORDER BY number", [], GroupRecord.init)
    }

    /// The seats that people have, in the order in which they were taken.
    public func seatsTaken() throws -> [GroupSeatRecord] {
        try fetch(GroupSeatRecord.columns.select + " WHERE left_at IS NULL ORDER BY entry", [], GroupSeatRecord.init)
    }

    /// What became of everybody at the sessions of a course, in the order in which it was recorded.
    public func contacts(ofGroup group: Int64) throws -> [GroupContactRecord] {
        try fetch(
            GroupContactRecord.columns.select + " WHERE group_number = ? ORDER BY entry", [group],
            GroupContactRecord.init)
    }

    /// People in courses whom a case manager took on from a minute on: the team, and when (KT-2).
    public func groupCasesTaken(from minute: CivilMinute) throws -> [(team: UInt8, at: CivilMinute)] {
        try fetch(
            """
            SELECT groups.team, group_cases.at FROM group_cases JOIN groups ON number = group_number
            WHERE at >= ? ORDER BY entry
            """, [minute.minutes]
        ) { row in
            var columns = ColumnReader(row)
            return (team: try columns.number(), at: columns.minute())
        }
    }
}
