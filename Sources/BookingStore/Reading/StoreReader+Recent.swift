public import CareModel
import GRDB

extension StoreReader {
    /// First appointments that were attended from a minute on: the team, when the referral was received, when they
    /// were.
    public func firstAppointmentsSeen(
        from minute: CivilMinute
    ) throws -> [(team: UInt8, received: CivilMinute, start: CivilMinute)] {
        let sql = """
            SELECT people.team, people.received, appointments.start FROM appointments JOIN people USING (person)
            WHERE kind = 0 AND status = 0 AND attendance IN (5, 6) AND start >= ? ORDER BY start, appointment
            """
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [minute.minutes]).map { row in
            var columns = ColumnReader(row)
            return (team: try columns.number(), received: columns.minute(), start: columns.minute())
        }
    }

    /// First sessions of courses that were booked from a minute on: the team, the step, when they were booked.
    public func takenOn(from minute: CivilMinute) throws -> [(team: UInt8, step: Step, at: CivilMinute)] {
        let sql = """
            SELECT clinicians.team, clinicians.role, appointments.booked_at FROM appointments JOIN clinicians
            USING (clinician) WHERE reasons & ? AND booked_at >= ? ORDER BY booked_at, appointment
            """
        let statement = try database.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: [Booking.takesOn, minute.minutes]).map { row in
            var columns = ColumnReader(row)
            let team: UInt8 = try columns.number()
            let role: Role = try columns.value()
            return (team: team, step: role.step, at: columns.minute())
        }
    }
}

extension StoreReader {
    /// Appointments of people of which it is not known what became of them, however long ago they were, and time that
    /// is blocked from a minute on, by start, then number. Complexity: O(k) in their number, whatever else is in the
    /// store.
    public func openAppointments(blocksFrom minute: CivilMinute) throws -> [AppointmentRecord] {
        let open = "status = 0 AND attendance IS NULL AND (person IS NOT NULL OR start >= ?)"
        return try fetch(
            "\(AppointmentRecord.columns.select) WHERE \(open) ORDER BY start, appointment", [minute.minutes],
            AppointmentRecord.init)
    }
}

extension Booking {
    /// The bit of ``reasons`` that marks the first session of a course: a caseload took the person on (CL-1).
    public static let takesOn: Int64 = 1 << 15
}
