public import CareModel
import GRDB

extension StoreReader {
    private static let appointments = AppointmentRecord.columns.select

    /// An appointment; nil if there is none with this number.
    public func appointment(_ appointment: Int64) throws -> AppointmentRecord? {
        try Projector(database: database, claimsTime: false).appointment(appointment)
    }

    /// A hold, ended or not; nil if there is none with this number.
    public func hold(_ hold: Int64) throws -> HoldRecord? {
        try Projector(database: database, claimsTime: false).hold(hold)
    }

    /// Holds that have not ended, first to expire first; one that is past counts until it is ended.
    public func openHolds() throws -> [HoldRecord] {
        try fetch(
            HoldRecord.columns.select + " WHERE outcome IS NULL ORDER BY expires, hold", [], HoldRecord.init)
    }

    /// Every appointment of a person, cancelled ones too, by start.
    public func appointments(ofPerson person: Int64) throws -> [AppointmentRecord] {
        try fetch(
            StoreReader.appointments + " WHERE person = ? ORDER BY start, appointment", [person],
            AppointmentRecord.init)
    }

    /// Every appointment of a clinician, cancelled ones too, that starts on one of these days, by start. The seats of a
    /// group are in it beside their session.
    public func appointments(
        ofClinician clinician: Int32, from first: CivilDay, through last: CivilDay
    ) throws -> [AppointmentRecord] {
        let names = AppointmentRecord.columns.select.dropFirst("SELECT ".count)
        return try fetch(
            """
            WITH RECURSIVE days (day) AS (
                SELECT max(?2, min(start / 1440)) FROM appointments
                UNION ALL SELECT day + 1 FROM days WHERE day < min(?3, (SELECT max(start / 1440) FROM appointments)))
            SELECT \(names.replacing("FROM", with: "FROM days CROSS JOIN"))
            ON start / 1440 = day AND clinician = ?1 AND day <= ?3 ORDER BY start, appointment
            """,
            [Int64(clinician), Int64(first.number), Int64(last.number)], AppointmentRecord.init)
    }

    /// Every appointment in a room that stands and starts on one of these days, by start.
    public func standingAppointments(
        inRoom room: Int64, from first: CivilDay, through last: CivilDay
    ) throws -> [AppointmentRecord] {
        try fetch(
            StoreReader.appointments + """
                 WHERE start / 1440 >= ?2 AND start / 1440 <= ?3 AND room = ?1 AND status = 0 \
                ORDER BY start, appointment
                """, [room, Int64(first.number), Int64(last.number)], AppointmentRecord.init)
    }

    /// Every appointment that stands and starts at or after a minute, by start, then clinician.
    public func standingAppointments(from minute: CivilMinute) throws -> [AppointmentRecord] {
        try fetch(
            StoreReader.appointments + """
                 WHERE start / 1440 >= ?1 / 1440 AND start >= ?1 AND status = 0 ORDER BY start, clinician, appointment
                """, [minute.minutes], AppointmentRecord.init)
    }

    /// Every appointment of a person that stands and started before a minute, by start, then number; no seat of a
    /// course.
    public func standingAppointments(before minute: CivilMinute) throws -> [AppointmentRecord] {
        try fetch(
            StoreReader.appointments + """
                 WHERE start < ?1 AND status = 0 AND attendance IS NULL AND person IS NOT NULL AND session IS NULL \
                ORDER BY start, appointment
                """, [minute.minutes], AppointmentRecord.init)
    }

    /// The times after a minute at which people had an appointment, and gave it up, by start.
    public func timesGivenUp(
        after minute: CivilMinute
    ) throws -> [(person: Int64, start: CivilMinute, minutes: Int)] {
        let sql = """
            SELECT person, start, minutes FROM appointments
            WHERE start / 1440 >= ?1 / 1440 AND start > ?1 AND status = ?2 AND attendance = ?3 AND person IS NOT NULL
            ORDER BY start, appointment
            """
        let (cancelled, patient) = (AppointmentStatus.cancelled.rawValue, Attendance.cancelledByPatient.rawValue)
        return try fetch(sql, [minute.minutes, Int64(cancelled), Int64(patient)]) { row in
            (row[0], CivilMinute(minutes: row[1]), row[2])
        }
    }

    /// The seats of a session that are taken, by number of the seat (TX-4).
    public func seats(ofSession session: Int64) throws -> [AppointmentRecord] {
        try fetch(
            StoreReader.appointments + " WHERE session = ? AND session IS NOT NULL AND status = 0 ORDER BY seat",
            [session], AppointmentRecord.init)
    }

    /// What takes a resource's time between two minutes of the service's day, in order: each holder once for each run.
    public func taken(_ resource: BookedResource, on day: CivilDay) throws -> [(minutes: MinutesOfDay, by: TimeHolder)]
    {
        guard let first = QuantumKey.first(of: resource, on: day) else { return [] }
        var runs: [(minutes: MinutesOfDay, by: TimeHolder)] = []
        _ = try fetch(
            "SELECT key, holder FROM quanta WHERE key >= ? AND key < ? ORDER BY key",
            [first, first + Int64(QuantumKey.perDay)]
        ) { row in
            let start = QuantumKey.start(of: row[0]).minuteOfDay
            let holder = TimeHolder(code: row[1])
            if let last = runs.last, last.by == holder, last.minutes.end == start {
                runs[runs.count - 1].minutes.end = start + QuantumKey.minutes
            } else {
                runs.append((MinutesOfDay(start: start, end: start + QuantumKey.minutes), holder))
            }
        }
        return runs
    }

    /// Tasks that are open, or all; first due first (BK-12).
    /// - Parameter minute: those due before this minute only, if not nil.
    public func tasks(openOnly: Bool = true, dueBefore minute: CivilMinute? = nil) throws -> [TaskRecord] {
        let open = openOnly ? "done_at IS NULL" : "1"
        return try fetch(
            TaskRecord.columns.select + " WHERE \(open) AND due < ? ORDER BY due, task",
            [minute?.minutes ?? Int64.max], TaskRecord.init)
    }

    /// Open tasks about a person, in the order in which they are due (BK-12).
    public func tasks(of person: Int64) throws -> [TaskRecord] {
        try fetch(
            TaskRecord.columns.select + " WHERE done_at IS NULL AND person = ? ORDER BY due, task", [person],
            TaskRecord.init)
    }

    /// Messages in the order in which they were queued (BK-7): those that wait to be sent, or all.
    public func outbox(ofPerson person: Int64? = nil, waitingOnly: Bool = true) throws -> [MessageRecord] {
        let waiting = waitingOnly ? "is_withdrawn = 0 AND sent_at IS NULL" : "1"
        let mine = person == nil ? "" : "person = ? AND "
        return try fetch(
            MessageRecord.columns.select + " WHERE \(mine)\(waiting) ORDER BY message", person.map { [$0] } ?? [],
            MessageRecord.init)
    }
}
