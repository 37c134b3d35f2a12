import CareModel
import GRDB

/// The appointments of one person that took place (KP-13).
public struct ContactTime: Hashable, Sendable {
    /// Whose.
    public var person: Int64
    /// First appointments and sessions; calls to keep in touch are none (KT-3).
    public var contacts: Int
    /// Minutes of all, calls too.
    public var minutes: Int
}

extension StoreReader {
    /// The appointments that took place, by person; seats in a course in a group are not among them.
    /// - Parameter isOpenOnly: of those only who are in the service now.
    public func contactTimes(ofOpenOnly isOpenOnly: Bool) throws -> [ContactTime] {
        let seen = [Attendance.attendedOnTime, .attendedLate].map { String($0.rawValue) }.joined(separator: ", ")
        return try fetch(
            """
            SELECT person, sum(kind <> \(AppointmentKind.keepingInTouch.rawValue)), sum(minutes)
            FROM appointments JOIN episodes USING (person)
            WHERE status = 0 AND session IS NULL AND attendance IN (\(seen))
            \(isOpenOnly ? "AND state <> \(EpisodeState.closed.rawValue)" : "") GROUP BY person ORDER BY person
            """, []
        ) { ContactTime(person: $0[0], contacts: $0[1], minutes: $0[2]) }
    }
}
